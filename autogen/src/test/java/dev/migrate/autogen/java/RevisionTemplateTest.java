package dev.migrate.autogen.java;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTemplateTest {

    private final MigrationFile file = MigrationFile.of("", "R1", "1", "Change", "2026-01-01T00:00:00Z");

    @Test
    void aRevisionOfSqlHasItInUpgradeAndSaysThatNothingTakesItBack() {
        assertThat(MigrationWriter.write(RevisionTemplate.ofSql(file, "CREATE VIEW v AS\nSELECT 1\n")))
                .endsWith("""
                    public void upgrade(Operations op) {
                        op.execute(\"""
                                CREATE VIEW v AS
                                SELECT 1
                                \""");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // What takes the SQL back is missing: nobody but the author knows it. Write it here, or throw an
                        // exception if there is no way back.
                    }
                }
                """);
    }

    @Test
    void sqlComesBehindWhatARevisionDoesAndItsWayBackComesFirst() {
        AddColumn operation = new AddColumn(QualifiedName.parse("users"), column("age", integer()));
        MigrationFile changed = file.doing(
                List.of("Added column users.age"),
                List.of(Paragraph.of(operation)),
                List.of(Paragraph.of(operation.inverse())));

        assertThat(MigrationWriter.write(RevisionTemplate.ofSql(changed, "UPDATE users SET age = 18")))
                .contains(" *   <li>Added column users.age\n")
                .endsWith("""
                    public void upgrade(Operations op) {
                        op.addColumn("users", column("age", integer()));
                        op.execute("UPDATE users SET age = 18");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // What takes the SQL back is missing: nobody but the author knows it. Write it here, or throw an
                        // exception if there is no way back.

                        op.dropColumn("users", "age");
                    }
                }
                """);
    }
}
