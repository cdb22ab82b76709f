package dev.migrate.autogen.online;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.junit.jupiter.api.Test;

/** Keys over periods, which PostgreSQL 18 has. */
class TemporalKeysTest {

    @Test
    void anIndexMakesOrdinaryKeysOnly() {
        Table before = table("stays")
                .columns(
                        column("room", bigint()).notNull(),
                        column("guest", bigint()).notNull(),
                        column("at", type("tstzrange")).notNull());
        Table after = before.constraints(
                primaryKey("stays_pkey", "room", "at").withoutOverlaps(),
                unique("stays_guest_key", "guest", "at").withoutOverlaps(),
                unique("stays_room_guest_key", "room", "guest"));
        OnlineRewrite rewrite = OnlineRewrite.of(
                SchemaDiff.diff(Schema.ofTables(before), Schema.ofTables(after), DiffOptions.CATALOGS),
                OnlineOptions.ONLINE);

        String source =
                MigrationWriter.write(rewrite.applyTo(MigrationFile.of("", "R1", "1", "Keys", "2026-01-01T00:00:00Z")));
        assertThat(source.substring(source.indexOf("    @Override"))).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "Rows of stays have different values for room, guest (stays_room_guest_key)",
                                "SELECT room, guest FROM stays WHERE (room, guest) IN (SELECT room, guest FROM stays GROUP BY "
                                        + "room, guest HAVING count(*) > 1)");

                        // Building the index of stays_pkey reads all of stays: reads and writes wait until it is done (ACCESS
                        // EXCLUSIVE).
                        // The migration fails if rows of stays exclude each other by stays_pkey. Correct such rows first.
                        op.addPrimaryKey("stays", primaryKey("stays_pkey", "room", "at").withoutOverlaps());

                        // Building the index of stays_guest_key reads all of stays: reads and writes wait until it is done
                        // (ACCESS EXCLUSIVE).
                        // The migration fails if rows of stays exclude each other by stays_guest_key. Correct such rows first.
                        op.addUnique("stays", unique("stays_guest_key", "guest", "at").withoutOverlaps());

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("stays_room_guest_key").on("stays", "room", "guest").unique().concurrently());
                        op.addUniqueUsingIndex("stays", "stays_room_guest_key", "stays_room_guest_key");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropConstraint("stays", "stays_room_guest_key");
                        op.dropConstraint("stays", "stays_guest_key");
                        op.dropConstraint("stays", "stays_pkey");
                    }
                }
                """);
    }
}
