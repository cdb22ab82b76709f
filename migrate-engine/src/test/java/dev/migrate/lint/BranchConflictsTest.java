package dev.migrate.lint;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.policy;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.statistics;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.trigger;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BranchConflictsTest {

    private static void nothing(Operations op) {}

    /** 0002 and 0003 revise 0001, and 0004 joins them. */
    private static Migrate migrate(Consumer<Operations> one, Consumer<Operations> other, Consumer<Operations> merge) {
        LintCase.Running.set(Map.of(
                "0001", LintCase.migration(BranchConflictsTest::nothing, BranchConflictsTest::nothing),
                "0002", LintCase.migration(one, op -> op.execute("SELECT 1")),
                "0003", LintCase.migration(other, op -> op.execute("SELECT 1")),
                "0004", LintCase.migration(merge, op -> op.execute("SELECT 1"))));
        return Migrate.configure()
                .history(RevisionGraph.of(List.of(
                        revision("0001"),
                        revision("0002", "0001"),
                        revision("0003", "0001"),
                        revision("0004", "0002", "0003"))))
                .quiet()
                .build();
    }

    private static RevisionInfo revision(String id, String... parents) {
        return new RevisionInfo(
                id,
                List.of(parents),
                List.of(),
                List.of(),
                "m" + id,
                null,
                LintCase.Running.class.getName() + "$R" + id,
                null,
                "");
    }

    private static String conflicts(Consumer<Operations> one, Consumer<Operations> other) {
        return migrate(one, other, BranchConflictsTest::nothing).conflicts(List.of("0002", "0003")).stream()
                .map(BranchConflict::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatBothDoToOneColumnIsAConflict() {
        assertThat(conflicts(op -> op.dropColumn("agents", "status"), op -> op.dropColumn("public.agents", "status")))
                .isEqualTo(
                        "Two branches meet at the column agents.status: 0002 (m0002) drops it, 0003 (m0003) drops it.");
        assertThat(conflicts(
                        op -> op.alterColumn("agents", alter("status").type(text())),
                        op -> op.alterColumn("agents", alter("status").type(integer(), "status::int"))))
                .isEqualTo("Two branches meet at the column agents.status: 0002 (m0002) changes its type,"
                        + " 0003 (m0003) changes its type.");
        assertThat(conflicts(
                        op -> op.renameColumn("agents", "status", "state"),
                        op -> op.update(update("agents").set("status", "new"))))
                .isEqualTo("Two branches meet at the column agents.status: 0002 (m0002) renames it to state,"
                        + " 0003 (m0003) needs it.");
        assertThat(conflicts(
                        op -> op.addColumn("agents", column("email", text())),
                        op -> op.renameColumn("agents", "mail", "email")))
                .isEqualTo("Two branches meet at the column agents.email: 0002 (m0002) adds it,"
                        + " 0003 (m0003) gives another one this name.");
    }

    @Test
    void soIsANameThatBothGiveAndATableThatOneTakesAway() {
        assertThat(conflicts(
                        op -> op.createTable(table("notes").columns(column("id", bigint()))),
                        op -> op.createIndex(index("notes").on("agents", "name"))))
                .isEqualTo("Two branches meet at the relation notes: 0002 (m0002) adds it, 0003 (m0003) adds it.");
        assertThat(conflicts(
                        op -> op.dropTable("tenants"),
                        op -> op.addForeignKey(
                                "agents",
                                foreignKey("fk_agents_tenant", "tenant_id").references("tenants", "id"))))
                .isEqualTo("Two branches meet at the relation tenants: 0002 (m0002) drops it, 0003 (m0003) needs it.");
    }

    @Test
    void soAreStatisticsThatBothCreateAndAColumnThatTheyNeed() {
        Consumer<Operations> create =
                op -> op.createStatistics(statistics("agents_named").on("agents", "name", "mail"));

        assertThat(conflicts(create, create))
                .isEqualTo("Two branches meet at the statistics agents_named: 0002 (m0002) adds it,"
                        + " 0003 (m0003) adds it.");
        assertThat(conflicts(
                        op -> op.setStatisticsTarget("agents_named", null, 500),
                        op -> op.dropStatistics("agents_named")))
                .isEqualTo("Two branches meet at the statistics agents_named: 0002 (m0002) changes it,"
                        + " 0003 (m0003) drops it.");
        assertThat(conflicts(op -> op.dropColumn("agents", "mail"), create))
                .isEqualTo(
                        "Two branches meet at the column agents.mail: 0002 (m0002) drops it, 0003 (m0003) needs it.");
    }

    @Test
    void soIsAColumnThatOneTakesAwayFromAKeyOrAnIndexOfTheOther() {
        Consumer<Operations> rename = op -> op.renameColumn("agents", "mail", "email");
        String conflict = "Two branches meet at the column agents.mail: 0002 (m0002) renames it to email,"
                + " 0003 (m0003) needs it.";

        assertThat(conflicts(rename, op -> op.addUnique("agents", unique("agents_mail_key", "name", "mail"))))
                .isEqualTo(conflict);
        assertThat(conflicts(rename, op -> op.addPrimaryKey("agents", primaryKey("agents_pkey", "mail"))))
                .isEqualTo(conflict);
        assertThat(conflicts(
                        rename,
                        op -> op.createIndex(index("ix").on("agents", "name").include("mail"))))
                .isEqualTo(conflict);
    }

    @Test
    void soIsATableThatOneTakesAwayFromATriggerOrAPolicyOfTheOther() {
        String conflict = "Two branches meet at the relation agents: 0002 (m0002) drops it, 0003 (m0003) needs it.";

        assertThat(conflicts(
                        op -> op.dropTable("agents"),
                        op -> op.createTrigger(
                                trigger("touch", "agents", "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()"))))
                .isEqualTo(conflict);
        assertThat(conflicts(
                        op -> op.dropTable("agents"),
                        op -> op.createPolicy(policy("own", "agents", "FOR SELECT USING (true)"))))
                .isEqualTo(conflict);
    }

    @Test
    void soAreACheckThatBothReplaceAndValuesThatAReplacedTypeDoesNotKnow() {
        assertThat(conflicts(
                        op -> {
                            op.dropConstraint("agents", "agents_status_check");
                            op.addCheck("agents", check("agents_status_check", "status IN ('A', 'B')"));
                        },
                        op -> {
                            op.dropConstraint("agents", "agents_status_check");
                            op.addCheck("agents", check("agents_status_check", "status IN ('A', 'C')"));
                        }))
                .isEqualTo("Two branches meet at the constraint agents.agents_status_check: 0002 (m0002) drops it,"
                        + " 0003 (m0003) drops it.");
        assertThat(conflicts(
                        op -> op.dropEnum("mood"),
                        op -> op.addColumn("agents", column("mood", type("mood").array()))))
                .isEqualTo("Two branches meet at the type mood: 0002 (m0002) drops it, 0003 (m0003) needs it.");
    }

    @Test
    void whatNeitherTakesFromTheOtherIsNone() {
        assertThat(conflicts(
                        op -> {
                            op.addColumn("agents", column("email", text()));
                            op.alterColumn("agents", alter("status").notNull());
                            op.addCheck("agents", check("passing", "name <> ''"));
                            op.dropConstraint("agents", "passing");
                            op.addEnumValue("mood", "glad");
                        },
                        op -> {
                            op.addColumn("agents", column("phone", text()));
                            op.createIndex(index("ix_status").on("agents", "status"));
                            op.alterColumn("agents", alter("status").defaultValue("new"));
                            op.addCheck("agents", check("passing", "name <> ''"));
                            op.addEnumValue("mood", "sad");
                        }))
                .isEmpty();
    }

    @Test
    void aRevisionThatJoinsThemCanSettleItAndLintTellsOfWhatItLeaves() {
        Consumer<Operations> both =
                op -> op.alterColumn("agents", alter("status").defaultValue("new"));

        Migrate settled = migrate(both, both, both);
        assertThat(settled.conflicts(List.of("0004"))).isEmpty();
        assertThat(settled.lint("0001:").hazards()).isEmpty();

        assertThat(migrate(both, both, op -> op.addColumn("agents", column("email", text())))
                        .lint("0001:")
                        .hazards())
                .extracting(
                        hazard -> hazard.revision().id() + " " + hazard.rule().id() + " " + hazard.text())
                .containsExactly("0004 branches-conflict Two branches meet at the column agents.status:"
                        + " 0002 (m0002) changes its default, 0003 (m0003) changes its default.");
    }
}
