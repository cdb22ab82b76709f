package dev.migrate.benchmarks;

import java.util.Locale;

/**
 * A table of a made-up schema, as SQL and as the entity that maps it: twelve columns, two foreign keys, two indexes and
 * a unique constraint.
 *
 * @param number from 1; the table refers to its predecessor and to the one at half its number
 */
record GeneratedTable(int number) {

    String name() {
        return name(number);
    }

    String entity() {
        return entity(number);
    }

    /** The table without its foreign keys, which may need a table that comes later. */
    String createSql() {
        return """
                CREATE TABLE %1$s (
                    id bigint NOT NULL,
                    code varchar(40) NOT NULL,
                    name varchar(100) NOT NULL,
                    status varchar(20) NOT NULL,
                    amount numeric(12,2) NOT NULL,
                    quantity integer NOT NULL,
                    active boolean NOT NULL,
                    created_at timestamp(6) with time zone NOT NULL,
                    updated_at timestamp(6) with time zone,
                    note text,
                    previous_id bigint NOT NULL,
                    owner_id bigint,
                    CONSTRAINT %1$s_pkey PRIMARY KEY (id),
                    CONSTRAINT uq_%1$s_code UNIQUE (code)
                );
                CREATE INDEX ix_%1$s_status ON %1$s (status, created_at);
                CREATE INDEX ix_%1$s_name ON %1$s (name);
                """.formatted(name());
    }

    String foreignKeySql() {
        return """
                ALTER TABLE %1$s ADD CONSTRAINT fk_%1$s_previous FOREIGN KEY (previous_id) REFERENCES %2$s (id);
                ALTER TABLE %1$s ADD CONSTRAINT fk_%1$s_owner FOREIGN KEY (owner_id) REFERENCES %3$s (id);
                """.formatted(name(), name(previous()), name(owner()));
    }

    /** The source of its entity. */
    String source() {
        return """
                package bench.entities;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.Instant;

                @Entity
                @Table(
                        name = "%1$s",
                        uniqueConstraints = @UniqueConstraint(name = "uq_%1$s_code", columnNames = "code"),
                        indexes = {
                            @Index(name = "ix_%1$s_status", columnList = "status, created_at"),
                            @Index(name = "ix_%1$s_name", columnList = "name")
                        })
                public class %2$s {
                    @Id
                    private long id;

                    @Column(nullable = false, length = 40)
                    private String code;

                    @Column(nullable = false, length = 100)
                    private String name;

                    @Column(nullable = false, length = 20)
                    private String status;

                    @Column(nullable = false, precision = 12, scale = 2)
                    private BigDecimal amount;

                    private int quantity;

                    private boolean active;

                    @Column(name = "created_at", nullable = false)
                    private Instant createdAt;

                    @Column(name = "updated_at")
                    private Instant updatedAt;

                    @Column(columnDefinition = "text")
                    private String note;

                    @ManyToOne(fetch = FetchType.LAZY, optional = false)
                    @JoinColumn(name = "previous_id", nullable = false, foreignKey = @ForeignKey(name = "fk_%1$s_previous"))
                    private %3$s previous;

                    @ManyToOne(fetch = FetchType.LAZY)
                    @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_%1$s_owner"))
                    private %4$s owner;
                }
                """.formatted(name(), entity(), entity(previous()), entity(owner()));
    }

    private int previous() {
        return Math.max(1, number - 1);
    }

    private int owner() {
        return Math.max(1, number / 2);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "part_%05d", number);
    }

    private static String entity(int number) {
        return String.format(Locale.ROOT, "Part%05d", number);
    }
}
