package dev.migrate.autogen.jpa.model.arrays;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Level {
    INFO,
    ERROR
}

@Entity
class Arrays {
    @Id
    Long id;

    boolean[] booleans;
    short[] shorts;
    int[] ints;
    long[] longs;
    float[] floats;
    double[] doubles;
    Integer[] integers;
    String[] strings;
    UUID[] uuids;
    LocalDate[] dates;
    Instant[] instants;
    BigDecimal[] decimals;

    @Column(nullable = false)
    String[] required;

    @Array(length = 4)
    String[] sized;

    @Array(length = 4)
    @Column(length = 20)
    String[] sizedTwice;

    @Column(precision = 10, scale = 2)
    BigDecimal[] prices;

    @Column(columnDefinition = "text[]")
    String[] texts;

    @Column(columnDefinition = "text[] default '{}' not null")
    String[] defined;

    @ColumnDefault("'{1,2}'")
    int[] defaulted;

    Level[] levels;

    @Enumerated(EnumType.STRING)
    Level[] levelNames;
}

@Entity
class Collections {
    @Id
    Long id;

    List<String> strings;
    Set<Integer> integers;
    Collection<UUID> uuids;
    SortedSet<String> sorted;
    List<LocalDateTime> times;
    List<Boolean> booleans;
    List<Duration> durations;

    @Array(length = 10)
    List<Long> sized;

    @Column(length = 30)
    List<String> shorter;

    @Column(unique = true)
    List<String> sole;

    List<Level> levels;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> explicit;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    int[] serialized;

    @ElementCollection
    List<int[]> arrays;
}
