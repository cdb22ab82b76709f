package dev.migrate.operation;

import dev.migrate.schema.Expression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Literals;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an author wants of a column: {@code alter("status").type(varchar(100)).notNull()}. Attributes that are not named
 * stay as they are.
 *
 * @param column the column's name
 * @param changes in the order they were named
 */
public record ColumnAlteration(String column, List<ColumnChange> changes) {

    public ColumnAlteration {
        changes = List.copyOf(changes);
    }

    /** The start of an alteration, for static import. */
    public static ColumnAlteration alter(String column) {
        return new ColumnAlteration(column, List.of());
    }

    /** A new type, converted by an assignment cast. */
    public ColumnAlteration type(Type type) {
        return and(new ColumnChange.SetType(type, null, null));
    }

    /** A new type, converted by the SQL expression {@code using}. */
    public ColumnAlteration type(Type type, String using) {
        return and(new ColumnChange.SetType(type, null, using));
    }

    /** A type with another collation than its own; {@code collation} as SQL, which brings its own double quotes. */
    public ColumnAlteration typeWithCollation(Type type, String collation) {
        return and(new ColumnChange.SetType(type, collation, null));
    }

    /** Both of {@link #typeWithCollation(Type, String)} and {@link #type(Type, String)}. */
    public ColumnAlteration typeWithCollation(Type type, String collation, String using) {
        return and(new ColumnChange.SetType(type, collation, using));
    }

    /** {@code SET NOT NULL}: fails if a row has NULL. */
    public ColumnAlteration notNull() {
        return and(new ColumnChange.SetNullable(false));
    }

    /** {@code DROP NOT NULL}. */
    public ColumnAlteration nullable() {
        return and(new ColumnChange.SetNullable(true));
    }

    /** {@code SET DEFAULT} to a constant, for rows that come later. */
    public ColumnAlteration defaultValue(Object value) {
        return defaultSql(Literals.literal(value));
    }

    /** {@code SET DEFAULT} to an SQL expression, for rows that come later. */
    public ColumnAlteration defaultSql(String sql) {
        return and(new ColumnChange.SetDefault(Expression.of(sql)));
    }

    /** {@code DROP DEFAULT}. */
    public ColumnAlteration dropDefault() {
        return and(new ColumnChange.SetDefault(null));
    }

    /** {@code ADD GENERATED … AS IDENTITY}: the column has to be NOT NULL and without a default. */
    public ColumnAlteration addIdentity(Identity identity) {
        return and(new ColumnChange.AddIdentity(identity));
    }

    /** {@code SET GENERATED}, and the options of its sequence. */
    public ColumnAlteration setIdentity(Identity identity) {
        return and(new ColumnChange.SetIdentity(identity));
    }

    /** {@code DROP IDENTITY}: its sequence goes with it. */
    public ColumnAlteration dropIdentity() {
        return and(new ColumnChange.DropIdentity(false));
    }

    /** As {@link #dropIdentity()}, unless it is no identity column. */
    public ColumnAlteration dropIdentityIfExists() {
        return and(new ColumnChange.DropIdentity(true));
    }

    /** Another formula for a generated column; PostgreSQL 17 and later. */
    public ColumnAlteration generatedAs(String sql) {
        return and(new ColumnChange.SetExpression(Expression.of(sql)));
    }

    /** A stored generated column becomes a plain one and keeps its values. */
    public ColumnAlteration dropExpression() {
        return and(new ColumnChange.DropExpression(false));
    }

    /** As {@link #dropExpression()}, unless it is no stored generated column. */
    public ColumnAlteration dropExpressionIfExists() {
        return and(new ColumnChange.DropExpression(true));
    }

    /** @param strategy PLAIN, EXTERNAL, EXTENDED or MAIN; null is the type's own, on PostgreSQL 16 and later */
    public ColumnAlteration storage(@Nullable String strategy) {
        return and(new ColumnChange.SetStorage(strategy));
    }

    /** @param method pglz or lz4, for values to come; null is the server's default; PostgreSQL 14 and later */
    public ColumnAlteration compression(@Nullable String method) {
        return and(new ColumnChange.SetCompression(method));
    }

    /** Another name; the other changes of the same alteration come first. */
    public ColumnAlteration rename(String newName) {
        return and(new ColumnChange.Rename(newName));
    }

    /** A comment, or none if it is null. */
    public ColumnAlteration comment(@Nullable String text) {
        return and(new ColumnChange.SetColumnComment(text));
    }

    /** Any other change. */
    public ColumnAlteration and(ColumnChange change) {
        return new ColumnAlteration(
                column, Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
