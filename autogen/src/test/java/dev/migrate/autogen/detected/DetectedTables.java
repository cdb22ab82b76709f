package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Tables, their comments and schemas. */
final class DetectedTables {

    private static final Table AGENTS =
            table("agents").columns(column("id", bigint()).notNull()).primaryKey("agents_pkey", "id");

    private static final Table ORDERS = table("orders")
            .columns(column("id", bigint()).notNull(), column("agent_id", bigint()))
            .primaryKey("orders_pkey", "id")
            .foreignKey(foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));

    static final List<Detected> CASES = List.of(
            detected("storage parameters that are declared change, and others stay")
                    .before(table("agents")
                            .columns(column("id", bigint()))
                            .with("fillfactor", "70")
                            .with("autovacuum_enabled", "false"))
                    .after(table("agents")
                            .columns(column("id", bigint()))
                            .with("fillfactor", "80")
                            .with("autovacuum_vacuum_threshold", "5")
                            .with("toast.autovacuum_enabled", "false"))
                    .upgrade("""
                                    op.execute("ALTER TABLE agents SET (autovacuum_vacuum_threshold = '5', fillfactor = '80')");
                            """)
                    .downgrade("""
                                    op.execute("ALTER TABLE agents SET (fillfactor = '70'), RESET (autovacuum_vacuum_threshold)");
                            """),
            detected("a table goes and one of its name comes in another schema, and what moves it is named")
                    .setUp("CREATE SCHEMA crm")
                    .before(table("agents").columns(column("id", bigint())))
                    .after(table("crm.agents").columns(column("id", bigint())))
                    .upgrade("""
                                    op.createTable(table("crm.agents").columns(column("id", bigint())));

                                    // The rows of agents are lost.
                                    // If it moves to crm, nothing is lost when this file is deleted and generated again with
                                    // -Dmigrate.rename=agents:crm.agents.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents").columns(column("id", bigint())));

                                    // The rows of crm.agents are lost.
                                    op.dropTable("crm.agents");
                            """),
            detected("a table goes that has a check, an index and a formula over an enum type that loses a value")
                    .before(Schema.ofTables(
                                    table("agents").columns(column("mood", type("mood"))),
                                    table("letters")
                                            .columns(
                                                    column("mood", type("mood")),
                                                    column("sent", bool()),
                                                    column("fine", bool()).generatedStored("mood = 'ok'::mood"))
                                            .check("ck_letters", "mood <> 'sad'::mood")
                                            .withIndexes(List.of(
                                                    index("ix_fine").on("letters", "fine"),
                                                    index("ix_mood")
                                                            .on("letters", "mood")
                                                            .where("mood = 'ok'::mood"),
                                                    index("ix_sent").on("letters", "sent"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(Schema.ofTables(table("agents").columns(column("mood", type("mood"))))
                            .withEnums(List.of(enumType("mood", "ok"))))
                    .upgrade("""
                                    op.dropIndex("ix_mood");
                                    op.dropConstraint("letters", "ck_letters");
                                    op.dropColumn("letters", "fine");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(
                                            enumType("mood", "sad", "ok"),
                                            enumType("mood", "ok"),
                                            Map.of(),
                                            use("agents", "mood"),
                                            use("letters", "mood"));

                                    // The rows of letters are lost.
                                    op.dropTable("letters");
                            """)
                    .downgrade("""
                                    op.createTable(table("letters").columns(column("mood", type("mood")), column("sent", bool())));
                                    op.createIndex(index("ix_sent").on("letters", "sent"));
                                    op.addEnumValueBefore("mood", "sad", "ok");
                                    op.addColumn("letters", column("fine", bool()).generatedStored("mood = 'ok'::mood"));
                                    op.addCheck("letters", check("ck_letters", "mood <> 'sad'::mood"));
                                    op.createIndex(index("ix_mood").on("letters", "mood").where("mood = 'ok'::mood"));
                                    op.createIndex(index("ix_fine").on("letters", "fine"));
                            """),
            detected("an enum type gets a value while indexes, checks and formulas over it go, change and stay")
                    .before(Schema.ofTables(table("agents")
                                    .columns(
                                            column("mood", type("mood")),
                                            column("gone", bool()).generatedStored("mood = 'sad'::mood"),
                                            column("fine", bool()).generatedStored("mood = 'ok'::mood"))
                                    .check("ck_gone", "mood <> 'sad'::mood")
                                    .check("ck_old_name", "mood <> 'ok'::mood")
                                    .withIndexes(List.of(
                                            index("ix_fine").on("agents", "fine"),
                                            index("ix_changed")
                                                    .on("agents", "mood")
                                                    .where("mood = 'sad'::mood"),
                                            index("ix_kept")
                                                    .on("agents", "mood")
                                                    .where("mood > 'sad'::mood"),
                                            index("ix_old_name")
                                                    .on("agents", "mood")
                                                    .where("mood = 'ok'::mood"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(Schema.ofTables(table("agents")
                                    .columns(
                                            column("mood", type("mood")),
                                            column("fine", bool()).generatedStored("mood = 'ok'::mood"))
                                    .check("ck_new_name", "mood <> 'ok'::mood")
                                    .withIndexes(List.of(
                                            index("ix_fine").on("agents", "fine"),
                                            index("ix_changed")
                                                    .on("agents", "mood")
                                                    .where("mood = 'ok'::mood AND fine"),
                                            index("ix_kept")
                                                    .on("agents", "mood")
                                                    .where("mood > 'sad'::mood"),
                                            index("ix_new_name")
                                                    .on("agents", "mood")
                                                    .where("mood = 'ok'::mood"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok", "happy"))))
                    .upgrade("""
                                    op.dropIndex("ix_changed");
                                    op.dropConstraint("agents", "ck_gone");
                                    op.dropColumn("agents", "gone");
                                    op.renameConstraint("agents", "ck_old_name", "ck_new_name");
                                    op.renameIndex("ix_old_name", "ix_new_name");
                                    op.addEnumValue("mood", "happy");
                                    op.createIndex(index("ix_changed").on("agents", "mood").where("mood = 'ok'::mood AND fine"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_changed");

                                    // Fails while a row holds 'happy' of mood: give such rows another value first, or map it.
                                    op.dropIndex("ix_new_name");
                                    op.dropIndex("ix_kept");
                                    op.dropIndex("ix_fine");
                                    op.dropConstraint("agents", "ck_new_name");
                                    op.dropColumn("agents", "fine");
                                    op.replaceEnum(
                                            enumType("mood", "sad", "ok", "happy"),
                                            enumType("mood", "sad", "ok"),
                                            Map.of(),
                                            use("agents", "mood"));
                                    op.addColumn("agents", column("fine", bool()).generatedStored("mood = 'ok'::mood"));
                                    op.addCheck("agents", check("ck_new_name", "mood <> 'ok'::mood"));
                                    op.createIndex(index("ix_fine").on("agents", "fine"));
                                    op.createIndex(index("ix_kept").on("agents", "mood").where("mood > 'sad'::mood"));
                                    op.createIndex(index("ix_new_name").on("agents", "mood").where("mood = 'ok'::mood"));

                                    op.renameIndex("ix_new_name", "ix_old_name");
                                    op.renameConstraint("agents", "ck_new_name", "ck_old_name");
                                    op.addColumn("agents", column("gone", bool()).generatedStored("mood = 'sad'::mood"));
                                    op.addCheck("agents", check("ck_gone", "mood <> 'sad'::mood"));
                                    op.createIndex(index("ix_changed").on("agents", "mood").where("mood = 'sad'::mood"));
                            """),
            detected("an enum type loses a value while a table of it gives its index's name to another")
                    .before(Schema.ofTables(table("letters")
                                    .columns(column("mood", type("mood")))
                                    .withIndexes(List.of(index("ix_mood").on("letters", "mood"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(Schema.ofTables(table("posts")
                                    .columns(column("mood", type("mood")))
                                    .withIndexes(List.of(index("ix_mood").on("posts", "mood"))))
                            .withEnums(List.of(enumType("mood", "ok"))))
                    .upgrade("""
                                    // The rows of letters are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=letters:posts and nothing is
                                    // lost.
                                    op.dropTable("letters");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "ok"), Map.of());

                                    op.createTable(table("posts").columns(column("mood", type("mood"))));
                                    op.createIndex(index("ix_mood").on("posts", "mood"));
                            """)
                    .downgrade("""
                                    // The rows of posts are lost.
                                    op.dropTable("posts");

                                    op.addEnumValueBefore("mood", "sad", "ok");
                                    op.createTable(table("letters").columns(column("mood", type("mood"))));
                                    op.createIndex(index("ix_mood").on("letters", "mood"));
                            """),
            detected("an enum type gets a value while a table of it gives its index's name to another")
                    .before(Schema.ofTables(table("letters")
                                    .columns(column("mood", type("mood")))
                                    .check("ck_letters", "mood <> 'sad'::mood")
                                    .withIndexes(List.of(index("ix_mood").on("letters", "mood"))))
                            .withEnums(List.of(enumType("mood", "sad"))))
                    .after(Schema.ofTables(table("posts")
                                    .columns(column("mood", type("mood")))
                                    .withIndexes(List.of(index("ix_mood").on("posts", "mood"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .upgrade("""
                                    // The rows of letters are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=letters:posts and nothing is
                                    // lost.
                                    op.dropTable("letters");

                                    op.addEnumValue("mood", "ok");
                                    op.createTable(table("posts").columns(column("mood", type("mood"))));
                                    op.createIndex(index("ix_mood").on("posts", "mood"));
                            """)
                    .downgrade("""
                                    // The rows of posts are lost.
                                    op.dropTable("posts");

                                    // Fails while a row holds 'ok' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "sad"), Map.of());

                                    op.createTable(table("letters")
                                            .columns(column("mood", type("mood")))
                                            .check("ck_letters", "mood <> 'sad'::mood"));
                                    op.createIndex(index("ix_mood").on("letters", "mood"));
                            """),
            detected("a table is added").after(AGENTS).upgrade("""
                                    op.createTable(table("agents").columns(column("id", bigint()).notNull()).primaryKey("agents_pkey", "id"));
                            """).downgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """),
            detected("a table is dropped").before(AGENTS).upgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """).downgrade("""
                                    op.createTable(table("agents").columns(column("id", bigint()).notNull()).primaryKey("agents_pkey", "id"));
                            """),
            detected("tables are added before what references them, and dropped after it")
                    .after(ORDERS, AGENTS)
                    .upgrade("""
                                    op.createTable(table("agents").columns(column("id", bigint()).notNull()).primaryKey("agents_pkey", "id"));
                                    op.createTable(table("orders")
                                            .columns(column("id", bigint()).notNull(), column("agent_id", bigint()))
                                            .primaryKey("orders_pkey", "id")
                                            .foreignKey(foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id")));
                            """)
                    .downgrade("""
                                    // The rows of orders are lost.
                                    op.dropTable("orders");

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """),
            detected("tables that reference each other get the last key when both are there")
                    .after(
                            ORDERS,
                            AGENTS.columns(column("last_order_id", bigint()))
                                    .foreignKey(foreignKey("agents_last_order_id_fkey", "last_order_id")
                                            .references("orders", "id")))
                    .upgrade("""
                                    op.createTable(table("agents")
                                            .columns(column("id", bigint()).notNull(), column("last_order_id", bigint()))
                                            .primaryKey("agents_pkey", "id"));
                                    op.createTable(table("orders")
                                            .columns(column("id", bigint()).notNull(), column("agent_id", bigint()))
                                            .primaryKey("orders_pkey", "id")
                                            .foreignKey(foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id")));
                                    op.addForeignKey("agents", foreignKey("agents_last_order_id_fkey", "last_order_id").references("orders", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_last_order_id_fkey");

                                    // The rows of orders are lost.
                                    op.dropTable("orders");

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """),
            detected("a table that references itself is dropped")
                    .before(AGENTS.columns(column("parent_id", bigint()))
                            .foreignKey(foreignKey("agents_parent_id_fkey", "parent_id")
                                    .references("agents", "id"))
                            .withIndexes(List.of(index("ix_agents_parent").on("agents", "parent_id"))))
                    .upgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents")
                                            .columns(column("id", bigint()).notNull(), column("parent_id", bigint()))
                                            .primaryKey("agents_pkey", "id")
                                            .foreignKey(foreignKey("agents_parent_id_fkey", "parent_id").references("agents", "id")));
                                    op.createIndex(index("ix_agents_parent").on("agents", "parent_id"));
                            """),
            detected("a table gets a comment with quotes in it")
                    .before(AGENTS)
                    .after(AGENTS.comment("It's \"ours\"\\"))
                    .upgrade("""
                                    op.comment(onTable("agents"), "It's \\"ours\\"\\\\");
                            """)
                    .downgrade("""
                                    op.comment(onTable("agents"), null);
                            """),
            detected("a table's comment changes")
                    .before(AGENTS.comment("One"))
                    .after(AGENTS.comment("Two"))
                    .upgrade("""
                                    op.comment(onTable("agents"), "Two");
                            """)
                    .downgrade("""
                                    op.comment(onTable("agents"), "One");
                            """),
            detected("a table loses its comment")
                    .before(AGENTS.comment("One"))
                    .after(AGENTS)
                    .upgrade("""
                                    op.comment(onTable("agents"), null);
                            """)
                    .downgrade("""
                                    op.comment(onTable("agents"), "One");
                            """),
            detected("a schema comes with its first table")
                    .after(Schema.ofTables(table("app.agents")
                                    .columns(column("id", bigint()).notNull())
                                    .primaryKey("agents_pkey", "id"))
                            .withSchemas(List.of("app")))
                    .upgrade("""
                                    op.createSchema("app");
                                    op.createTable(table("app.agents").columns(column("id", bigint()).notNull()).primaryKey("agents_pkey", "id"));
                            """)
                    .downgrade("""
                                    // The rows of app.agents are lost.
                                    op.dropTable("app.agents");

                                    op.dropSchema("app");
                            """),
            detected("a table goes from a schema that stays")
                    .before(Schema.ofTables(
                                    table("app.agents").columns(column("id", bigint())),
                                    table("app.notes").columns(column("id", bigint())))
                            .withSchemas(List.of("app")))
                    .after(Schema.ofTables(table("app.agents").columns(column("id", bigint())))
                            .withSchemas(List.of("app")))
                    .upgrade("""
                                    // The rows of app.notes are lost.
                                    op.dropTable("app.notes");
                            """)
                    .downgrade("""
                                    op.createTable(table("app.notes").columns(column("id", bigint())));
                            """),
            detected("names that need quotes")
                    .after(table("\"Order Items\"")
                            .columns(
                                    column("select", integer()),
                                    column("Größe", integer()),
                                    column("say \"hi\"", text()))
                            .withIndexes(List.of(index("ix \"a\"").on("\"Order Items\"", "Größe"))))
                    .upgrade("""
                                    op.createTable(table("Order Items")
                                            .columns(column("select", integer()), column("Größe", integer()), column("say \\"hi\\"", text())));
                                    op.createIndex(index("ix \\"a\\"").on("Order Items", "Größe"));
                            """)
                    .downgrade("""
                                    // The rows of Order Items are lost.
                                    op.dropTable("Order Items");
                            """));

    private DetectedTables() {}
}
