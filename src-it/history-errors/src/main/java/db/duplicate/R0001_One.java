package db.duplicate;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "one",
        created = "2026-01-11T10:00:00Z")
public class R0001_One implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT 1");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("SELECT 1");
    }
}
