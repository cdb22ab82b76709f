package dev.migrate.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A table of the model, as the sources that map it. Of ten tables four have a sequence for their keys and four are numbered
 * by identity, one belongs to a joined subclass and one to an element collection; all have two foreign keys, two indexes, a
 * unique constraint, an enum check, a jsonb column and two defaults.
 *
 * @param number from 1
 * @param count how many tables there are
 */
record ModelTable(int number, int count) {

    private static final int SINGLE_TABLE = 4;
    private static final int NAMED_ENUM = 5;
    private static final int SAME_NAMED_ENUM = 6;
    private static final int COLLECTION_OWNER = 7;
    private static final int JOINED_ROOT = 8;
    private static final int JOINED_SUBCLASS = 9;
    private static final int COLLECTION = 10;

    private static final String IMPORTS = """
            import bench.values.*;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.util.*;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.Comment;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.type.SqlTypes;
            """;

    String name() {
        return name(number);
    }

    String type() {
        return type(number);
    }

    /** Sources by class name. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        switch (position()) {
            case JOINED_SUBCLASS -> sources.put(type(), subclass());
            case COLLECTION -> sources.put(type(), element());
            default -> {
                sources.put(type(), entity());
                if (position() == SINGLE_TABLE) {
                    sources.put(type() + "Retail", inSameTable("Retail", "Integer discount"));
                    sources.put(type() + "Trade", inSameTable("Trade", "String contract"));
                }
            }
        }
        return sources;
    }

    /** The enum that is a type of its own in the database, where this is the first table with it. */
    Map<String, String> enums() {
        if (position() != NAMED_ENUM) {
            return Map.of();
        }
        return Map.of(stage(), """
                package bench.values;

                public enum %s {
                    DRAFT,
                    REVIEWED,
                    PUBLISHED
                }
                """.formatted(stage()));
    }

    /** What the database has beside the entities, as others made it. */
    String othersSql() {
        StringBuilder sql = new StringBuilder();
        if (isEntity() && number % 5 == 1) {
            sql.append("CREATE INDEX ix_%1$s_open ON %1$s (created_at) WHERE active;\n".formatted(name()));
        }
        if (isEntity() && number % 7 == 1) {
            sql.append("CREATE INDEX ix_%1$s_lower ON %1$s (lower(name));\n".formatted(name()));
        }
        return sql.toString();
    }

    private String entity() {
        return """
                package bench.entities;

                %1$s
                @Entity
                %2$s%3$s%4$spublic class %5$s {
                    @Id
                    %6$s
                    private Long id;

                %7$s%8$s%9$s}
                """.formatted(
                        IMPORTS,
                        comment(),
                        inheritance(),
                        "@Table(%s)\n".formatted(table("")),
                        type(),
                        generated(),
                        attributes(""),
                        references(),
                        namedEnum() + collection());
    }

    private String subclass() {
        return """
                package bench.entities;

                %1$s
                @Entity
                %2$s@Table(%3$s)
                public class %4$s extends %5$s {
                %6$s%7$s}
                """.formatted(
                        IMPORTS,
                        comment(),
                        table("detail_"),
                        type(),
                        type(number - JOINED_SUBCLASS + JOINED_ROOT),
                        attributes("detail_"),
                        toPrevious("detail_"));
    }

    private String element() {
        return """
                package bench.entities;

                %1$s
                @Embeddable
                public class %2$s {
                %3$s%4$s}
                """.formatted(IMPORTS, type(), attributes(""), toPrevious(""));
    }

    private String inSameTable(String suffix, String field) {
        return """
                package bench.entities;

                %1$s
                @Entity
                @DiscriminatorValue("%2$s")
                public class %3$s%2$s extends %3$s {
                    private %4$s;
                }
                """.formatted(IMPORTS, suffix, type(), field);
    }

    private String comment() {
        return number % 3 == 0 ? "@Comment(\"What is in %s\")\n".formatted(name()) : "";
    }

    private String inheritance() {
        return switch (position()) {
            case SINGLE_TABLE -> "@Inheritance(strategy = InheritanceType.SINGLE_TABLE)\n";
            case JOINED_ROOT -> "@Inheritance(strategy = InheritanceType.JOINED)\n";
            default -> "";
        };
    }

