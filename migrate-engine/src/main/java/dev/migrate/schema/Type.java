package dev.migrate.schema;

/**
 * A PostgreSQL data type, written as in SQL: {@code varchar(50)}, {@code numeric(10,2)}, {@code text[]},
 * {@code app.mood}. {@link Types} has a factory for each common one.
 *
 * <p>Only PostgreSQL knows that {@code varchar(50)} and {@code character varying(50)} are one type. Types are comparable
 * after canonicalization, when each is spelled as {@code format_type} spells it.
 *
 * @param sql the type's SQL, with identifiers already quoted where they need it
 */
public record Type(String sql) {

    public Type {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("A type is blank; expected SQL such as varchar(50)");
        }
    }

    /** The array type with this element type. */
    public Type array() {
        return new Type(sql + "[]");
    }

    @Override
    public String toString() {
        return sql;
    }
}
