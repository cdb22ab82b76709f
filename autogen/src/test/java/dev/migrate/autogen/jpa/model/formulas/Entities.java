package dev.migrate.autogen.jpa.model.formulas;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.Set;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;

/** One table with a concrete root; formulas stand where columns might, in the root, its embeddable and its subclasses. */
@Entity
@DiscriminatorColumn(name = "kind", length = 10)
@DiscriminatorValue("payment")
class Payment {
    @Id
    Long id;

    int cents;

    @Formula("cents / 100")
    int whole;

    @Embedded
    Party party;

    @ManyToOne
    @JoinFormula("(select max(p.id) from Payment p where p.cents = cents)")
    Payment likewise;
}

@Embeddable
class Party {
    String name;

    @Formula("upper(name)")
    String shouted;
}

@Entity
@DiscriminatorValue("card")
class CardPayment extends Payment {
    String number;

    @Formula("right(number, 4)")
    String lastDigits;

    @Formula("length(number)")
    int digits;

    @Embedded
    Terminal terminal;

    @ManyToOne
    @JoinColumnOrFormula(column = @JoinColumn(name = "refund_id"))
    Payment refund;

    @ManyToOne
    @JoinFormula("refund_id + 1")
    CardPayment next;
}

@Embeddable
class Terminal {
    int port;

    @Formula("port % 10")
    int lane;
}

/** The root's rows are told apart by a formula. */
@Entity
@DiscriminatorFormula("case when wheels is null then 'V' else 'C' end")
@DiscriminatorValue("V")
class Vehicle {
    @Id
    Long id;

    @Formula("(select count(*) from Vehicle v where v.id < id)")
    long older;
}

@Entity
@DiscriminatorValue("C")
class Car extends Vehicle {
    Integer wheels;

    @Formula("wheels - 1")
    int spare;

    @OneToMany
    Set<Car> towed;
}
