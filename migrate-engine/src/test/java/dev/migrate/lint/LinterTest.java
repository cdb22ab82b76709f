package dev.migrate.lint;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.operation.CustomOperation;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {

    /** Tables that are in use. */
    private static void tables(Operations op) {
        op.createTable(
                table("tenants").columns(column("id", bigint()).notNull()).primaryKey("pk_tenants", "id"));
        op.createTable(table("agents")
                .columns(
                        column("id", bigint()).notNull(),
                        column("name", varchar(120)).notNull(),
                        column("status", varchar(20)),
                        column("tenant_id", bigint()))
                .primaryKey("pk_agents", "id"));
        op.createIndex(index("ix_agents_name").on("agents", "name"));
        op.execute("CREATE TABLE \"Audit\" (id bigint)");
        op.execute("CREATE TABLE logs (n int) PARTITION BY RANGE (n)");
        op.createTable(table("animals").columns(column("n", integer())));
        op.createTable(table("cats").inherits("animals"));
    }

    static Stream<LintCase> cases() {
        return Stream.of(
                        LintTableCases.columns(),
                        LintTableCases.constraints(),
                        LintObjectCases.objects(),
                        LintObjectCases.losses(),
                        LintObjectCases.names(),
                        LintObjectCases.rows(),
                        LintRawCases.names(),
                        LintRawCases.notNull(),
                        LintRawCases.types(),
                        LintRawCases.onlyIfMissing(),
                        LintRawCases.parts(),
                        LintRawCases.newColumns(),
                        LintRawCases.changesOfRows(),
                        LintRawCases.newTables(),
                        LintRawCases.moves(),
                        LintShapeCases.shapes(),
                        LintShapeCases.renames(),
                        LintShapeCases.domains(),
                        LintGoneCases.gone(),
                        LintPartitionCases.partitions(),
                        LintPartitionCases.defaults(),
                        LintPartitionCases.locks())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatMayHurtAndNothingElse(LintCase example) {
        assertThat(example.found(LinterTest::tables)).isEqualTo(example.expected());
    }

    @Test
    void everyRuleHasAnExampleThatShowsItAndOneThatDoesNot() {
        for (Rule rule : EnumSet.complementOf(EnumSet.of(Rule.NO_DOWNGRADE, Rule.BRANCHES_CONFLICT))) {
            assertThat(cases().filter(one -> one.rule() == rule))
                    .as(rule.id())
                    .anyMatch(one -> one.expected().contains(rule.id() + " ")
                            || one.expected().contains(rule.id() + ":"))
                    .anyMatch(one -> !one.expected().contains(rule.id()));
        }
    }

    @Test
    void whatTheSameRangeCreatesIsNoHazard() {
        Consumer<Operations> changes = op -> {
            op.addColumn("agents", column("uid", uuid()).notNull().defaultSql("gen_random_uuid()"));
            op.createIndex(index("ix_agents_uid").on("agents", "uid"));
            op.addForeignKey(
                    "agents", foreignKey("fk_agents_tenant", "tenant_id").references("tenants", "id"));
            op.alterColumn(
                    "agents", alter("status").type(integer(), "status::int").notNull());
            op.execute("UPDATE \"Audit\" SET id = 1");
            op.dropTable("tenants");
        };

        LintReport both = lint(LinterTest::tables, changes, ":");
        LintReport second = lint(LinterTest::tables, changes, "0001:");

        assertThat(both.hazards()).isEmpty();
        assertThat(second.hazards())
                .extracting(hazard -> hazard.rule().id())
                .containsExactly(
                        "add-column-rewrite",
                        "index-not-concurrent",
                        "constraint-scan",
                        "type-change-rewrite",
                        "set-not-null-scan",
                        "without-where",
                        "drop-table",
                        "foreign-key-without-index");
    }

    /** An author's own operation, of which only its SQL is known. */
    private record Indexed(String table) implements CustomOperation {
        @Override
        public String sql(int postgresMajor) {
            return "CREATE INDEX ix_name ON " + table + " (name); DROP TABLE tenants";
        }

        @Override
        public String java() {
            return "new Indexed(\"" + table + "\")";
        }
    }

    @Test
    void anAuthorsOwnOperationIsReadAsItsSql() {
        assertThat(lint(LinterTest::tables, op -> op.apply(new Indexed("agents")), "0001:")
                        .hazards())
                .extracting(hazard -> hazard.rule().id())
                .containsExactly("index-not-concurrent", "drop-table");
    }

    @Test
    void theReportSaysWhatHappensAndWhatToWriteInstead() {
        LintReport report = lint(
                LinterTest::tables,
                op -> {
                    op.dropColumn("agents", "status");
                    op.renameColumn("agents", "name", "title");
                },
                "0001:");

        assertThat(LintText.of(report)).isEqualTo("""
                        0002 (message of 0002)
                          error drop-column: The values of agents.status are lost, and whoever still uses it fails.
                            Instead: Deploy the application that no longer maps it first; make it nullable in that deployment; \
                        drop it in the next.
                          warning rename-column: Whoever still uses agents.name fails once it is title.
                            Instead: Add the new column, let the application write both, fill it with op.backfill(…), drop the \
                        old one in a later deployment.

                        1 error, 1 warning in 1 revision.
                        """);
        assertThat(report.reaches(Severity.ERROR)).isTrue();
    }

    @Test
    void whatIsIgnoredIsCountedOnly() {
        LintReport report = lint(LinterTest::tables, op -> op.dropColumn("agents", "status"), "0001:");

        assertThat(LintText.of(report.ignoring(List.of(Ignored.parse("0002:drop-column=unused since 2.4")))))
                .isEqualTo("No hazards (1 ignored) in 1 revision.\n");
        assertThat(report.ignoring(List.of(Ignored.parse("0001:drop-column=x"), Ignored.parse("cascade=x"))))
                .isEqualTo(report);
        assertThat(report.ignoring(List.of(Ignored.parse("drop-column=x"))).reaches(Severity.INFO))
                .isFalse();
    }

    @Test
    void ignoringNeedsAKnownRuleAndAReason() {
        assertThatThrownBy(() -> Ignored.parse("drop-column"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("lintIgnore is 'drop-column'. Expected a rule, or a revision and a rule, with the reason:"
                        + " drop-column=why, or 0003:drop-column=why.");
        assertThatThrownBy(() -> Ignored.parse("drop-columns=x"))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("lintIgnore names the rule 'drop-columns'. Expected one of"
                        + " not-null-without-default, add-column-rewrite, ")
                .hasMessageEndingWith(", not-seen.");
    }

    @Test
    void ignoringNamesARevisionOfTheHistory() {
        RevisionGraph history = RevisionGraph.of(List.of(
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "", null, "db.R0001", "R0001.java", "")));

        assertThatCode(() -> {
                    Ignored.parse("0001:drop-column=x").requireIn(history);
                    Ignored.parse("drop-column=x").requireIn(history);
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Ignored.parse("0010:drop-column=x").requireIn(history))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "lintIgnore is for the revision '0010', which the history doesn't have. Give its whole id, as"
                                + " mvn migrate:history lists it; or take 0010:drop-column out.");
    }

    @Test
    void aDowngradeThatDoesNothingOrThrowsIsNoWayBack() {
        assertThat(downgrade(op -> {})).isEqualTo("There is no way back: downgrade does nothing.");
        assertThat(downgrade(op -> {
                    throw new UnsupportedOperationException("no way back");
                }))
                .isEqualTo("There is no way back: downgrade throws.");
        assertThat(downgrade(op -> op.execute("SELECT 1"))).isEmpty();
    }

    private static String downgrade(Consumer<Operations> downgrade) {
        return LintCase.lint(Map.of("0001", LintCase.migration(op -> op.execute("SELECT 1"), downgrade)), ":")
                .hazards()
                .stream()
                .map(Hazard::text)
                .findFirst()
                .orElse("");
    }

    private static LintReport lint(Consumer<Operations> first, Consumer<Operations> second, String range) {
        Consumer<Operations> back = op -> op.execute("SELECT 1");
        Map<String, Migration> migrations =
                Map.of("0001", LintCase.migration(first, back), "0002", LintCase.migration(second, back));
        return LintCase.lint(migrations, range);
    }
}
