package dev.migrate.autogen.diff.comparison;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.ordering.OperationOrder;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.diff.text.LockNote;
import dev.migrate.autogen.diff.text.Loss;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class FlagLettersTest {

    private static final ServerVersion SERVER = ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED);
    private static final Table FLAGS = table("orders").columns(column("id", integer()), column("paid", bool()));

    private static Table letters(String check) {
        return table("orders")
                .columns(column("id", integer()), column("paid", character(1)))
                .constraints(check("orders_paid_check", check), check("orders_id_check", "(id > 0)"));
    }

    private static List<Reversible> change(Table from, Table to) {
        return OperationOrder.ordered(
                TableDiff.of(from, to, false, SERVER), Schema.ofTables(from), Schema.ofTables(to));
    }

    private static String sql(List<Reversible> operations) {
        DdlRenderer ddl = new DdlRenderer(SERVER);
        return operations.stream()
                .flatMap(operation -> ddl.render(operation).stream())
                .map(Statement::sql)
                .collect(Collectors.joining(";\n", "", ";\n"));
    }

    private static List<Reversible> inverse(List<Reversible> operations) {
        List<Reversible> back = new ArrayList<>(operations);
        Collections.reverse(back);
        return back.stream().map(Reversible::inverse).toList();
    }

    @Test
    void aFlagBecomesTheLettersThatItsCheckAllowsAndComesBack(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id integer NOT NULL, paid boolean NOT NULL);
                INSERT INTO orders VALUES (1, true), (2, false);
                """);
        Table trueOrFalse = letters("(paid = ANY (ARRAY['F'::bpchar, 'T'::bpchar]))");
        List<Reversible> change = change(FLAGS, trueOrFalse);

        database.execute(sql(change));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id")).isEqualTo("T\nF");
        assertThat(change)
                .flatExtracting(operation -> Loss.of(operation).stream().toList())
                .isEmpty();

        database.execute(sql(inverse(change)));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id")).isEqualTo("t\nf");

        // The same where the letters are what there was.
        database.execute(sql(inverse(change(trueOrFalse, FLAGS))));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id")).isEqualTo("T\nF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YN", "TF"})
    void lettersBecomeTheNumbersOfAFlagAndComeBack(String letters, TestDatabase database) {
        String yes = letters.substring(0, 1);
        String no = letters.substring(1);
        database.execute(
                "CREATE TABLE orders (id integer NOT NULL CONSTRAINT orders_id_check CHECK (id > 0), paid char(1)"
                        + " CONSTRAINT orders_paid_check CHECK (paid IN ('" + no + "', '" + yes + "')));"
                        + "INSERT INTO orders VALUES (1, '" + yes + "'), (2, '" + no + "'), (3, NULL)");
        Table flag = letters("(paid = ANY (ARRAY['" + no + "'::bpchar, '" + yes + "'::bpchar]))");
        Table number = table("orders").columns(column("id", integer()), column("paid", integer()));
        List<Reversible> change = change(flag, number);

        database.execute(sql(change));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id")).isEqualTo("1\n0\nnull");

        database.execute(sql(inverse(change)));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id")).isEqualTo(yes + "\n" + no + "\nnull");
        assertThat(Stream.concat(change.stream(), inverse(change).stream())
                        .flatMap(operation -> Loss.of(operation).stream()))
                .isEmpty();

        // A number that is no flag is kept from becoming one.
        database.execute(sql(change) + "UPDATE orders SET paid = 2 WHERE id = 3");

        assertThatThrownBy(() -> database.execute(sql(inverse(change))))
                .hasRootCauseMessage(
                        "ERROR: check constraint \"orders_paid_check\" of relation \"orders\" is violated by some row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YNTF", "TFYN"})
    void lettersBecomeTheOthersAndComeBack(String letters, TestDatabase database) {
        String[] each = letters.split("", -1);
        database.execute(
                "CREATE TABLE orders (id integer NOT NULL CONSTRAINT orders_id_check CHECK (id > 0), paid char(1)"
                        + " CONSTRAINT orders_paid_check CHECK (paid IN ('" + each[0] + "', '" + each[1] + "')));"
                        + "INSERT INTO orders VALUES (1, '" + each[0] + "'), (2, '" + each[1] + "'), (3, NULL);"
                        + "CREATE INDEX ix_paid ON orders (paid)");
        Table from = letters("(paid = ANY (ARRAY['" + each[0] + "'::bpchar, '" + each[1] + "'::bpchar]))");
        Table to = letters("(paid = ANY (ARRAY['" + each[2] + "'::bpchar, '" + each[3] + "'::bpchar]))");
        List<Reversible> change = change(from, to);

        database.execute(sql(change));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id"))
                .isEqualTo(each[2] + "\n" + each[3] + "\nnull");

        database.execute(sql(inverse(change)));

        assertThat(database.query("SELECT paid FROM orders ORDER BY id"))
                .isEqualTo(each[0] + "\n" + each[1] + "\nnull");
        assertThat(SchemaDiff.diff(Schema.ofTables(from), Schema.ofTables(to), DiffOptions.CATALOGS)
                        .losses())
                .isEmpty();
        assertThat(change.stream().flatMap(operation -> LockNote.of(operation).stream()))
                .extracting(LockNote::sentence)
                .first()
                .isEqualTo(
                        "Converting the values of orders.paid rewrites orders: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE).");
        assertThat(DetectedText.of(change))
                .contains("Changed column orders.paid: values as CASE paid WHEN '" + each[0] + "' THEN '" + each[2]
                        + "' WHEN '" + each[1] + "' THEN '" + each[3] + "' ELSE paid END");
    }

    @Test
    void withoutACheckThatSaysMoreItBecomesYesAndNo() {
        assertThat(sql(change(FLAGS, letters("(paid <> 'X'::bpchar)"))))
                .startsWith("ALTER TABLE orders ALTER COLUMN paid TYPE char(1) USING CASE paid WHEN true THEN 'Y'"
                        + " WHEN false THEN 'N' END;\n");
    }
}
