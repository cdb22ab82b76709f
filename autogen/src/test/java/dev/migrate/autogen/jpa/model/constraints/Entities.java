package dev.migrate.autogen.jpa.model.constraints;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        name = "countries",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "uq_code",
                    columnNames = {"code", "continent"}),
            @UniqueConstraint(columnNames = {"continent", "name"})
        })
class Country {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(nullable = false, unique = true)
    String code;

    String name;
    String continent;
}

@Entity
@Check(name = "positive", constraints = "population > 0")
@Check(constraints = "population >= households")
@Table(
        name = "cities",
        indexes = {
            @Index(columnList = "country, population desc"),
            @Index(name = "ix_lower", columnList = "(lower(name))"),
            @Index(columnList = "(lower(name)), country"),
            @Index(name = "ux_lower", columnList = "(lower(name)), country", unique = true),
            @Index(name = "ux_plain", columnList = "mayor, country", unique = true)
        })
class City {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String name;

    int population;

    @Check(constraints = "households > 0")
    int households;

    @Check(name = "named", constraints = "mayor <> ''")
    String mayor;

    @GeneratedColumn("population / households")
    int density;

    @Formula("upper(name)")
    String shouted;

    @ManyToOne
    @JoinColumn(name = "country", referencedColumnName = "code")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Country country;

    @ManyToOne
    @JoinColumn(name = "ignored", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Country ignored;

    @ManyToOne
    @JoinColumn(
            name = "defined",
            foreignKey =
                    @ForeignKey(
                            name = "fk_defined",
                            foreignKeyDefinition =
                                    "foreign key (defined) references countries (id) on update cascade deferrable initially deferred"))
    Country defined;

    @OneToOne
    City twin;

    @ManyToOne
    City capital;
}
