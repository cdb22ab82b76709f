package dev.migrate.autogen.jpa.model.keys;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.DayOfWeek;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

@Entity
@Table(
        name = "indexed",
        indexes = {
            @Index(columnList = "a"),
            @Index(columnList = "a, b"),
            @Index(columnList = "b, a"),
            @Index(columnList = "a desc, b asc"),
            @Index(name = "ux_a", columnList = "a", unique = true),
            @Index(columnList = "b", unique = true),
            @Index(columnList = "c, b", unique = true),
            @Index(name = "IX_MixedCase", columnList = "camelCase"),
            @Index(
                    name = "an_index_with_a_name_so_long_that_postgresql_has_to_cut_it_somewhere_behind_the_limit",
                    columnList = "c"),
            @Index(columnList = "(lower(text))"),
            @Index(name = "ix_expression", columnList = "(a + b) desc, (coalesce(text))"),
            @Index(columnList = "parent_id"),
        },
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"a", "c"}),
            @UniqueConstraint(columnNames = {"c", "a"}),
            @UniqueConstraint(
                    name = "uq_named",
                    columnNames = {"b", "c"}),
            @UniqueConstraint(columnNames = "camelCase"),
            @UniqueConstraint(
                    name = "a_unique_constraint_with_a_name_so_long_that_postgresql_has_to_cut_it_behind_the_limit",
                    columnNames = {"a", "b", "c"})
        })
class Indexed {
    @Id
    Long id;

    int a;
    int b;

    @Column(unique = true)
    int c;

    String text;
    String camelCase;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    Indexed parent;

    @ManyToOne
    @JoinColumn(name = "other_c", referencedColumnName = "c")
    Indexed other;
}

@Entity
@Table(name = "a_table_whose_name_is_so_long_that_postgresql_cuts_it_after_63_bytes_as_it_says")
class LongTable {
    @Id
    Long id;

    @Column(name = "a_column_whose_name_is_so_long_that_postgresql_cuts_it_after_63_bytes", unique = true)
    String column;

    @ManyToOne
    @JoinColumn(name = "another_column_whose_name_is_so_long_that_postgresql_cuts_it_after_63_bytes")
    LongTable self;

    @ElementCollection
    Set<String> anElementCollectionWithALongName;

    @Enumerated(EnumType.STRING)
    DayOfWeek anEnumerationWhoseColumnHasANameThatIsLongerThanTheLimitOfPostgresql;
}

@Entity
@Table(name = "ünïcödë_nämes_äre_cüt_äfter_bytes_ând_nöt_äfter_chäräcters_äs_ïn_jävä")
class Unicode {
    @Id
    Long id;

    @Column(name = "größe", unique = true)
    int size;

    @Column(name = "日本語")
    String japanese;
}

@Entity
@Table(
        name = "uniques",
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"id"}),
            @UniqueConstraint(columnNames = {"one"}),
            @UniqueConstraint(
                    name = "uq_one",
                    columnNames = {"one"}),
            @UniqueConstraint(columnNames = {"parent_id", "one"})
        })
class Uniques {
    @Id
    Long id;

    @Column(unique = true)
    String one;

    @OneToOne
    Uniques two;

    @ManyToOne
    Uniques parent;

    @NaturalId
    String naturalKey;
}

@Entity
@Table(name = "deferred")
class Deferred {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(
            name = "later",
            foreignKey =
                    @ForeignKey(
                            name = "fk_later",
                            foreignKeyDefinition =
                                    "FOREIGN KEY (later) REFERENCES deferred ON DELETE SET NULL ON UPDATE"
                                            + " CASCADE DEFERRABLE INITIALLY DEFERRED"))
    Deferred later;

    @ManyToOne
    @JoinColumn(
            name = "full_match",
            foreignKey =
                    @ForeignKey(
                            name = "fk_full",
                            foreignKeyDefinition = "foreign key (full_match) references deferred (id) match full"))
    Deferred full;
}
