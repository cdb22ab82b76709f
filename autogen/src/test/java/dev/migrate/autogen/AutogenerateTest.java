package dev.migrate.autogen;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.jpa.HibernateEntityReader;
import dev.migrate.autogen.jpa.Models;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.autogen.testing.TestScratch;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole pipeline with real entities and a real server. */
@PostgresTest
class AutogenerateTest {

    @Test
    void aDatabaseThatLagsBehindItsHistoryIsNotCompared(TestDatabase database) {
        RevisionInfo unapplied =
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "first", null, "db.R0001", null, "");

        assertThatThrownBy(() -> autogenerate("agents", List.of(unapplied)).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Target database is not up to date. Database is at base, expected 0001 (head)."
                        + " Run: mvn migrate:upgrade");
    }

    @Test
    void aDatabaseThatLagsBehindIsSaidBeforeEntitiesThatAreMissing(TestDatabase database, @TempDir Path empty) {
        RevisionInfo unapplied =
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "first", null, "db.R0001", null, "");

        assertThatThrownBy(() ->
                        autogenerate(entitiesIn(empty), List.of(unapplied)).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("Target database is not up to date.");
    }

    public static final class Stopping implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE words (word text)");
            op.execute("CREATE INDEX CONCURRENTLY words_word ON words (word)");
            op.execute("SELECT FROM cause");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP INDEX CONCURRENTLY words_word");
            op.execute("DROP TABLE cause");
            op.execute("DROP TABLE words");
        }
    }

    @Test
    void aDatabaseThatIsHalfRevertedIsNotComparedAlthoughItsVersionTableSaysHead(TestDatabase database) {
        List<RevisionInfo> history = List.of(stopping());
        database.execute("CREATE TABLE cause ()");
        migrate(database.dataSource(), history).upgrade("head");
        database.execute("CREATE VIEW causes AS SELECT FROM cause");
        assertThatThrownBy(() -> migrate(database.dataSource(), history).downgrade("base"))
                .hasMessageContaining("other objects depend on it");

        assertThatThrownBy(() -> autogenerate("agents", history).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        Target database is not up to date. The database is half way through the downgrade of revision \
                        0001: 1 of its 3 statements are committed.
                        It failed with
                          ERROR: cannot drop table cause because other objects depend on it
                            Detail: view causes depends on table cause
                            Hint: Use DROP ... CASCADE to drop the dependent objects too.
                        Correct the cause: the rows, or the migration after statement 1. Then complete it: mvn \
                        migrate:downgrade -Dmigrate.revision=0001@-1
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0001""");

        database.execute("DROP VIEW causes");
        migrate(database.dataSource(), history).downgrade("0001@-1");
        assertThat(migrate(database.dataSource(), history).interrupted()).isEmpty();
    }

    @Test
    void aDatabaseWithARevisionThatIsHalfAppliedAndDeletedSinceIsNotCompared(TestDatabase database) {
        assertThatThrownBy(() ->
                        migrate(database.dataSource(), List.of(stopping())).upgrade("head"))
                .hasMessageContaining("relation \"cause\" does not exist");

        assertThatThrownBy(() -> autogenerate("agents", List.of()).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(
                        "Target database is not up to date. The database is half way through the upgrade of revision 0001");
    }

    private static RevisionInfo stopping() {
        return first("stops", Stopping.class);
    }

    @Test
    void entitiesThatAreMissingAreSaidAlthoughAnotherThreadLooksForThem(TestDatabase database, @TempDir Path empty) {
        assertThatThrownBy(() -> autogenerate(entitiesIn(empty), List.of()).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No entity in [" + empty + "]: no class there is annotated with jakarta.persistence.Entity."
                        + " Compile those that are (mvn compile), or name the dependencies that contain them:"
                        + " -Dmigrate.entityDependencies=groupId:artifactId.");
    }

    @Test
    void aRevisionThatTheHistoryDoesNotKnowIsNoLag(TestDatabase database) {
        database.execute("CREATE TABLE migrate_version (revision varchar(64) PRIMARY KEY)");
        database.execute("INSERT INTO migrate_version VALUES ('9999')");

        assertThatThrownBy(() -> autogenerate("agents", List.of()).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("Can't locate revision identified by '9999'.");
    }

    /** What is written for a database that had its tables before there were migrations. */
    public static final class WithoutItsBaseline implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.dropColumn("agents", "legacy_id");
        }

        @Override
        public void downgrade(Operations op) {
            op.addColumn("agents", column("legacy_id", bigint()));
        }
    }

    @Test
    void aHistoryThatMakesNoDatabaseByItselfIsSaidToFailOnTheScratchDatabase(TestDatabase database) {
        RevisionInfo revision = first("adopt", WithoutItsBaseline.class);
        database.execute("CREATE TABLE agents (id bigint PRIMARY KEY, legacy_id bigint)");
        database.execute("CREATE TABLE legacy_users (id bigint PRIMARY KEY)");
        migrate(database.dataSource(), List.of(revision)).stamp("0001");

        assertThatThrownBy(() -> autogenerate("agents", List.of(revision)).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        On the scratch database, to which the history is applied from the start:\
                         The upgrade of revision 0001 (adopt) failed at statement 1:
                          ALTER TABLE agents DROP COLUMN legacy_id
                          ERROR: relation "agents" does not exist
                        Migration: dev.migrate.autogen.AutogenerateTest$WithoutItsBaseline (AutogenerateTest.java:146)
                        It was rolled back and left nothing behind; the database is at base.
                        If your databases had this before the first revision, by other means, the history needs a\
                         baseline: a revision that creates it, under the name that they have for it, which they are\
                         stamped with (docs/adopting.md).""");
    }

    /** What is written for a view that has to be created anew, on a server that has the role. */
    public static final class WithRights implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE VIEW numbers AS SELECT 1; GRANT SELECT ON numbers TO reporters");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP VIEW numbers");
        }
    }

    @Test
    void aRoleThatTheScratchServerLacksIsNoMatterOfABaseline(TestDatabase database) {
        RevisionInfo revision = first("rights", WithRights.class);
        database.execute("CREATE TABLE legacy_users (id bigint PRIMARY KEY)");
        migrate(database.dataSource(), List.of(revision)).stamp("0001");

        assertThatThrownBy(() -> autogenerate("agents", List.of(revision)).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessageEndingWith("""
                        ERROR: role "reporters" does not exist
                        Migration: dev.migrate.autogen.AutogenerateTest$WithRights (AutogenerateTest.java:180)
                        It was rolled back and left nothing behind; the database is at base.
                        A role belongs to its server, and this one doesn't have reporters. Create it where it is missing,\
                         in this revision or in one before it (op.execute("DO $$ BEGIN CREATE ROLE reporters; EXCEPTION\
                         WHEN duplicate_object THEN NULL; END $$")), or try the history on a server that has it:\
                         -Dmigrate.devDatabase=jdbc:postgresql://….""");
    }

    /** What can't be applied to any database. */
    public static final class Twice implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE twice ()");
            op.execute("CREATE TABLE twice ()");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("twice");
        }
    }

    @Test
    void nobodyIsToldToStampAScratchDatabase(TestDatabase database) {
        RevisionInfo revision = first("twice", Twice.class);
        database.execute("CREATE TABLE legacy_users (id bigint PRIMARY KEY)");
        migrate(database.dataSource(), List.of(revision)).stamp("0001");

        assertThatThrownBy(() -> autogenerate("agents", List.of(revision)).compareWith(database.dataSource()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("ERROR: relation \"twice\" already exists")
                .hasMessageEndingWith("\nIt was rolled back and left nothing behind; the database is at base.");
    }

    @Test
    void whatNeitherTheEntitiesNorTheHistoryKnowIsListedAndStays(TestDatabase database) {
        database.execute("CREATE TABLE legacy_users (id bigint PRIMARY KEY)");

        Difference difference = autogenerate("agents", List.of()).compareWith(database.dataSource());

        assertThat(difference.leftAlone()).containsExactly("table legacy_users");
        assertThat(sql(difference.operations())).doesNotContain("legacy_users");
    }

    @Test
    void whatIsAddedToAnEntitysTableByHandStays(TestDatabase database) {
        Autogenerate autogenerate = autogenerate("agents", List.of());
        execute(database, autogenerate.driftOf(database.dataSource()).operations());
        database.execute("ALTER TABLE agents ADD COLUMN legacy_id bigint CHECK (legacy_id > 0)");
        database.execute("CREATE INDEX ix_agents_legacy_id ON agents (legacy_id)");
        database.execute("CREATE INDEX ix_agents_words ON agents USING gin (to_tsvector('simple', name))");

        Difference difference = autogenerate.compareWith(database.dataSource());

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone())
                .containsExactly(
                        "column agents.legacy_id",
                        "constraint agents_legacy_id_check on agents",
                        "index ix_agents_legacy_id on agents");
        assertThat(difference.undeclarable()).containsExactly("index ix_agents_words on agents (gin)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW agents AS SELECT 1::bigint AS id",
                "CREATE MATERIALIZED VIEW agents AS SELECT 1::bigint AS id",
                "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER away FOREIGN DATA WRAPPER far;"
                        + " CREATE FOREIGN TABLE agents (id bigint) SERVER away"
            })
    void aViewThatAnEntityIsMappedToStaysAndNoKeyRefersToIt(String view, TestDatabase database) {
        Autogenerate autogenerate = autogenerate("agents", List.of());
        execute(database, autogenerate.driftOf(database.dataSource()).operations());
        database.execute("DROP TABLE agents CASCADE");
        database.execute(view);

        Difference difference = autogenerate.compareWith(database.dataSource());

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone()).isEmpty();
        assertThat(difference.undeclarable()).containsExactly("view agents, which an entity is mapped to");
    }

    @Test
    void aTableThatTheFiltersExcludeIsNoDifferenceWhicheverSideHasIt(TestDatabase database) {
        Autogenerate all = autogenerate("agents", List.of());
        execute(database, all.driftOf(database.dataSource()).operations());
        database.execute("DROP TABLE agents CASCADE");
        CatalogScope scope = CatalogScope.ofDefaultSchema();
        String missing = sql(all.compareWith(database.dataSource()).operations());

        assertThat(missing).contains("CREATE TABLE agents");
        assertThat(sql(within(scope.excluding("public.agent?", "message"))
                        .compareWith(database.dataSource())
                        .operations()))
                .isEmpty();
        assertThat(sql(within(scope.including("tenant*"))
                        .compareWith(database.dataSource())
                        .operations()))
                .isEmpty();
    }

    /** What was written while an entity had a schema of its own. */
    public static final class InASchemaOfItsOwn implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE SCHEMA crm");
            op.execute("CREATE SEQUENCE crm.leads_seq");
            op.execute("CREATE TABLE crm.leads (id bigint PRIMARY KEY)");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP SCHEMA crm CASCADE");
        }
    }

    @Test
    void theSchemaThatNoEntityUsesAnyMoreIsStillLookedAt(TestDatabase database) {
        List<RevisionInfo> history = List.of(first("crm", InASchemaOfItsOwn.class));
        migrate(database.dataSource(), history).upgrade("head");
        database.execute("CREATE TABLE crm.by_hand (id bigint)");
        database.execute("CREATE SCHEMA billing; CREATE TABLE billing.invoices (id bigint)");
        Autogenerate autogenerate = autogenerate("agents", history);
        String drops = "DROP TABLE crm.leads;\nDROP SEQUENCE crm.leads_seq";

        Difference difference = autogenerate.compareWith(database.dataSource());

        assertThat(sql(difference.operations())).endsWith(drops);
        assertThat(difference.leftAlone()).containsExactly("table crm.by_hand");
        assertThat(sql(autogenerate.compareWithHistory().operations())).endsWith(drops);
        assertThat(sql(within(CatalogScope.ofDefaultSchema().excluding("crm.*"), history)
                        .compareWith(database.dataSource())
                        .operations()))
                .doesNotContain("crm");
    }

    @Test
    void anotherApplicationsSchemaNeedsNoScratchDatabase(TestDatabase database) {
        List<RevisionInfo> history = List.of(first("crm", InASchemaOfItsOwn.class));
        database.execute("CREATE SCHEMA crm_archive; CREATE TABLE crm_archive.leads (id bigint)");
        Autogenerate withoutScratch = autogenerate(
                Models.source("agents", Models.class.getClassLoader()),
                history,
                CatalogScope.ofDefaultSchema().excluding("crm.*"),
                () -> {
                    throw new MigrateException("The role may not create databases");
                });
        migrate(database.dataSource(), history).upgrade("head");

        assertThat(sql(withoutScratch.compareWith(database.dataSource()).operations()))
                .startsWith("CREATE")
                .doesNotContain("crm");
    }

    private static Autogenerate within(CatalogScope scope) {
        return within(scope, List.of());
    }

    private static Autogenerate within(CatalogScope scope, List<RevisionInfo> history) {
        return autogenerate(Models.source("agents", Models.class.getClassLoader()), history, scope);
    }

    private static EntitySource entitiesIn(Path root) {
        return EntitySource.of(Models.class.getClassLoader()).roots(List.of(root));
    }

    private static Autogenerate autogenerate(String model, List<RevisionInfo> history) {
        return autogenerate(Models.source(model, Models.class.getClassLoader()), history);
    }

    private static Autogenerate autogenerate(EntitySource entities, List<RevisionInfo> history) {
        return autogenerate(entities, history, CatalogScope.ofDefaultSchema());
    }

    private static Autogenerate autogenerate(EntitySource entities, List<RevisionInfo> history, CatalogScope filter) {
        return autogenerate(entities, history, filter, () -> TestScratch.on(PostgresServer.get()));
    }

    private static Autogenerate autogenerate(
            EntitySource entities, List<RevisionInfo> history, CatalogScope filter, ScratchServer scratch) {
        return new Autogenerate(
                new HibernateEntityReader(),
                entities,
                database -> migrate(database, history),
                scratch,
                filter,
                DiffOptions.ENTITIES);
    }

    private static RevisionInfo first(String message, Class<? extends Migration> migration) {
        return new RevisionInfo("0001", List.of(), List.of(), List.of(), message, null, migration.getName(), null, "");
    }

    private static Migrate migrate(DataSource database, List<RevisionInfo> history) {
        return Migrate.configure()
                .dataSource(database)
                .history(RevisionGraph.of(history))
                .build();
    }

    private static void execute(TestDatabase database, List<? extends Operation> operations) {
        statements(operations).forEach(database::execute);
    }

    private static String sql(List<? extends Operation> operations) {
        return statements(operations).stream().collect(Collectors.joining(";\n"));
    }

    private static List<String> statements(List<? extends Operation> operations) {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        return operations.stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(Statement::sql)
                .toList();
    }
}
