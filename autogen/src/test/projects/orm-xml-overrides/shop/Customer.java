package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "customers")
public class Customer extends Person {
    @Column(name = "mail", length = 10)
    String mail;

    @ManyToOne
    Place lives;

    @Column(length = 33)
    String firstName;

    String note;
}
