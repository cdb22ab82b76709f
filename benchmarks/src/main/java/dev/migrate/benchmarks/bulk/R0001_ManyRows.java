package dev.migrate.benchmarks.bulk;

import static dev.migrate.operation.DataChanges.rows;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts as many rows as the argument {@code rows} says, 10,000 with each operation. */
@Revision(id = "0001", message = "Many rows", created = "2026-01-01T00:00:00Z")
public class R0001_ManyRows implements Migration {

    private static final int BATCH = 10_000;

    @Override
    public void upgrade(Operations op) {
        int count = Integer.parseInt(op.x("rows").orElseThrow());
        List<List<@Nullable Object>> batch = new ArrayList<>(BATCH);
        for (int id = 1; id <= count; id++) {
            batch.add(List.of(id, "row number " + id, id % 7, id % 2 == 0));
            if (batch.size() == BATCH || id == count) {
                op.bulkInsert(
                        rows("many", "id", "name", "kind", "active").rows(batch).copying());
                batch.clear();
            }
        }
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("TRUNCATE many");
    }
}
