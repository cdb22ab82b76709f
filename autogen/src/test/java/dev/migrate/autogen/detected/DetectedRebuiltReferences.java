package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Foreign keys that PostgreSQL would have to make anew behind another type of a column, and fails to. */
final class DetectedRebuiltReferences {

    static final List<Detected> CASES = List.of(
            detected("a key and what refers to it get a collation that isn't deterministic")
                    .setUp("CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
                    .before(named(column("name", text())), naming(column("agent", text())))
                    .after(
                            named(column("name", text()).collation("ci")),
                            naming(column("agent", text()).collation("ci")))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_fkey");
                                    op.alterColumn("agents", alter("name").typeWithCollation(text(), "ci"));
                                    op.alterColumn("orders", alter("agent").typeWithCollation(text(), "ci"));
                                    op.addForeignKey("orders", foreignKey("orders_agent_fkey", "agent").references("agents", "name"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_fkey");
                                    op.alterColumn("orders", alter("agent").type(text()));
                                    op.alterColumn("agents", alter("name").type(text()));
                                    op.addForeignKey("orders", foreignKey("orders_agent_fkey", "agent").references("agents", "name"));
                            """),
            detected("a column gets longer that a referenced key includes")
                    .before(included(varchar(10)), orders())
                    .after(included(varchar(20)), orders())
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.alterColumn("agents", alter("name").type(varchar(20)));
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // Fails where a value of agents.name does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("agents", alter("name").type(varchar(10)));

                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            detected("a table comes whose target includes a column that gets longer")
                    .before(included(varchar(10)))
                    .after(included(varchar(20)), orders())
                    .upgrade("""
                                    op.createTable(table("orders").columns(column("agent_id", bigint())));
                                    op.alterColumn("agents", alter("name").type(varchar(20)));
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // Fails where a value of agents.name does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("agents", alter("name").type(varchar(10)));

                                    // The rows of orders are lost.
                                    op.dropTable("orders");
                            """),
            detected("an enum type is replaced, of which a column is that a referenced key includes")
                    .before(moods("sad", "glad"))
                    .after(moods("glad"))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "sad", "glad"), enumType("mood", "glad"), Map.of(), use("agents", "name"));

                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addEnumValueBefore("mood", "sad", "glad");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            detected("tables go while an enum type is replaced of which a column is that a referenced key includes")
                    .before(moods("sad", "glad"))
                    .after(Schema.EMPTY.withEnums(List.of(enumType("mood", "glad"))))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "sad", "glad"), enumType("mood", "glad"), Map.of(), use("agents", "name"));

                                    // The rows of orders are lost.
                                    op.dropTable("orders");

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents")
                                            .columns(column("id", bigint()).notNull(), column("name", type("mood")))
                                            .constraints(primaryKey("agents_pkey", "id").include("name")));
                                    op.createTable(table("orders").columns(column("agent_id", bigint())));
                                    op.addEnumValueBefore("mood", "sad", "glad");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            detected("an enum type gets a value, of which a column is that a referenced key includes")
                    .before(moods("glad"))
                    .after(moods("glad", "sad"))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.addEnumValue("mood", "sad");
                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "glad", "sad"), enumType("mood", "glad"), Map.of(), use("agents", "name"));

                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            detected("tables go while a domain gets another type of which a column is that a referenced key includes")
                    .before(Schema.ofTables(included(type("code")), orders())
                            .withDomains(List.of(domain("code", text()))))
                    .after(Schema.EMPTY.withDomains(List.of(domain("code", varchar(20)))))
                    .upgrade("""
                                    op.dropConstraint("orders", "orders_agent_id_fkey");
                                    op.alterColumn("agents", alter("name").type(text()));
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", varchar(20)));

                                    // The rows of orders are lost.
                                    op.dropTable("orders");

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents")
                                            .columns(column("id", bigint()).notNull(), column("name", text()))
                                            .constraints(primaryKey("agents_pkey", "id").include("name")));
                                    op.createTable(table("orders").columns(column("agent_id", bigint())));
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", text()));

                                    // Fails where a value of agents.name does not fit: text becomes code.
                                    op.alterColumn("agents", alter("name").type(type("code"), "name::code"));

                                    op.addForeignKey("orders", foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id"));
                            """),
            detected("a column of a key gets longer that rows refer to together with an enum value")
                    .before(Schema.ofTables(kinds(varchar(10)), things(varchar(10)))
                            .withEnums(List.of(enumType("mood", "sad"))))
                    .after(Schema.ofTables(kinds(varchar(20)), things(varchar(10)))
                            .withEnums(List.of(enumType("mood", "sad"))))
                    .upgrade("""
                                    op.dropConstraint("things", "things_kind_fkey");
                                    op.alterColumn("kinds", alter("name").type(varchar(20)));
                                    op.addForeignKey("things", foreignKey("things_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("things", "things_kind_fkey");

                                    // Fails where a value of kinds.name does not fit: character varying(20) becomes character varying(10).
                                    op.alterColumn("kinds", alter("name").type(varchar(10)));

                                    op.addForeignKey("things", foreignKey("things_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """),
            detected("a column gets longer that refers to rows together with an enum value")
                    .before(Schema.ofTables(kinds(text()), things(varchar(10)))
                            .withEnums(List.of(enumType("mood", "sad"))))
                    .after(Schema.ofTables(kinds(text()), things(varchar(20)))
                            .withEnums(List.of(enumType("mood", "sad"))))
                    .upgrade("""
                                    op.dropConstraint("things", "things_kind_fkey");
                                    op.alterColumn("things", alter("kind").type(varchar(20)));
                                    op.addForeignKey("things", foreignKey("things_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("things", "things_kind_fkey");

                                    // Fails where a value of things.kind does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("things", alter("kind").type(varchar(10)));

                                    op.addForeignKey("things", foreignKey("things_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """),
            detected("a column gets longer by which a child refers to rows together with an enum value")
                    .before(children(varchar(10)))
                    .after(children(varchar(20)))
                    .upgrade("""
                                    op.dropConstraint("parts", "parts_kind_fkey");
                                    op.alterColumn("things", alter("kind").type(varchar(20)));
                                    op.addForeignKey("parts", foreignKey("parts_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("parts", "parts_kind_fkey");

                                    // Fails where a value of things.kind does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("things", alter("kind").type(varchar(10)));

                                    op.addForeignKey("parts", foreignKey("parts_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
                            """),
            detected("a column of a temporal key and of its references gets longer")
                    .since(18)
                    .setUp("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions")
                    .before(rooms(varchar(10)), stays(varchar(10)))
                    .after(rooms(varchar(20)), stays(varchar(20)))
                    .upgrade("""
                                    op.dropConstraint("stays", "stays_room_fkey");
                                    op.alterColumn("rooms", alter("name").type(varchar(20)));
                                    op.alterColumn("stays", alter("room").type(varchar(20)));
                                    op.addForeignKey("stays", foreignKey("stays_room_fkey", "room", "during")
                                            .references("rooms", "name", "during")
                                            .period());
                            """)
                    .downgrade("""
                                    op.dropConstraint("stays", "stays_room_fkey");

                                    // Fails where a value of stays.room does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("stays", alter("room").type(varchar(10)));

                                    // Fails where a value of rooms.name does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("rooms", alter("name").type(varchar(10)));

                                    op.addForeignKey("stays", foreignKey("stays_room_fkey", "room", "during")
                                            .references("rooms", "name", "during")
                                            .period());
                            """),
            detected("a column that references a temporal key gets longer")
                    .since(18)
                    .setUp("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions")
                    .before(rooms(text()), stays(varchar(10)))
                    .after(rooms(text()), stays(varchar(20)))
                    .upgrade("""
                                    op.dropConstraint("stays", "stays_room_fkey");
                                    op.alterColumn("stays", alter("room").type(varchar(20)));
                                    op.addForeignKey("stays", foreignKey("stays_room_fkey", "room", "during")
                                            .references("rooms", "name", "during")
                                            .period());
                            """)
                    .downgrade("""
                                    op.dropConstraint("stays", "stays_room_fkey");

                                    // Fails where a value of stays.room does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("stays", alter("room").type(varchar(10)));

                                    op.addForeignKey("stays", foreignKey("stays_room_fkey", "room", "during")
                                            .references("rooms", "name", "during")
                                            .period());
                            """));

    private DetectedRebuiltReferences() {}

    private static Schema moods(String... values) {
        return Schema.ofTables(included(type("mood")), orders()).withEnums(List.of(enumType("mood", values)));
    }

    private static Table orders() {
        return table("orders").columns(column("agent_id", bigint())).foreignKey(reference());
    }

    private static Table included(Type name) {
        return table("agents")
                .columns(column("id", bigint()).notNull(), column("name", name))
                .constraints(primaryKey("agents_pkey", "id").include("name"));
    }

    private static Table named(Column name) {
        return table("agents").columns(name.notNull()).primaryKey("agents_pkey", "name");
    }

    private static Table naming(Column agent) {
        return table("orders")
                .columns(agent)
                .foreignKey(foreignKey("orders_agent_fkey", "agent").references("agents", "name"));
    }

    private static Table kinds(Type name) {
        return table("kinds")
                .columns(
                        column("mood", type("mood")).notNull(),
                        column("name", name).notNull())
                .primaryKey("kinds_pkey", "mood", "name");
    }

    private static Table things(Type kind) {
        return table("things")
                .columns(column("mood", type("mood")), column("kind", kind))
                .foreignKey(foreignKey("things_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
    }

    private static Schema children(Type kind) {
        Table things = table("things").columns(column("mood", type("mood")), column("kind", kind));
        Table parts = table("parts")
                .inherits("things")
                .foreignKey(foreignKey("parts_kind_fkey", "mood", "kind").references("kinds", "mood", "name"));
        return Schema.ofTables(kinds(text()), things, parts).withEnums(List.of(enumType("mood", "sad")));
    }

    private static Table rooms(Type name) {
        return table("rooms")
                .columns(
                        column("name", name).notNull(),
                        column("during", type("daterange")).notNull())
                .constraints(primaryKey("rooms_pkey", "name", "during").withoutOverlaps());
    }

    private static Table stays(Type room) {
        return table("stays")
                .columns(column("room", room), column("during", type("daterange")))
                .foreignKey(foreignKey("stays_room_fkey", "room", "during")
                        .references("rooms", "name", "during")
                        .period());
    }

    private static ForeignKey reference() {
        return foreignKey("orders_agent_id_fkey", "agent_id").references("agents", "id");
    }
}
