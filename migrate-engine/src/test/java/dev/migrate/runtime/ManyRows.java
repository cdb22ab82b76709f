package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A history that inserts 1,000,000 rows; and a program that applies it in a heap of its own. */
final class ManyRows {

    private ManyRows() {}

    /** The URL, and then the file to write a script to, if it isn't to be applied. */
    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrate migrate = Migrate.configure()
                .dataSource(dataSource)
                .history(TestHistory.of(ManyRows.class))
                .build();
        if (arguments.length == 1) {
            migrate.upgrade("head");
        } else {
            try (Writer script = Files.newBufferedWriter(Path.of(arguments[1]))) {
                migrate.upgradeSql("head", script);
            }
        }
        System.out.println("done");
    }

    @Revision(id = "0001")
    static class Insert implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE many (id integer NOT NULL, name text NOT NULL)");
            op.bulkInsert(rows("many", "id", "name")
                    .rowsFrom(() -> IntStream.rangeClosed(1, 800_000).mapToObj(ManyRows::row))
                    .copy());
            op.bulkInsert(rows("many", "id", "name")
                    .rowsFrom(() -> IntStream.rangeClosed(800_001, 1_000_000).mapToObj(ManyRows::row)));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("many");
        }
    }

    /** More than a hundred bytes each: all of them don't fit into the heap of the test. */
    private static List<Object> row(int id) {
        return List.of(id, "a name that is as long as names of this kind usually are: number " + id);
    }
}
