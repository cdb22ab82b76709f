package dev.migrate.operation;

import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.operation.DataOperation.BulkInsert;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the rows of a bulk insert are read. */
class RowSourceTest {

    private final List<Object> made = new ArrayList<>();

    private Stream<List<Integer>> endless() {
        return Stream.iterate(1, i -> i + 1).peek(made::add).map(List::of);
    }

    @Test
    void aRowIsMadeWhenTheOneBeforeItIsSentEvenIfItsStreamIsFlatMapped() {
        BulkInsert insert = rows("t", "a").row(0).rowsFrom(() -> Stream.of("one file", "another")
                .flatMap(file -> endless()));
        List<Object> sent = new ArrayList<>();

        assertThatThrownBy(() -> insert.forEachRow((BulkInsert.Consumer<List<?>, IOException>) row -> {
                    sent.addAll(row);
                    if (sent.size() == 3) {
                        throw new IOException("The server is gone");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("The server is gone");
        assertThat(sent).containsExactly(0, 1, 2);
        assertThat(made).containsExactly(1, 2);
    }

    @Test
    void rowsOfAParallelStreamKeepTheirOrderAndTheThreadThatSendsThem() {
        BulkInsert insert = rows("t", "a")
                .rowsFrom(() ->
                        Stream.iterate(1, i -> i + 1).limit(10_000).parallel().map(List::of));
        List<Object> expected =
                Stream.iterate(1, i -> i + 1).limit(10_000).<Object>map(i -> i).toList();

        insert.forEachRow(row -> {
            made.addAll(row);
            assertThat(Thread.currentThread().getName()).isEqualTo("main");
        });

        assertThat(made).isEqualTo(expected);
    }

    @Test
    void aRowOfTheWrongLengthIsNamedByItsNumber() {
        BulkInsert insert = rows("t", "a", "b").row(1, 2).rowsFrom(() -> Stream.of(List.of(3, 4), List.of(5)));

        assertThatThrownBy(() -> insert.forEachRow(made::addAll))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 3 for t has 1 values [5]; expected 2 for [a, b]");
        assertThat(made).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatWasOpenedIsClosedAlsoIfTheRestCannotBe() {
        BulkInsert insert = rows("t", "a")
                .rowsFrom(() -> Stream.of(List.of(1)).onClose(() -> made.add("closed")))
                .rowsFrom(() -> {
                    throw new IOException("No such file");
                });

        assertThatThrownBy(() -> insert.forEachRow(made::addAll))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The rows for t cannot be read: No such file");
        assertThat(made).containsExactly("closed");
    }
}
