package dev.migrate.benchmarks.bulk;

import static dev.migrate.operation.DataChanges.rows;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import java.util.List;
import java.util.stream.IntStream;

/** Inserts as many rows as the argument {@code rows} says, in one operation. */
@Revision(id = "0001", message = "Many rows", created = "2026-01-01T00:00:00Z")
public class R0001_ManyRows implements Migration {

    @Override
    public void upgrade(Operations op) {
        int count = Integer.parseInt(op.x("rows").orElseThrow());
        op.bulkInsert(rows("many", "id", "name", "kind", "active")
                .rowsFrom(() -> IntStream.rangeClosed(1, count)
                        .mapToObj(id -> List.of(id, "row number " + id, id % 7, id % 2 == 0)))
                .copy());
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("TRUNCATE many");
    }
}
