package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Foreign keys. */
final class DetectedReferences {

    static final List<Detected> CASES = List.of(
            references("a foreign key comes", null, reference()).upgrade("""
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """).downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                            """),
            references("a foreign key goes", reference(), null).upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                            """).downgrade("""
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references(
                            "a foreign key gets another target",
                            reference(),
                            foreignKey("orders_agent_id_fkey", "agent_id").references("users", "id"))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // A value of orders.agent_id refers to users (id) from now on, and no longer to agents (id): give rows
                                    // other values first, unless both have the same ones.
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("users", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // A value of orders.agent_id refers to agents (id) from now on, and no longer to users (id): give rows
                                    // other values first, unless both have the same ones.
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references(
                            "a foreign key references another column",
                            reference(),
                            foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "code"))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // A value of orders.agent_id refers to agents (code) from now on, and no longer to agents (id): give
                                    // rows other values first, unless both have the same ones.
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "code"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // A value of orders.agent_id refers to agents (id) from now on, and no longer to agents (code): give
                                    // rows other values first, unless both have the same ones.
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references(
                            "a foreign key's actions change",
                            reference(),
                            reference().onDelete(ForeignKey.Action.CASCADE).onUpdate(ForeignKey.Action.RESTRICT))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .onDelete(CASCADE)
                                            .onUpdate(RESTRICT));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references(
                            "a foreign key sets only some columns to NULL",
                            reference().onDelete(ForeignKey.Action.SET_NULL),
                            reference().onDelete(ForeignKey.Action.SET_NULL, "agent_id"))
                    .since(15)
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .onDelete(SET_NULL, "agent_id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .onDelete(SET_NULL));
                            """),
            references(
                            "a foreign key becomes deferrable",
                            reference(),
                            reference().deferrable())
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .deferrable());
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references("a foreign key is deferred", reference(), reference().initiallyDeferred())
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .initiallyDeferred());
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references("a foreign key matches fully", reference(), reference().matchFull())
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .matchFull());
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            references("a foreign key is checked", reference().notValid(), reference())
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id")
                                            .references("agents", "id")
                                            .notValid());
                            """),
            references("a foreign key is renamed", reference(), reference().named("fk_agent"))
                    .upgrade("""
                                    op.renameConstraint("orders", "orders_agent_id_fkey", "fk_agent");
                            """)
                    .downgrade("""
                                    op.renameConstraint("orders", "fk_agent", "orders_agent_id_fkey");
                            """),
            detected("a partitioned table goes, with its partitions and with what references it")
                    .before(
                            table("events")
                                    .columns(column("at", date()).notNull(), column("parent", date()))
                                    .primaryKey("events_pkey", "at")
                                    .foreignKey(foreignKey("events_parent_fkey", "parent")
                                            .references("events", "at"))
                                    .partitionByRange("at"),
                            table("events_rest").partitionOf("events", "DEFAULT"),
                            table("comments")
                                    .columns(column("event", date()))
                                    .foreignKey(foreignKey("comments_event_fkey", "event")
                                            .references("events", "at")))
                    .upgrade("""
                                    op.dropConstraint("events", "events_parent_fkey");

                                    // The rows of comments are lost.
                                    op.dropTable("comments");

                                    // The rows of events_rest are lost.
                                    op.dropTable("events_rest");

                                    // The rows of events are lost.
                                    op.dropTable("events");
                            """)
                    .downgrade("""
                                    op.createTable(table("events")
                                            .columns(column("at", date()).notNull(), column("parent", date()))
                                            .primaryKey("events_pkey", "at")
                                            .partitionByRange("at"));
                                    op.createTable(table("events_rest").partitionOf("events", "DEFAULT"));
                                    op.createTable(table("comments")
                                            .columns(column("event", date()))
                                            .foreignKey(foreignKey("comments_event_fkey", "event").references("events", "at")));
                                    op.addForeignKey("events", foreignKey("events_parent_fkey", "parent").references("events", "at"));
                            """));

    private DetectedReferences() {}

    private static ForeignKey reference() {
        return foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id");
    }

    private static Detected references(String name, @Nullable ForeignKey from, @Nullable ForeignKey to) {
        return detected(name).before(schema(from)).after(schema(to));
    }

    private static Schema schema(@Nullable ForeignKey key) {
        Table agents = table("agents")
                .columns(
                        column("id", bigint()).notNull(),
                        column("code", bigint()).notNull())
                .primaryKey("agents_pkey", "id")
                .unique("agents_code_key", "code");
        Table users = table("users").columns(column("id", bigint()).notNull()).primaryKey("users_pkey", "id");
        Table orders = table("orders").columns(column("agent_id", bigint()));
        return Schema.ofTables(agents, users, key == null ? orders : orders.foreignKey(key));
    }
}
