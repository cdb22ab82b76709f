package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain: a type with rules (PostgreSQL manual, 8.18 Domain Types).
 *
 * @param name the domain's name
 * @param type what it is based on
 * @param nullable whether it accepts NULL
 * @param defaultExpression null is none
 * @param collation as SQL; null is the type's own
 * @param checks over {@code VALUE}
 * @param comment null is none
 */
public record Domain(
        QualifiedName name,
        Type type,
        boolean nullable,
        @Nullable Expression defaultExpression,
        @Nullable String collation,
        List<Check> checks,
        @Nullable String comment) {

    public Domain {
        checks = List.copyOf(checks);
        for (Check check : checks) {
            if (check.validity() == Validity.NOT_ENFORCED) {
                throw new IllegalArgumentException("The check " + check.name() + " of the domain " + name
                        + " is NOT ENFORCED, which PostgreSQL has for tables only; leave it out");
            }
        }
    }

    /** A domain over a type, without any rule. */
    public static Domain of(QualifiedName name, Type type) {
        return new Domain(name, type, true, null, null, List.of(), null);
    }

    /** The same domain under another name. */
    public Domain named(QualifiedName other) {
        return new Domain(other, type, nullable, defaultExpression, collation, checks, comment);
    }

    /** {@code NOT NULL}. */
    public Domain notNull() {
        return new Domain(name, type, false, defaultExpression, collation, checks, comment);
    }

    /** {@code DEFAULT} of a constant. */
    public Domain defaultValue(Object value) {
        return defaultSql(Literals.literal(value));
    }

    /** {@code DEFAULT} of an SQL expression. */
    public Domain defaultSql(String sql) {
        return new Domain(name, type, nullable, Expression.of(sql), collation, checks, comment);
    }

    /** {@code COLLATE}, as SQL: a name is in quotes where PostgreSQL needs them. */
    public Domain collation(@Nullable String sql) {
        return new Domain(name, type, nullable, defaultExpression, sql, checks, comment);
    }

    /** Adds a check over {@code VALUE}. */
    public Domain check(String constraintName, String sql) {
        return new Domain(
                name,
                type,
                nullable,
                defaultExpression,
                collation,
                Lists.append(checks, List.of(Definitions.check(constraintName, sql))),
                comment);
    }

    /** Adds a check over {@code VALUE} that may be not valid. */
    public Domain check(Check check) {
        return new Domain(
                name, type, nullable, defaultExpression, collation, Lists.append(checks, List.of(check)), comment);
    }

    /** Its {@code COMMENT}; null for none. */
    public Domain comment(@Nullable String text) {
        return new Domain(name, type, nullable, defaultExpression, collation, checks, text);
    }
}
