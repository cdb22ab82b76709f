package dev.migrate.ddl;

import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Moves to another schema. */
final class SchemaDdl {

    private SchemaDdl() {}

    /**
     * {@code ALTER … SET SCHEMA}. The default schema has no name that SQL could write: it is asked for where it runs.
     *
     * @param kind of the object, as SQL
     * @param schema null for the default schema
     */
    static Statement move(String kind, QualifiedName name, @Nullable String schema) {
        String sql = "ALTER " + kind + " " + SqlIdentifiers.quote(name) + " SET SCHEMA ";
        return Statement.of(
                schema == null
                        ? "DO "
                                + Literals.string("BEGIN EXECUTE " + Literals.string(sql)
                                        + " || quote_ident(current_schema()); END")
                        : sql + SqlIdentifiers.quote(schema));
    }
}
