package dev.migrate.autogen.jpa.model.quoting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.DayOfWeek;
import java.util.Set;
import org.hibernate.annotations.Check;

@Entity
@Table(
        name = "Select",
        indexes = {
            @Index(name = "IX_From", columnList = "From, To desc"),
            @Index(columnList = "Order"),
            @Index(name = "`IX_Table`", columnList = "Table"),
            @Index(name = "`IX_Umlaut`", columnList = "umläut", unique = true)
        })
@Check(name = "in_order", constraints = "\"From\" <> \"To\"")
class Select {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Primary")
    Long id;

    @Column(name = "From")
    String from;

    @Column(name = "To")
    String to;

    @Column(name = "Order", unique = true)
    int order;

    @Column(name = "with space")
    String spaced;

    @Column(name = "umläut")
    String umlaut;

    @Column(name = "hash#tag")
    String hash;

    @Column(name = "Table", nullable = false)
    boolean table;

    @ManyToOne
    @JoinColumn(name = "Group")
    User group;

    @ElementCollection
    @CollectionTable(name = "All")
    @Column(name = "Any")
    Set<String> all;
}

@Entity
@Table(
        name = "User",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "Uq_User",
                        columnNames = {"Desc", "Asc"}))
class User {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Column(name = "Desc")
    String desc;

    @Column(name = "Asc")
    String asc;

    @ManyToMany
    Set<Select> selects;

    @Enumerated(EnumType.STRING)
    @Column(name = "Case")
    DayOfWeek day;
}
