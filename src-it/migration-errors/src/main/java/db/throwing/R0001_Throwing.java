package db.throwing;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "throwing",
        created = "2026-01-11T10:00:00Z")
public class R0001_Throwing implements Migration {

    @Override
    public void upgrade(Operations op) {
        throw new IllegalStateException("no rates for today");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("SELECT 1");
    }
}
