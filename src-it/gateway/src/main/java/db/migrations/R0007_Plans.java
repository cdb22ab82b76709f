package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data migration over the connection. */
@Revision(
        id = "0007",
        revises = "0006",
        message = "plans",
        created = "2025-03-07T09:00:00Z")
public class R0007_Plans implements Migration {

    private static final Logger LOG = LoggerFactory.getLogger(R0007_Plans.class);

    @Override
    public void upgrade(Operations op) {
        op.addColumn("api_consumer", column("plan", varchar(10)));
        op.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                int consumers = statement.executeUpdate("UPDATE api_consumer SET plan = 'free' WHERE plan IS NULL");
                LOG.info("{} consumers are on the free plan", consumers);
            }
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("api_consumer", "plan");
    }
}
