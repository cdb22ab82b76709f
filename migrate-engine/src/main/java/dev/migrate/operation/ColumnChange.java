package dev.migrate.operation;

import dev.migrate.schema.Expression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Type;
import org.jspecify.annotations.Nullable;

/** One attribute of a column set to a new value: an {@code ALTER COLUMN} clause, or a comment. */
public sealed interface ColumnChange {

    /**
     * A new data type. Rewrites the table under ACCESS EXCLUSIVE unless the types are binary compatible (PostgreSQL
     * manual, ALTER TABLE, Notes).
     *
     * @param collation as SQL; null is the type's own
     * @param using how old values become new ones, as SQL; null is an assignment cast
     */
    record SetType(
            Type type, @Nullable String collation, @Nullable String using) implements ColumnChange {}

    /** NOT NULL set or dropped. */
    record SetNullable(boolean nullable) implements ColumnChange {}

    /** A default set, or dropped if it is null. */
    record SetDefault(@Nullable Expression expression) implements ColumnChange {}

    /** A plain column becomes an identity column. */
    record AddIdentity(Identity identity) implements ColumnChange {}

    /** An identity column counts differently. */
    record SetIdentity(Identity identity) implements ColumnChange {}

    /** An identity column becomes a plain one. */
    record DropIdentity(boolean ifExists) implements ColumnChange {}

    /** Another formula for a generated column; PostgreSQL 17 and later. */
    record SetExpression(Expression expression) implements ColumnChange {}

    /** A stored generated column becomes a plain one and keeps its values. */
    record DropExpression(boolean ifExists) implements ColumnChange {}

    /** PLAIN, EXTERNAL, EXTENDED or MAIN; null is the type's own. */
    record SetStorage(@Nullable String storage) implements ColumnChange {}

    /** pglz or lz4; null is the server's default. */
    record SetCompression(@Nullable String compression) implements ColumnChange {}

    /** A comment set, or removed if it is null. */
    record SetColumnComment(@Nullable String comment) implements ColumnChange {}
}
