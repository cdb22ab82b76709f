package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/**
 * Repositories, and the workflows that open pull requests in them.
 *
 * <p>A workflow belongs to one repository; its status is free text, since plugins bring their own.
 */
@Revision(
        id = "0001",
        message = "repositories and workflows",
        created = "2025-05-01T09:00:00Z")
public class R0001_RepositoriesAndWorkflows implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("repositories")
                .columns(
                        column("id", bigint()).identity(),
                        column("name", varchar(200)).notNull())
                .primaryKey("repositories_pkey", "id"));
        op.createTable(table("workflows")
                .columns(
                        column("id", bigint()).identity(),
                        column("repository_id", bigint()).notNull(),
                        column("status", varchar(20)).notNull())
                .primaryKey("workflows_pkey", "id")
                .foreignKey(foreignKey("workflows_repository_id_fkey", "repository_id").references("repositories", "id")));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("workflows");
        op.dropTable("repositories");
    }
}
