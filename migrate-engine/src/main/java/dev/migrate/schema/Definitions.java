package dev.migrate.schema;

import java.util.List;

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

    public static PrimaryKey primaryKey(String name, String column, String... more) {
        return new PrimaryKey(name, Lists.append(List.of(column), List.of(more)), List.of(), Deferral.NOT_DEFERRABLE);
    }

    public static Unique unique(String name, String column, String... more) {
        return new Unique(
                name, Lists.append(List.of(column), List.of(more)), List.of(), false, Deferral.NOT_DEFERRABLE);
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
                    true);
        }
    }

    public static Check check(String name, String sql) {
        return new Check(name, Expression.of(sql), true, true);
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

    public static Sequence sequence(String name) {
        return Sequence.of(QualifiedName.parse(name));
    }

    public static EnumType enumType(String name, String... values) {
        return new EnumType(QualifiedName.parse(name), List.of(values), null);
    }

    public static Domain domain(String name, Type type) {
        return Domain.of(QualifiedName.parse(name), type);
    }
}