    /** What {@code @Table} and {@code @CollectionTable} are given. */
    private String table(String prefix) {
        return """
                name = "%1$s",
                        uniqueConstraints = @UniqueConstraint(name = "uq_%1$s_code", columnNames = "%2$scode"),
                        indexes = {
                            @Index(name = "ix_%1$s_status", columnList = "%2$sstatus, %2$screated_at"),
                            @Index(name = "ix_%1$s_name", columnList = "%2$sname")
                        }""".formatted(name(), prefix);
    }

    private String generated() {
        if (number % 2 == 0) {
            return "@GeneratedValue(strategy = GenerationType.IDENTITY)";
        }
        return """
                @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "%1$s_seq")
                    @SequenceGenerator(name = "%1$s_seq", sequenceName = "%1$s_seq", allocationSize = 50)\
                """.formatted(name());
    }

    /** The columns that all have; in a subclass they begin with something else than the root's. */
    private static String attributes(String prefix) {
        return """
                    @Column(name = "$code", nullable = false, length = 40)
                    private String $code;

                    @Column(name = "$name", nullable = false, length = 100)
                    private String $name;

                    @Enumerated(EnumType.STRING)
                    @Column(name = "$status", nullable = false, length = 20)
                    private Status $status;

                    @JdbcTypeCode(SqlTypes.JSON)
                    @Column(name = "$attributes")
                    private Map<String, String> $attributes;

                    @Column(name = "$amount", nullable = false, precision = 12, scale = 2)
                    private BigDecimal $amount;

                    @ColumnDefault("true")
                    @Column(name = "$active", nullable = false)
                    private boolean $active;

                    @ColumnDefault("now()")
                    @Column(name = "$created_at", nullable = false)
                    private Instant $created_at;

                """.replace("$", prefix);
    }

    private String references() {
        return toPrevious("") + reference("owner", number / 2, false);
    }

    private String toPrevious(String prefix) {
        return reference(prefix + "previous", number - 1, true);
    }

    /** Every other table has foreign keys with a name; the others' are named by Hibernate. */
    private String reference(String attribute, int target, boolean isRequired) {
        String foreignKey =
                number % 2 == 0 ? ", foreignKey = @ForeignKey(name = \"fk_%s_%s\")".formatted(name(), attribute) : "";
        return """
                    @ManyToOne(fetch = FetchType.LAZY%s)
                    @JoinColumn(name = "%s_id"%s%s)
                    private %s %s;

                """.formatted(
                        isRequired ? ", optional = false" : "",
                        attribute,
                        isRequired ? ", nullable = false" : "",
                        foreignKey,
                        type(entityBefore(target)),
                        attribute);
    }

    private String namedEnum() {
        if (!hasNamedEnum()) {
            return "";
        }
        return """
                    @Comment("How far it is")
                    @Enumerated(EnumType.STRING)
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
                    @Column(name = "stage", nullable = false)
                    private %s stage;

                """.formatted(stage());
    }

    private String collection() {
        ModelTable elements = new ModelTable(number - COLLECTION_OWNER + COLLECTION, count);
        if (position() != COLLECTION_OWNER || elements.number > count) {
            return "";
        }
        return """
                    @ElementCollection
                    @OrderColumn(name = "position")
                    @CollectionTable(%s, joinColumns = @JoinColumn(name = "item_id", nullable = false))
                    private List<%s> elements;

                """.formatted(elements.table(""), elements.type());
    }

    private boolean hasNamedEnum() {
        return position() == NAMED_ENUM || position() == SAME_NAMED_ENUM;
    }

    /** Of ten tables two share one. */
    private String stage() {
        return String.format(Locale.ROOT, "Stage%05d", number - position() + NAMED_ENUM);
    }

    private boolean isEntity() {
        return position() < JOINED_SUBCLASS;
    }

    /** From 1 to 10. */
    private int position() {
        return (number - 1) % 10 + 1;
    }

    /** The last entity with a key of its own up to this number. */
    private static int entityBefore(int number) {
        int position = (number + 9) % 10 + 1;
        return Math.max(1, number - Math.max(0, position - JOINED_ROOT));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "item_%05d", number);
    }

    private static String type(int number) {
        return String.format(Locale.ROOT, "Item%05d", number);
    }
}
