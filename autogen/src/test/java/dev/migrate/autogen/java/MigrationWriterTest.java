package dev.migrate.autogen.java;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationWriterTest {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    @TempDir
    Path classes;

    private static MigrationFile file() {
        return MigrationFile.of(
                        "db.migrations",
                        "R20241209_100000_002_AddStatusColumn",
                        "20241209_100000_002",
                        "Add status column to agents table",
                        "2024-12-09T10:00:00Z")
                .revises(List.of("20241208_130000_001"));
    }

    @Test
    void aColumnAndItsIndexReadAsInTheDocumentation() throws Exception {
        Reversible column = new AddColumn(
                AGENTS,
                column("operational_status", varchar(50))
                        .notNull()
                        .defaultValue("active")
                        .comment("Operational status of the agent"));
        Reversible index = new CreateIndex(index("ix_agents_operational_status").on("agents", "operational_status"));

        String source = MigrationWriter.write(file().doing(
                        List.of("adds column agents.operational_status", "creates index ix_agents_operational_status"),
                        List.of(Paragraph.of(column), Paragraph.of(index)),
                        List.of(Paragraph.of(index.inverse()), Paragraph.of(column.inverse()))));

        assertThat(source).isEqualTo("""
                package db.migrations;

                import static dev.migrate.schema.Definitions.column;
                import static dev.migrate.schema.Definitions.index;
                import static dev.migrate.schema.Types.varchar;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                /**
                 * Add status column to agents table.
                 *
                 * <ul>
                 *   <li>adds column agents.operational_status
                 *   <li>creates index ix_agents_operational_status
                 * </ul>
                 */
                @Revision(
                        id = "20241209_100000_002",
                        revises = "20241208_130000_001",
                        message = "Add status column to agents table",
                        created = "2024-12-09T10:00:00Z")
                public class R20241209_100000_002_AddStatusColumn implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("agents", column("operational_status", varchar(50))
                                .notNull()
                                .defaultValue("active")
                                .comment("Operational status of the agent"));
                        op.createIndex(index("ix_agents_operational_status").on("agents", "operational_status"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("ix_agents_operational_status");
                        op.dropColumn("agents", "operational_status");
                    }
                }
                """);
        CompiledSource.compile("db.migrations.R20241209_100000_002_AddStatusColumn", source, classes);
    }

    @Test
    void aTableIsBrokenAfterEachAttributeAndFollowedByItsIndexes() throws Exception {
        Reversible agents = new CreateTable(table("agents")
                .columns(
                        column("id", uuid()).notNull(),
                        column("name", type("character varying(100)")).notNull().comment("Shown to users"),
                        column("tenant_id", uuid()).notNull(),
                        column("created_at", type("timestamp(6) with time zone"))
                                .notNull()
                                .defaultSql("now()"))
                .primaryKey("agents_pkey", "id")
                .foreignKey(foreignKey("agents_tenant_id_fkey", "tenant_id")
                        .references("tenants", "id")
                        .onDelete(ForeignKey.Action.CASCADE))
                .check("agents_name_check", "length(name) > 0")
                .withIndexes(List.of(index("ix_agents_name").on("agents", "name"))));

        String source = MigrationWriter.write(file().doing(
                        List.of("creates table agents"),
                        List.of(Paragraph.of(agents)),
                        List.of(Paragraph.of(agents.inverse()))));

        assertThat(source).contains("""
                    public void upgrade(Operations op) {
                        op.createTable(table("agents")
                                .columns(
                                        column("id", uuid()).notNull(),
                                        column("name", varchar(100)).notNull().comment("Shown to users"),
                                        column("tenant_id", uuid()).notNull(),
                                        column("created_at", timestamptz(6)).notNull().defaultSql("now()"))
                                .primaryKey("agents_pkey", "id")
                                .foreignKey(foreignKey("agents_tenant_id_fkey", "tenant_id")
                                        .references("tenants", "id")
                                        .onDelete(CASCADE))
                                .check("agents_name_check", "length(name) > 0"));
                        op.createIndex(index("ix_agents_name").on("agents", "name"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("agents");
                    }
                """);
        CompiledSource.compile("db.migrations.R20241209_100000_002_AddStatusColumn", source, classes);
    }

    @Test
    void sqlOfSeveralLinesIsATextBlockAndTheRestOfTheFileIsUnharmedByOddText() throws Exception {
        Reversible column = new AddColumn(
                AGENTS,
                column("path", varchar(50))
                        .defaultValue("C:\\users")
                        .comment("The \"path\" \\u0041 of an agent, on whatever machine it was when the agent was"
                                + " installed there by whoever was in charge of it at the time"));
        String sql = """
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN

                    NEW.path := 'C:\\tmp';\s\s
                    RETURN NEW;
                END $$""";

        String source = MigrationWriter.write(file().doing(
                        List.of("<b> & */ @param C:\\users"),
                        List.of(
                                new Paragraph(List.of("Why \\u000a not */ at all."), List.of(new Execute(sql))),
                                Paragraph.of(column)),
                        List.of()));

        assertThat(source).contains("""
                 *   <li>&lt;b&gt; &amp; * / &#64;param C:\\ users
                """).contains("""
                    public void upgrade(Operations op) {
                        // Why \\ u000a not * / at all.
                        op.execute(\"""
                                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
                                BEGIN

                                    NEW.path := 'C:\\\\tmp'; \\s
                                    RETURN NEW;
                                END $$
                                \""");

                        op.addColumn("agents", column("path", varchar(50))
                                .defaultValue("C:\\\\users")
                                .comment("The \\"path\\" \\\\u0041 of an agent, on whatever machine it was when the agent was "
                                        + "installed there by whoever was in charge of it at the time"));
                    }

                    @Override
                    public void downgrade(Operations op) {}
                """);
        CompiledSource.compile("db.migrations.R20241209_100000_002_AddStatusColumn", source, classes);
    }

    @Test
    void aMethodThatAClassFileHasNoRoomForIsSplit() throws Exception {
        List<Operation> tables = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<Column> columns =
                    new ArrayList<>(List.of(column("id", bigint()).identity()));
            for (int j = 0; j < 10; j++) {
                columns.add(column("column_" + j, varchar(255)).notNull());
            }
            tables.add(new CreateTable(
                    table("table_" + i).columns(columns.toArray(Column[]::new)).primaryKey("pk_" + i, "id")));
        }

        String source = MigrationWriter.write(file().doing(
                        List.of(),
                        List.of(
                                new Paragraph(List.of("All that there was before."), tables),
                                Paragraph.of(new Execute("SELECT 1"))),
                        List.of()));

        assertThat(source.lines().filter(line -> line.matches(" {4}[^ ].*| {8}(upgrade|//).*")))
                .containsExactly(
                        "    @Override",
                        "    public void upgrade(Operations op) {",
                        "        upgrade1(op);",
                        "        upgrade2(op);",
                        "        upgrade3(op);",
                        "    }",
                        "    private static void upgrade1(Operations op) {",
                        "        // All that there was before.",
                        "    }",
                        "    private static void upgrade2(Operations op) {",
                        "    }",
                        "    private static void upgrade3(Operations op) {",
                        "    }",
                        "    @Override",
                        "    public void downgrade(Operations op) {}");
        CompiledSource.compile("db.migrations.R20241209_100000_002_AddStatusColumn", source, classes);
    }

    @Test
    void theSameValuesGiveTheSameBytes() {
        MigrationFile file = file().doing(
                        List.of(),
                        List.of(Paragraph.of(new AddColumn(AGENTS, column("at", timestamptz())))),
                        List.of());

        assertThat(MigrationWriter.write(file)).isEqualTo(MigrationWriter.write(file));
    }

    @Test
    void aMergeListsItsParents() {
        String source =
                MigrationWriter.write(file().revises(List.of("a1", "b2")).labels(List.of("billing")));

        assertThat(source).contains("""
                @Revision(
                        id = "20241209_100000_002",
                        revises = {"a1", "b2"},
                        labels = "billing",
                        message = "Add status column to agents table",
                        created = "2024-12-09T10:00:00Z")
                """);
    }
}
