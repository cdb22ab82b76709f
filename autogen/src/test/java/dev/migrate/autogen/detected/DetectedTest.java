package dev.migrate.autogen.detected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Migrate;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.java.CompiledSource;
import dev.migrate.autogen.java.MigrationContent;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that is detected. The statements that each case shows are compiled and run: up, where nothing differs any
 * more, and down, to what was there. What is rewritten for tables in use has to lead to the same places.
 */
class DetectedTest {

    private static final String FRAME = """
            import static dev.migrate.operation.ColumnAlteration.alter;
            import static dev.migrate.operation.Comments.*;
            import static dev.migrate.operation.EnumOperation.Use.use;
            import static dev.migrate.schema.Definitions.*;
            import static dev.migrate.schema.ForeignKey.Action.*;
            import static dev.migrate.schema.Identity.*;
            import static dev.migrate.schema.Types.*;

            import dev.migrate.Migration;
            import dev.migrate.Operations;
            import dev.migrate.schema.*;
            import java.util.Map;

            public class R0001_Case%d implements Migration {
                @Override
                public void upgrade(Operations op) {
            %s
                }

                @Override
                public void downgrade(Operations op) {
            %s
                }
            }
            """;

    /** A new database for each case would take longer than all that is done in it. */
    static final String EMPTY = """
            DO $$
            DECLARE
                name text;
            BEGIN
                FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                    EXECUTE format('DROP EXTENSION %I CASCADE', name);
                END LOOP;
                FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', name);
                END LOOP;
                CREATE SCHEMA public;
            END $$
            """;

    private static final TestDatabase DATABASE = PostgresServer.get().newDatabase();
    private static final ServerVersion SERVER =
            new ServerVersion(Integer.parseInt(DATABASE.query("SHOW server_version_num")));

    private static Connection connection;

    @TempDir
    static Path classes;

    static final List<Detected> CASES = Stream.of(
                    DetectedTables.CASES,
                    DetectedColumns.CASES,
                    DetectedColumnTypes.CASES,
                    DetectedConversions.CASES,
                    DetectedKeys.CASES,
                    DetectedReferences.CASES,
                    DetectedRebuiltReferences.CASES,
                    DetectedIndexes.CASES,
                    DetectedTypes.CASES,
                    DetectedDomains.CASES,
                    DetectedSequences.CASES,
                    DetectedStatistics.CASES,
                    DetectedEnumReplacements.CASES,
                    DetectedReplacements.CASES,
                    DetectedComposites.CASES,
                    DetectedCompositeParts.CASES,
                    DetectedObjects.CASES,
                    DetectedRights.CASES,
                    DetectedRenames.CASES,
                    DetectedFollowing.CASES,
                    DetectedDependents.CASES)
            .flatMap(List::stream)
            .toList();

    static List<Detected> cases() {
        return CASES;
    }

    @BeforeAll
    static void compileWhatTheCasesShow() throws Exception {
        connection = DATABASE.connect();
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < CASES.size(); i++) {
            Detected each = CASES.get(i);
            sources.put(className(i), FRAME.formatted(i, each.upgrade(), each.downgrade()));
        }
        CompiledSource.compile(sources, classes);
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static String className(int number) {
        return "R0001_Case" + number;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDetectedAndGoesBothWays(Detected each) throws Exception {
        assumeTrue(SERVER.isAtLeast(each.since()), "needs PostgreSQL " + each.since());
        execute(EMPTY);
        execute(each.setUp());
        run(SchemaDiff.diff(Schema.EMPTY, each.before(), DiffOptions.CATALOGS).operations());
        String before = dump();

        Difference difference = Detected.difference(connection, each.after(), each.renames());
        assertThat(DetectedText.of(difference.operations()))
                .allSatisfy(line -> assertThat(line).as("what is said of it").doesNotEndWith(": "));
        MigrationFile file = MigrationFile.of("", "R0001", "0001", each.name(), "2026-01-01T00:00:00Z");
        String source = MigrationWriter.write(MigrationContent.of(file, difference));
        assertThat(asPrinted(body(source, "upgrade"))).isEqualTo(asPrinted(each.upgrade()));
        assertThat(asPrinted(body(source, "downgrade"))).isEqualTo(asPrinted(each.downgrade()));

        Migrate migrate = migrate(className(CASES.indexOf(each)));
        migrate.upgrade("head");
        assertThat(Detected.difference(connection, each.after(), List.of()).operations())
                .as("what still differs")
                .isEmpty();
        String after = dump();
        migrate.downgrade("base");
        assertThat(dump()).as("downgrade").isEqualTo(before);

        OnlineRewrite online = OnlineRewrite.of(difference, OnlineOptions.ONLINE);
        runSteps(online.upgrade());
        assertThat(dump()).as("upgrade online").isEqualTo(after);
        runSteps(online.downgrade());
        assertThat(dump()).as("downgrade online").isEqualTo(before);
    }

    /** The statements of a method, without the indentation that they have in their class. */
    private static String body(String source, String method) {
        int start = source.indexOf("void " + method + "(Operations op) {\n");
        if (start < 0) {
            throw new IllegalArgumentException("No method " + method + " in\n" + source);
        }
        int first = source.indexOf('\n', start) + 1;
        return source.substring(first, source.indexOf("\n    }\n", first) + 1).stripIndent();
    }

    /** Before 16, PostgreSQL prints a column of a view with its table, as it is shown here only where there are several. */
    private static String asPrinted(String body) {
        return SERVER.isAtLeast(16) ? body : body.replaceAll("\\b\\w+\\.(?=\\w)", "");
    }

    private static Migrate migrate(String className) throws Exception {
        RevisionInfo revision =
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "Case", null, className, null, "");
        return Migrate.configure()
                .dataSource(DATABASE.dataSource())
                .onlineFrom(0)
                .history(RevisionGraph.of(List.of(revision)))
                .classLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, DetectedTest.class.getClassLoader()))
                .build();
    }

    private static void runSteps(List<Paragraph> steps) {
        steps.forEach(step -> run(step.operations()));
    }

    private static void run(List<? extends Operation> operations) {
        DdlRenderer ddl = new DdlRenderer(SERVER);
        operations.stream()
                .flatMap(operation -> ddl.render(operation).stream())
                .map(Statement::sql)
                .forEach(DetectedTest::execute);
    }

    private static void execute(String sql) {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String dump() throws SQLException {
        return SchemaDump.of(
                connection, "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq");
    }
}
