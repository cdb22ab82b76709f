package dev.migrate.autogen.detected;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.scratch.Canonicalizer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model that changes.
 *
 * @param name what changes, as a sentence
 * @param setUp SQL that the database needs before either model
 * @param before what the database was made from
 * @param after what is declared now
 * @param renames as {@code -Dmigrate.rename} takes them
 * @param since the first major that can do it
 * @param upgrade the statements of the written migration
 * @param downgrade the statements of its way back
 */
record Detected(
        String name,
        String setUp,
        Schema before,
        Schema after,
        List<String> renames,
        int since,
        String upgrade,
        String downgrade) {

    static Detected detected(String name) {
        return new Detected(name, "", Schema.EMPTY, Schema.EMPTY, List.of(), ServerVersion.OLDEST_SUPPORTED, "", "");
    }

    Detected setUp(String sql) {
        return new Detected(name, sql, before, after, renames, since, upgrade, downgrade);
    }

    Detected before(Table... tables) {
        return before(Schema.ofTables(tables));
    }

    Detected before(Schema schema) {
        return new Detected(name, setUp, schema, after, renames, since, upgrade, downgrade);
    }

    Detected after(Table... tables) {
        return after(Schema.ofTables(tables));
    }

    Detected after(Schema schema) {
        return new Detected(name, setUp, before, schema, renames, since, upgrade, downgrade);
    }

    Detected renaming(String... all) {
        return new Detected(name, setUp, before, after, List.of(all), since, upgrade, downgrade);
    }

    Detected since(int major) {
        return new Detected(name, setUp, before, after, renames, major, upgrade, downgrade);
    }

    Detected upgrade(String java) {
        return new Detected(name, setUp, before, after, renames, since, java, downgrade);
    }

    Detected downgrade(String java) {
        return new Detected(name, setUp, before, after, renames, since, upgrade, java);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Declared objects against what is in the database, as {@code migrate:autogenerate} compares them. */
    static Difference difference(Connection connection, Schema declared, List<String> renames) throws SQLException {
        Set<String> schemas = new TreeSet<>(declared.schemas());
        Set<String> others = new HashSet<>();
        declared.tables().stream().map(table -> table.name().schema()).forEach(others::add);
        declared.sequences().stream().map(sequence -> sequence.name().schema()).forEach(others::add);
        declared.enums().stream().map(type -> type.name().schema()).forEach(others::add);
        others.remove(null);
        schemas.addAll(others);
        Schema actual = new CatalogReader()
                .read(connection, CatalogScope.ofDefaultSchema().schemas(schemas));
        Schema wanted = new Canonicalizer(connection).canonicalize(declared, actual);
        DiffOptions options = DiffOptions.ENTITIES
                .dropUnknown(true)
                .renames(renames)
                .server(ServerVersion.ofMajor(connection.getMetaData().getDatabaseMajorVersion()));
        return SchemaDiff.diff(actual, wanted, options);
    }
}
