package dev.migrate.autogen.jpa.model.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.View;

@Entity
@Table(name = "accounts")
class Account {
    @Id
    Long id;

    boolean closed;
}

@Entity
@View(query = "select id from accounts where not closed")
@Table(name = "open_accounts")
class OpenAccount {
    @Id
    Long id;
}

@Entity
@Table(name = "payments")
class Payment {
    @Id
    Long id;

    @ManyToOne
    Account payer;

    @ManyToOne
    OpenAccount receiver;
}
