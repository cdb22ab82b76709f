package dev.migrate.schema;

import dev.migrate.schema.DatabaseObject.Cast;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.DatabaseObject.Policy;
import dev.migrate.schema.DatabaseObject.Routine;
import dev.migrate.schema.DatabaseObject.Trigger;
import dev.migrate.schema.DatabaseObject.View;
import dev.migrate.schema.ObjectReference.RoutineKind;
import java.util.List;
import java.util.TreeMap;

/**
 * The words a migration is written with, for static import beside {@link Types}:
 *
 * <pre>{@code
 * import static dev.migrate.schema.Definitions.*;
 * import static dev.migrate.schema.Types.*;
 *
 * op.createTable(table("agents")
 *         .columns(
 *                 column("id", uuid()).notNull(),
 *                 column("name", varchar(100)).notNull().comment("Shown to users"),
 *                 column("tenant_id", uuid()).notNull())
 *         .primaryKey("agents_pkey", "id")
 *         .foreignKey(foreignKey("agents_tenant_id_fkey", "tenant_id")
 *                 .references("tenants", "id")
 *                 .onDelete(CASCADE)));
 * op.createIndex(index("ix_agents_name").on("agents", "name"));
 * }</pre>
 */
public final class Definitions {

    private Definitions() {}

    /** An empty table; the name as {@link QualifiedName#parse} reads it. */
    public static Table table(String name) {
        return Table.of(QualifiedName.parse(name));
    }

    /** A nullable column. */
    public static Column column(String name, Type type) {
        return Column.of(name, type);
    }

    /** {@code PRIMARY KEY} of these columns, with its name. */
    public static PrimaryKey primaryKey(String name, String column, String... more) {
        return new PrimaryKey(
                name, Lists.append(List.of(column), List.of(more)), List.of(), false, Deferral.NOT_DEFERRABLE);
    }

    /** {@code UNIQUE} of these columns, with its name. */
    public static Unique unique(String name, String column, String... more) {
        return new Unique(
                name, Lists.append(List.of(column), List.of(more)), List.of(), false, false, Deferral.NOT_DEFERRABLE);
    }

    /** The start of {@code foreignKey("fk", "tenant_id").references("tenants", "id")}. */
    public static ForeignKeyColumns foreignKey(String name, String column, String... more) {
        return new ForeignKeyColumns(name, Lists.append(List.of(column), List.of(more)));
    }

    /** A foreign key that doesn't say yet what it references. */
    public record ForeignKeyColumns(String name, List<String> columns) {
        /**
         * @param table the name as {@link QualifiedName#parse} reads it
         * @param targetColumns none is the table's primary key
         */
        public ForeignKey references(String table, String... targetColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    QualifiedName.parse(table),
                    List.of(targetColumns),
                    ForeignKey.Action.NO_ACTION,
                    List.of(),
                    ForeignKey.Action.NO_ACTION,
                    ForeignKey.Match.SIMPLE,
                    Deferral.NOT_DEFERRABLE,
                    Validity.VALID,
                    false);
        }
    }

    /** {@code CHECK}, with its name and the condition as SQL. */
    public static Check check(String name, String sql) {
        return new Check(name, Expression.of(sql), Validity.VALID, true);
    }

    /** An exclusion constraint over a gist index: {@code exclude("no_overlap", "during", "&&").with("room", "=")}. */
    public static Exclusion exclude(String name, String column, String operator) {
        return exclude(name, IndexKey.column(column), operator);
    }

    /** An exclusion constraint over a gist index whose first element has options or is an expression. */
    public static Exclusion exclude(String name, IndexKey key, String operator) {
        return new Exclusion(
                name, "gist", List.of(new Exclusion.Element(key, operator)), List.of(), null, Deferral.NOT_DEFERRABLE);
    }

    /** The start of {@code index("ix_agents_name").on("agents", "name")}. */
    public static Index.Named index(String name) {
        return new Index.Named(name);
    }

    /** An index key that is a column: {@code key("created_at").desc()}. */
    public static IndexKey key(String column) {
        return IndexKey.column(column);
    }

    /** An index key that is an expression: {@code expression("lower(email)")}. */
    public static IndexKey expression(String sql) {
        return IndexKey.expression(sql);
    }

    /** A sequence, counting up from 1. */
    public static Sequence sequence(String name) {
        return Sequence.of(QualifiedName.parse(name));
    }

    /** The start of {@code statistics("orders_place").on("orders", "country", "city")}. */
    public static Statistics.Named statistics(String name) {
        return new Statistics.Named(QualifiedName.parse(name));
    }

    /** An enumerated type with these values, in their order. */
    public static EnumType enumType(String name, String... values) {
        return new EnumType(QualifiedName.parse(name), List.of(values), null);
    }

    /** A domain over a type. */
    public static Domain domain(String name, Type type) {
        return Domain.of(QualifiedName.parse(name), type);
    }

    /** An extension: {@code extension("citext").schema("extensions").version("1.6")}; the exact name. */
    public static Extension extension(String name) {
        return Extension.of(name);
    }

    /** A view: its name and the SELECT behind AS. */
    public static View view(String name, String query) {
        return new View(QualifiedName.parse(name), query, new TreeMap<>(), null);
    }

    /** A materialized view: its name and the SELECT behind AS. */
    public static MaterializedView materializedView(String name, String query) {
        return new MaterializedView(QualifiedName.parse(name), query, true, null);
    }

    /**
     * A function: {@code function("add", "a integer, b integer", "RETURNS integer LANGUAGE sql AS $$ SELECT a + b $$")}.
     *
     * @param arguments as SQL, without the parentheses; empty for none
     * @param definition what follows them
     */
    public static Routine function(String name, String arguments, String definition) {
        return new Routine(RoutineKind.FUNCTION, QualifiedName.parse(name), arguments, definition, null);
    }

    /**
     * A procedure; otherwise as {@link #function}.
     *
     * @param arguments as SQL, without the parentheses; empty for none
     * @param definition what follows them
     */
    public static Routine procedure(String name, String arguments, String definition) {
        return new Routine(RoutineKind.PROCEDURE, QualifiedName.parse(name), arguments, definition, null);
    }

    /**
     * A trigger: {@code trigger("touch", "agents", "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()")}.
     *
     * @param event what stands before ON
     * @param action what stands behind the table
     */
    public static Trigger trigger(String name, String table, String event, String action) {
        return new Trigger(name, QualifiedName.parse(table), event, action, false, null);
    }

    /** A policy: {@code policy("own", "agents", "FOR SELECT USING (owner = current_user)")}. */
    public static Policy policy(String name, String table, String definition) {
        return new Policy(name, QualifiedName.parse(table), definition, null);
    }

    /** A cast: {@code cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT")}. */
    public static Cast cast(Type source, Type target, String method) {
        return new Cast(source, target, method, null);
    }
}
