package db.noconstructor;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "sized",
        created = "2026-01-11T10:00:00Z")
public class R0001_Sized implements Migration {

    public R0001_Sized(int size) {}

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT 1");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("SELECT 1");
    }
}
