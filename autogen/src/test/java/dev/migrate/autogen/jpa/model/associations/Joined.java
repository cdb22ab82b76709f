package dev.migrate.autogen.jpa.model.associations;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cascade;
import org.hibernate.annotations.CascadeType;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SortComparator;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

@Embeddable
record PortId(@Column(length = 2) String country, int number) implements Serializable {}

@Entity
@Table(
        name = "ports",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_ports_place",
                        columnNames = {"region", "place"}))
class Port {
    @EmbeddedId
    PortId id;

    @Column(nullable = false)
    String region;

    @Column(nullable = false, length = 40)
    String place;

    @ManyToMany
    @JoinTable(name = "ferries")
    Set<Port> ferries;

    @ManyToMany(mappedBy = "ferries")
    Set<Port> ferriesBack;

    @OneToOne(mappedBy = "home")
    Vessel flagship;
}

@Entity
class Vessel {
    @Id
    Long id;

    @OneToOne(optional = false)
    @JoinTable(
            name = "vessel_home",
            joinColumns = @JoinColumn(name = "vessel", foreignKey = @ForeignKey(name = "fk_home_vessel")),
            inverseJoinColumns = {
                @JoinColumn(name = "port_country", referencedColumnName = "country"),
                @JoinColumn(name = "port_number", referencedColumnName = "number")
            })
    Port home;

    /** A reference to what is unique and isn't the key. */
    @ManyToOne
    @JoinColumn(name = "built_region", referencedColumnName = "region")
    @JoinColumn(name = "built_place", referencedColumnName = "place")
    Port builtIn;

    @ManyToOne
    @JoinColumnOrFormula(formula = @JoinFormula(value = "'DE'", referencedColumnName = "country"))
    @JoinColumnOrFormula(column = @JoinColumn(name = "german_port", referencedColumnName = "number"))
    Port german;

    @ManyToOne(fetch = FetchType.LAZY)
    @NotFound(action = NotFoundAction.EXCEPTION)
    Port lastSeen;

    @OneToMany(mappedBy = "vessel")
    @OrderColumn(name = "rank_on_board")
    List<Sailor> crew;

    @OneToMany(mappedBy = "boardedOn", orphanRemoval = true)
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Cascade(CascadeType.PERSIST)
    @BatchSize(size = 5)
    Set<Sailor> guests;

    @OneToOne(mappedBy = "vessel")
    Logbook logbook;
}

/** Its key is that of another. */
@Entity
class Logbook {
    @Id
    Long vesselId;

    @MapsId
    @OneToOne(optional = false)
    @JoinColumn(name = "vessel_nr")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Vessel vessel;

    @ElementCollection
    @CollectionTable(
            name = "log_lines",
            joinColumns = @JoinColumn(name = "book", nullable = false),
            uniqueConstraints = @UniqueConstraint(columnNames = {"book", "line"}))
    @Column(name = "line", unique = true, nullable = false)
    List<String> lines;
}

@Entity
@FilterDef(name = "at_sea", parameters = @ParamDef(name = "since", type = Integer.class))
class Sailor {
    @Id
    Long id;

    @ManyToOne
    Vessel vessel;

    @ManyToOne
    Vessel boardedOn;

    @OneToOne(fetch = FetchType.LAZY)
    Sailor mate;

    @OneToMany
    @JoinTable(name = "sailor_pupils", indexes = @Index(name = "ix_pupils", columnList = "pupils_id"))
    @Filter(name = "at_sea", condition = "id > :since")
    @FilterJoinTable(name = "at_sea", condition = "pupils_id > :since")
    Set<Sailor> pupils;
}

@Embeddable
class Berth {
    @Column(name = "quay", length = 5)
    String quay;

    @ManyToOne
    @JoinColumn(name = "reserved_for")
    Vessel reservedFor;
}

@Entity
class Harbour {
    public static class ByLength implements Comparator<String> {
        @Override
        public int compare(String left, String right) {
            return left.length() - right.length();
        }
    }

    @Id
    Long id;

    @ElementCollection
    List<Berth> berths;

    @ElementCollection
    @OrderColumn
    List<Berth> orderedBerths;

    @ElementCollection
    @SortComparator(ByLength.class)
    SortedSet<String> sortedWords;

    @ElementCollection
    @SortNatural
    SortedMap<String, Berth> sortedBerths;

    @ElementCollection
    @SQLOrder("words desc")
    Set<String> words;

    @OneToMany
    @JoinTable(name = "harbour_by_day")
    @MapKeyEnumerated(EnumType.STRING)
    Map<DayOfWeek, Vessel> byDay;

    @ManyToMany
    @JoinTable(name = "harbour_by_berth")
    Map<Berth, Vessel> byBerth;

    @ElementCollection
    @MapKeyJoinColumn(name = "sailor")
    Map<Sailor, Berth> assigned;

    @ManyToMany
    @JoinTable(name = "harbour_officers")
    @MapKeyJoinColumn(name = "officer")
    @Fetch(FetchMode.SUBSELECT)
    Map<Sailor, Vessel> officers;

    @ElementCollection
    @OrderColumn(name = "nr")
    @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
    List<String> shortIndexed;

    @ElementCollection
    @MapKeyJdbcTypeCode(SqlTypes.CHAR)
    Map<UUID, String> byUuid;

    @OneToMany
    @OrderColumn(name = "place")
    Vessel[] array;

    @Any
    @AnyKeyJavaClass(UUID.class)
    @AnyKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @AnyDiscriminatorValue(discriminator = "S", entity = Sailor.class)
    @Column(name = "any_kind", length = 3, nullable = false)
    @JoinColumn(name = "any_key", nullable = false)
    Object anything;
}
