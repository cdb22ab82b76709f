package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "sequence of customers",
        created = "2026-01-11T10:00:00Z")
public class R0001_CustomersSequence implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE SEQUENCE customers_seq INCREMENT BY 50");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DROP SEQUENCE customers_seq");
    }
}
