package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(id = "0001", message = "slow")
public class R0001_Slow implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE users (id int)");
        op.execute("SELECT pg_sleep(" + op.x("seconds").orElse("600") + ")");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
