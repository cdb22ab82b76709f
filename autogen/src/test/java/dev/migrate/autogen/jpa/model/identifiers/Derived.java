package dev.migrate.autogen.jpa.model.identifiers;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

// An identifier has to be serializable (Jakarta Persistence 2.4), and an entity that is part of one needn't be.
@SuppressWarnings("serial")
@Embeddable
class SeatId implements Serializable {
    private static final long serialVersionUID = 1L;

    @ManyToOne
    @JoinColumn(name = "hall_id", nullable = false)
    Hall hall;

    @Column(name = "seat_row", length = 2)
    String row;

    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatId that && number == that.number && row.equals(that.row);
    }

    @Override
    public int hashCode() {
        return row.hashCode() + number;
    }
}

@Entity
class Hall {
    @Id
    @GeneratedValue
    Long id;

    @OneToMany(mappedBy = "id.hall")
    Set<Seat> seats;
}

@Entity
class Seat {
    @EmbeddedId
    SeatId id;

    @OneToOne
    Seat across;

    @OneToMany
    Set<Seat> neighbours;
}

@MappedSuperclass
abstract class Dated<K extends Serializable> {
    @EmbeddedId
    K key;

    LocalDate since;
}

@Embeddable
record TwoPart(
        @Column(name = "part_a") int a,
        @Column(name = "part_b", length = 8) String b) implements Serializable {}

@Entity
@AttributeOverride(name = "key.b", column = @Column(name = "other_b", length = 9))
class KeyOfSuperclass extends Dated<TwoPart> {}

@Entity
class Student {
    @Id
    int id;
}

/** Several identifiers without a class for them. */
@SuppressWarnings("serial") // As above.
@Entity
class Enrolment implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @ManyToOne
    Student student;

    @Id
    @ManyToOne
    Hall course;

    @Id
    LocalDate term;
}
