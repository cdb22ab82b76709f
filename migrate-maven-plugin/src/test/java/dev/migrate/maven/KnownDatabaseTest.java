package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Status;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.DatabaseUrl;
import dev.migrate.command.database.Secret;
import dev.migrate.command.database.ServerDataSource;
import dev.migrate.maven.database.MavenConnection;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a database says of a revision whose file is to be replaced. */
@PostgresTest
class KnownDatabaseTest {

    private static final RevisionInfo NOTES = revision("0001", List.of(), "Notes", Notes.class);
    private static final RevisionInfo INDEX = revision("0002", List.of("0001"), "Index", Index.class);
    private static final RevisionGraph HISTORY = RevisionGraph.of(List.of(NOTES, INDEX));

    private final List<String> progress = new ArrayList<>();

    public static final class Notes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE notes (body text)");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP TABLE notes");
        }
    }

    /** Needs a table that isn't there after an index that is built outside of a transaction. */
    public static final class Index implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE INDEX CONCURRENTLY ix_notes ON notes (body)");
            op.execute("SELECT FROM cause");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP INDEX ix_notes");
        }
    }

    @Test
    void aRevisionThatIsNotAppliedMayBeReplaced(TestDatabase database) {
        migrate(database.dataSource(), HISTORY).upgrade("0001");

        requireUnapplied(INDEX, database);
        assertThat(progress).isEmpty();
    }

    @Test
    void aRevisionThatIsAppliedIsNotReplaced(TestDatabase database) {
        migrate(database.dataSource(), HISTORY).upgrade("0001");

        assertThatThrownBy(() -> requireUnapplied(NOTES, database))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "Revision 0001 (Notes) is not replaced: it is applied in embedded:17. Revert it there first,"
                                + " with mvn migrate:downgrade -Dmigrate.revision=-1, or leave out -Dmigrate.overwrite and write"
                                + " another revision.");
    }

    @Test
    void aRevisionThatIsHalfAppliedIsNotReplaced(TestDatabase database) {
        Migrate migrate = migrate(database.dataSource(), HISTORY);
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("relation \"cause\" does not exist");

        assertThatThrownBy(() -> requireUnapplied(INDEX, database))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        Revision 0002 (Index) is not replaced: it is half applied in embedded:17.
                        The database is half way through the upgrade of revision 0002: 1 of its 2 statements are committed.
                        It failed with
                          ERROR: relation "cause" does not exist
                            Position: 14
                        Correct the cause: the rows, or the migration after statement 1. Then complete it: mvn \
                        migrate:upgrade -Dmigrate.revision=0002
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0002@-1""");

        database.execute("DROP INDEX ix_notes");
        migrate.stamp("0002@-1");
        requireUnapplied(INDEX, database);
    }

    @Test
    void aRevisionIsNotReplacedWhereTheDatabaseIsAtOneThatMayFollowIt(TestDatabase database) {
        RevisionInfo other = revision("0002b", List.of("0001"), "Other", Notes.class);
        migrate(database.dataSource(), RevisionGraph.of(List.of(NOTES, other))).stamp("0002b");

        assertThatThrownBy(() -> requireUnapplied(INDEX, database))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Revision 0002 (Index) is not replaced: embedded:17 is at 0002b, which this history doesn't"
                        + " have and which may follow it.");
    }

    @Test
    void anApplicationsDatabaseThatIsOutOfReachIsReportedAndNoReasonToRefuse() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        String source = "spring.datasource.url in the application's settings";
        DatabaseUrl.Server url = (DatabaseUrl.Server)
                DatabaseUrl.parse("jdbc:postgresql://localhost:" + free + "/shop?password=s3cret", source);
        ServerDataSource server = new ServerDataSource(
                url,
                new Credentials(Optional.of("ann"), Optional.of(new Secret("s3cret"))),
                MavenConnection.origin(source));
        Supplier<Status> status = () -> migrate(server.connected(), HISTORY).status();
        String name = url + " (" + source + ")";
        String refused =
                "Can't reach PostgreSQL at localhost:" + free + ": Connection refused. Is the server running, and"
                        + " is the URL right? It comes from spring.datasource.url in the application's settings.";

        new KnownDatabase(name, false, status).requireUnapplied(HISTORY, INDEX, progress::add);
        assertThat(progress)
                .containsExactly("Whether revision 0002 (Index) is applied in jdbc:postgresql://localhost:" + free
                        + "/shop (spring.datasource.url in the application's settings) can't be told: " + refused);

        assertThatThrownBy(() -> new KnownDatabase(name, true, status).requireUnapplied(HISTORY, INDEX, progress::add))
                .isInstanceOf(MigrateException.class)
                .hasMessage(refused);
    }

    private void requireUnapplied(RevisionInfo revision, TestDatabase database) {
        new KnownDatabase("embedded:17", true, () -> migrate(database.dataSource(), HISTORY)
                        .status())
                .requireUnapplied(HISTORY, revision, progress::add);
    }

    private static Migrate migrate(DataSource dataSource, RevisionGraph history) {
        return Migrate.configure()
                .dataSource(dataSource)
                .history(history)
                .classLoader(KnownDatabaseTest.class.getClassLoader())
                .build();
    }

    private static RevisionInfo revision(
            String id, List<String> revises, String message, Class<? extends Migration> migration) {
        return new RevisionInfo(id, revises, List.of(), List.of(), message, null, migration.getName(), null, "");
    }
}
