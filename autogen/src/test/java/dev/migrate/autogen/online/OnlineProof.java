package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.RunListener;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.java.CompiledSource;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.Schema;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the migration from one database's schema to another's, compiles it and runs it up and down on the first one with
 * its rows: the catalogs have to be the same as the other's, and as before.
 */
final class OnlineProof {

    private static final String NAME = "R0001_Online";

    private static final String TABLES = """
            CREATE TABLE customers (id bigint PRIMARY KEY, email varchar(100), vip boolean);
            CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, amount integer);
            """;
    private static final String ROWS = """
            INSERT INTO customers SELECT n, 'c' || n || '@example.com', false FROM generate_series(1, 1500) n;
            INSERT INTO orders SELECT n, n, 5 FROM generate_series(1, 1500) n;
            """;

    private final TestDatabase database;
    private final Difference difference;
    private final OnlineRewrite rewrite;
    private final String wantedDump;
    private final Schema wanted;
    private final String source;

    /** Of customers and their orders, 1500 of each: what changes is SQL on top of their tables. */
    static OnlineProof ofOrders(TestDatabase database, TestDatabase other, String changes, OnlineOptions options)
            throws SQLException {
        database.execute(TABLES + ROWS);
        other.execute(TABLES + changes);
        return new OnlineProof(database, other, options);
    }

    OnlineProof(TestDatabase database, TestDatabase other, OnlineOptions options, String... renames)
            throws SQLException {
        this(database, other, List.of(), options, renames);
    }

    /** @param numberedTables which tables entities would number by which sequence */
    OnlineProof(
            TestDatabase database,
            TestDatabase other,
            List<NumberedTables> numberedTables,
            OnlineOptions options,
            String... renames)
            throws SQLException {
        this.database = database;
        this.wanted = read(other).withMapping(new MappingFacts(numberedTables, List.of()));
        this.wantedDump = dump(other);
        this.difference = SchemaDiff.diff(read(database), wanted, DiffOptions.CATALOGS.renames(List.of(renames)));
        this.rewrite = OnlineRewrite.of(difference, options);
        this.source = MigrationWriter.write(
                rewrite.applyTo(MigrationFile.of("", NAME, "0001", "Online", "2026-01-01T00:00:00Z")));
    }

    OnlineRewrite rewrite() {
        return rewrite;
    }

    /** What the class does, without indentation of the class. */
    String methods() {
        int start = source.indexOf("    @Override");
        return source.substring(start, source.lastIndexOf('}')).stripIndent();
    }

    Migrate compiled(Path classes) throws Exception {
        return compiled(classes, new RunListener() {});
    }

    Migrate compiled(Path classes, RunListener listener) throws Exception {
        CompiledSource.compile(NAME, source, classes);
        RevisionInfo revision =
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "Online", null, NAME, null, "");
        return Migrate.configure()
                .dataSource(database.dataSource())
                .onlineFrom(0)
                .listener(listener)
                .history(RevisionGraph.of(List.of(revision)))
                .classLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, OnlineProof.class.getClassLoader()))
                .build();
    }

    /** Runs it up, down and up again. */
    void holds(Path classes) throws Exception {
        String before = dump(database);
        Migrate migrate = compiled(classes);

        migrate.upgrade("head");
        assertThat(dump(database)).as("upgrade").isEqualTo(wantedDump);
        assertThat(SchemaDiff.diff(read(database), wanted, DiffOptions.CATALOGS).operations())
                .isEmpty();

        migrate.downgrade("base");
        assertThat(dump(database)).as("downgrade").isEqualTo(before);

        migrate.upgrade("head");
        assertThat(dump(database)).as("second upgrade").isEqualTo(wantedDump);
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }

    private static String dump(TestDatabase database) {
        return SchemaDump.of(
                database, "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq");
    }
}
