package dev.migrate.autogen.jpa.model.hierarchies;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One table, with a table more for one of its subclasses. */
@Entity
@Table(name = "media", indexes = @Index(columnList = "title"))
@DiscriminatorColumn(name = "media_type", length = 10)
@DiscriminatorOptions(force = true)
class Medium {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @NaturalId
    String title;
}

@MappedSuperclass
class Playable extends Medium {
    @Column(nullable = false)
    int seconds;

    @ManyToMany
    Set<Medium> playlists;
}

@Entity
@DiscriminatorValue("film")
@SecondaryTable(name = "film_details")
class Film extends Playable {
    @Column(table = "film_details", nullable = false)
    String director;

    @Enumerated(EnumType.STRING)
    DayOfWeek premiere;

    @OneToMany
    @JoinColumn(name = "sequel_of")
    List<Film> sequels;
}

@Entity
@DiscriminatorValue("song")
class Song extends Playable {
    @Check(name = "audible", constraints = "decibels > 0")
    @ColumnDefault("60")
    int decibels;

    @Column(unique = true, length = 12)
    String isrc;

    @ManyToOne(optional = false)
    Film soundtrackOf;
}

/** A table each, and no discriminator; one level without a table's own columns, and one without a table. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Check(constraints = "floor >= 0")
@Comment("All rooms")
abstract class Room {
    @Id
    @GeneratedValue
    Long id;

    int floor;
}

@MappedSuperclass
abstract class FurnishedRoom extends Room {
    @ElementCollection
    Set<String> furniture;
}

@Entity
class Office extends FurnishedRoom {}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "extension_nr"))
@OnDelete(action = OnDeleteAction.CASCADE)
class CornerOffice extends Office {
    @Column(name = "extension_nr")
    int extension;

    @ManyToOne
    Room nextTo;

    @ManyToOne
    Office reports;
}

@Entity
@SecondaryTable(name = "lab_safety")
class Laboratory extends Room {
    @Column(table = "lab_safety")
    String rules;
}

/** A discriminator in a hierarchy of joined tables, of a letter. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "letter", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("T")
class Tree {
    @EmbeddedId
    TreeId id;
}

@Embeddable
record TreeId(int row, int place) implements Serializable {}

@Entity
@DiscriminatorValue("F")
class FruitTree extends Tree {
    String fruit;

    @ManyToOne
    Tree graftedOn;
}

/** Every table has what the root declares: columns, checks, unique columns, comments. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(uniqueConstraints = @UniqueConstraint(name = "uq_ticket_code", columnNames = "code"))
@Check(name = "ck_ticket", constraints = "price >= 0")
@Comment("Root of all tickets")
abstract class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Column(nullable = false, unique = true)
    String code;

    @Check(constraints = "price < 100000")
    @ColumnDefault("0")
    int price;

    @Enumerated(EnumType.STRING)
    DayOfWeek day;

    @ManyToOne
    Customer buyer;

    @ManyToMany
    Set<Ticket> bundle;
}

@Entity
@Comment("For trains")
class TrainTicket extends Ticket {
    @Column(nullable = false)
    int coach;

    @ManyToOne
    TrainTicket wayBack;
}

@Entity
class NightTrainTicket extends TrainTicket {
    boolean bed;
}

/** What points to hierarchies: to the root of one without a table, to the middle of others. */
@Entity
class Points {
    @Id
    Long id;

    @ManyToOne
    Ticket ticket;

    @ManyToOne
    TrainTicket trainTicket;

    @ManyToOne
    Song song;

    @ManyToOne
    FruitTree tree;

    @OneToMany
    List<Ticket> tickets;

    @OneToMany
    @JoinColumn(name = "pointed_by")
    Set<Office> offices;
}
