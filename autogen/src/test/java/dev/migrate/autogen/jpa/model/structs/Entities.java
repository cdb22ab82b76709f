package dev.migrate.autogen.jpa.model.structs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "Funds")
class Money {
    long amount;

    @Column(length = 3)
    String currency;
}

@Embeddable
@Struct(name = "span")
class Span {
    Money least;

    Money most;

    boolean funds;
}

@Entity
@Table(name = "accounts")
class Account {
    @Id
    Long id;

    Money balance;

    Money[] deposits;

    Span allowed;
}
