package dev.migrate.autogen.jpa.model.generated;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.RowId;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.TenantId;
import org.hibernate.generator.EventType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.YesNoConverter;

@Entity
@Check(name = "in_order", constraints = "low <= high")
@Check(constraints = "low between -5 and 5 or note in ('it''s', 'no')")
@Comment("A table, with a \"comment\"\nof two lines; and a semicolon")
@DynamicUpdate
class Everything {
    @Id
    Long id;

    @ColumnDefault("0")
    int low;

    @ColumnDefault("10 * 10")
    long high;

    @ColumnDefault("'it''s'")
    @Comment("a \\ backslash")
    String note;

    @ColumnDefault("current_timestamp")
    @Comment("doubled '' as Hibernate wants it")
    Instant since;

    @ColumnDefault("CURRENT_DATE")
    LocalDate day;

    @ColumnDefault("gen_random_uuid()")
    UUID token;

    @ColumnDefault("true")
    boolean active;

    @ColumnDefault("1.50")
    @Column(precision = 6, scale = 2)
    BigDecimal price;

    @ColumnDefault("null")
    String nothing;

    @Generated
    @ColumnDefault("now()")
    Instant generated;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    Integer byTrigger;

    @GeneratedColumn("low + high")
    long total;

    @GeneratedColumn("upper(note) || ' ' || coalesce(nothing, '')")
    String shouted;

    @GeneratedColumn("cast(price * 2 as numeric(10, 1))")
    @Column(precision = 10, scale = 1)
    BigDecimal twice;

    @Formula("low * 2")
    int doubled;

    @Formula("(select count(*) from Versioned)")
    long others;

    @ColumnTransformer(read = "high / 100", write = "? * 100")
    long transformed;

    @Check(constraints = "positive > 0")
    int positive;

    @Check(name = "short_code", constraints = "length(code) < 10 and code ~ '^[a-z]+$'")
    @Column(nullable = false)
    String code;
}

@Entity
class Versioned {
    @Id
    Long id;

    @Version
    int version;

    @OptimisticLock(excluded = true)
    String unlocked;
}

@Entity
class VersionedByTime {
    @Id
    Long id;

    @Version
    LocalDateTime version;
}

@Entity
class VersionedShort {
    @Id
    Long id;

    @Version
    @Column(name = "lock_version", columnDefinition = "smallint default 0 not null")
    short version;
}

@Entity
@Immutable
@RowId
class Unchanging {
    @Id
    Long id;

    @PartitionKey
    String part;

    @Immutable
    String constant;
}

@Entity
@Subselect("select id, version from Versioned")
@Synchronize("Versioned")
class Selected {
    @Id
    Long id;

    int version;

    @ManyToOne
    @JoinColumn(name = "versioned")
    Versioned versioned;
}

@Entity
class PointsToSelected {
    @Id
    Long id;

    @ManyToOne
    Selected selected;
}

@Entity
@SoftDelete
class Soft {
    @Id
    Long id;

    @ElementCollection
    @SoftDelete(columnName = "gone")
    Set<String> words;

    @ManyToMany
    @SoftDelete(strategy = SoftDeleteType.ACTIVE)
    Set<Versioned> versioned;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
class SoftByLetter {
    @Id
    Long id;
}

@Entity
@SoftDelete(columnName = "is_deleted", converter = NumericBooleanConverter.class)
class SoftByNumber {
    @Id
    Long id;
}

@Entity
class Tenanted {
    @Id
    Long id;

    @TenantId
    @Column(length = 30)
    String tenant;

    @SQLRestriction("deleted = false")
    @OneToMany
    Set<Versioned> versioned;

    boolean deleted;
}

@Entity
@FilterDef(name = "recent", defaultCondition = "day > current_date - 10")
@Filter(name = "recent")
@SQLInsert(sql = "insert into filtered (day, id) values (?, ?)")
class Filtered {
    @Id
    Long id;

    LocalDate day;
}
