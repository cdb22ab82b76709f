package dev.migrate.autogen.jpa.model.plural;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.Version;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyDiscriminatorValues;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcType;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.ColumnTransformers;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.Filters;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.MapKeyJavaType;
import org.hibernate.annotations.MapKeyJdbcType;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.hibernate.annotations.SQLDeleteAll;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.annotations.SecondaryRows;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.hibernate.type.descriptor.java.IntegerJavaType;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;

@Embeddable
record SiteId(String country, int number) {}

/** Annotations in their containers, and what of Hibernate's concerns the schema only in part or not at all. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache
@SecondaryTables({
    @SecondaryTable(
            name = "site_texts",
            pkJoinColumns = {
                @PrimaryKeyJoinColumn(name = "text_country", referencedColumnName = "country"),
                @PrimaryKeyJoinColumn(name = "text_number", referencedColumnName = "number")
            }),
    @SecondaryTable(name = "site_plans")
})
@SecondaryRows({
    @SecondaryRow(table = "site_texts", optional = false),
    @SecondaryRow(table = "site_plans", owned = false)
})
@Inheritance(strategy = InheritanceType.JOINED)
class Site {
    @EmbeddedId
    SiteId id;

    @NaturalId
    @Column(length = 12)
    String code;

    @Column(table = "site_texts", length = 2000)
    @LazyGroup("texts")
    String text;

    @Column(table = "site_plans")
    Integer plan;
}

@Entity
@PrimaryKeyJoinColumns({
    @PrimaryKeyJoinColumn(name = "big_country", referencedColumnName = "country"),
    @PrimaryKeyJoinColumn(name = "big_number", referencedColumnName = "number")
})
@SQLUpdate(sql = "update BigSite set halls = ? where big_country = ? and big_number = ?")
class BigSite extends Site {
    int halls;
}

@Embeddable
class Visit {
    @ManyToOne
    @JoinColumns(
            value = {
                @JoinColumn(name = "site_country", referencedColumnName = "country"),
                @JoinColumn(name = "site_number", referencedColumnName = "number")
            },
            foreignKey = @ForeignKey(name = "fk_visit_site"))
    Site site;

    LocalDate day;

    boolean paid;

    boolean late;
}

@Entity
@SequenceGenerators({
    @SequenceGenerator(name = "tours", sequenceName = "tour_ids", allocationSize = 10),
    @SequenceGenerator(name = "other_tours", sequenceName = "other_tour_ids", allocationSize = 1)
})
@TableGenerators(@TableGenerator(name = "tickets", table = "ticket_ids", allocationSize = 5))
class Journey {
    @Id
    @GeneratedValue(generator = "tours")
    Long id;

    @Embedded
    @Converts({
        @Convert(attributeName = "paid", converter = YesNoConverter.class),
        @Convert(attributeName = "late", converter = TrueFalseConverter.class)
    })
    Visit first;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "day", column = @Column(name = "last_day", nullable = false)),
        @AttributeOverride(name = "paid", column = @Column(name = "last_paid")),
        @AttributeOverride(name = "late", column = @Column(name = "last_late"))
    })
    @AssociationOverrides(
            @AssociationOverride(
                    name = "site",
                    joinColumns = {
                        @JoinColumn(name = "last_country", referencedColumnName = "country"),
                        @JoinColumn(name = "last_number", referencedColumnName = "number")
                    },
                    foreignKey = @ForeignKey(name = "fk_last_site")))
    Visit last;

    @ElementCollection
    @MapKeyJoinColumns({
        @MapKeyJoinColumn(name = "at_country", referencedColumnName = "country"),
        @MapKeyJoinColumn(name = "at_number", referencedColumnName = "number")
    })
    Map<Site, Integer> hours;

    @ElementCollection
    @MapKeyClass(Integer.class)
    @MapKeyColumn(name = "stop")
    Map<Integer, String> stops;

    @ElementCollection
    @MapKeyColumn(name = "language")
    @MapKeyJavaType(StringJavaType.class)
    @MapKeyJdbcType(CharJdbcType.class)
    Map<String, String> titles;

    @ElementCollection
    @OrderColumn(name = "place")
    @ListIndexJavaType(IntegerJavaType.class)
    @ListIndexJdbcType(SmallIntJdbcType.class)
    List<String> guides;

    @ElementCollection
    @CollectionTable(name = "journey_notes")
    @CollectionId(column = @Column(name = "note_id"), generator = "increment")
    @CollectionIdJavaType(LongJavaType.class)
    @CollectionIdJdbcType(BigIntJdbcType.class)
    @SQLDeleteAll(sql = "delete from journey_notes where Journey_id = ?")
    Collection<String> notes;
}

/** A value that the database makes. */
@ValueGenerationType(generatedBy = MadeByDatabase.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Made {}

@Entity
@FilterDef(name = "open")
class Ticket {
    @Id
    @GeneratedValue(generator = "tickets")
    Long id;

    @Made
    UUID code;

    @CurrentTimestamp(source = SourceType.DB)
    Instant changed;

    @Version
    Instant version;

    @ColumnTransformers(@ColumnTransformer(read = "lower(seat)", write = "upper(?)"))
    @Column(length = 4)
    String seat;

    @Any
    @AnyKeyJavaType(LongJavaType.class)
    @AnyKeyJdbcType(BigIntJdbcType.class)
    @AnyDiscriminator
    @AnyDiscriminatorValues({
        @AnyDiscriminatorValue(discriminator = "j", entity = Journey.class),
        @AnyDiscriminatorValue(discriminator = "t", entity = Ticket.class)
    })
    @JoinColumn(name = "about_id")
    @Column(name = "about_kind", length = 1)
    Object about;

    @ManyToOne
    @JoinColumnsOrFormulas({
        @JoinColumnOrFormula(column = @JoinColumn(name = "site_country", referencedColumnName = "country")),
        @JoinColumnOrFormula(formula = @JoinFormula(value = "1", referencedColumnName = "number"))
    })
    Site site;

    @ManyToMany
    @JoinTable(name = "ticket_journeys")
    @Filters(@Filter(name = "open", condition = "id > 0"))
    @FilterJoinTable(name = "open", condition = "journeys_id > 0")
    Set<Journey> journeys;

    @OneToMany
    @JoinColumns({
        @JoinColumn(name = "of_ticket", referencedColumnName = "id", foreignKey = @ForeignKey(name = "fk_of_ticket"))
    })
    Set<Ticket> parts;
}

/** Two tables that each refer to the other. */
@Entity
class Team {
    @Id
    Long id;

    @ManyToOne(optional = false)
    Player captain;
}

@Entity
class Player {
    @Id
    Long id;

    @ManyToOne
    Team team;
}
