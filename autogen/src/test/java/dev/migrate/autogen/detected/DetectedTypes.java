package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enum types and domains. */
final class DetectedTypes {

    static final List<Detected> CASES = List.of(
            detected("an enum type loses a value that is a default in a table that goes")
                    .before(Schema.ofTables(
                                    table("agents").columns(column("mood", type("mood"))),
                                    table("letters")
                                            .columns(
                                                    column("mood", type("mood")).defaultValue("sad")))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(Schema.ofTables(table("agents").columns(column("mood", type("mood"))))
                            .withEnums(List.of(enumType("mood", "ok"))))
                    .upgrade("""
                                    op.alterColumn("letters", alter("mood").dropDefault());

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
                                    op.createTable(table("letters").columns(column("mood", type("mood"))));
                                    op.addEnumValueBefore("mood", "sad", "ok");
                                    op.alterColumn("letters", alter("mood").defaultValue("sad"));
                            """),
            detected("an enum type loses a value, and a column that it is the default of has none any more")
                    .before(Schema.ofTables(table("agents")
                                    .columns(column("mood", type("mood")).defaultValue("sad")))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(Schema.ofTables(table("agents").columns(column("mood", type("mood"))))
                            .withEnums(List.of(enumType("mood", "ok"))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("mood").dropDefault());

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "ok"), Map.of(), use("agents", "mood"));
                            """)
                    .downgrade("""
                                    op.addEnumValueBefore("mood", "sad", "ok");
                                    op.alterColumn("agents", alter("mood").defaultValue("sad"));
                            """),
            detected("an enum type goes with Hibernate's casts from and to it, once in favour of a table")
                    .setUp("""
                            CREATE TYPE mood AS ENUM ('sad', 'ok');
                            CREATE TYPE status AS ENUM ('ON', 'OFF');
                            CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
                            CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;
                            CREATE CAST (varchar AS status) WITH INOUT AS IMPLICIT;
                            CREATE TABLE agents (mood mood, status status);""")
                    .after(Schema.ofTables(
                            table("agents").columns(column("mood", text()), column("status", text())),
                            table("status").columns(column("id", bigint()))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("status").type(text()));
                                    op.execute("DROP CAST (character varying AS status)");
                                    op.dropEnum("status");
                                    op.createTable(table("status").columns(column("id", bigint())));
                                    op.alterColumn("agents", alter("mood").type(text()));
                                    op.execute("DROP CAST (mood AS character varying)");
                                    op.execute("DROP CAST (character varying AS mood)");
                                    op.dropEnum("mood");
                            """)
                    .downgrade("""
                                    op.createEnum(enumType("mood", "sad", "ok"));
                                    op.execute("CREATE CAST (character varying AS mood) WITH INOUT AS IMPLICIT");
                                    op.execute("CREATE CAST (mood AS character varying) WITH INOUT AS IMPLICIT");

                                    // Fails where a value of agents.mood does not fit: text becomes mood.
                                    op.alterColumn("agents", alter("mood").type(type("mood"), "mood::mood"));

                                    // The rows of status are lost.
                                    op.dropTable("status");

                                    op.createEnum(enumType("status", "ON", "OFF"));
                                    op.execute("CREATE CAST (character varying AS status) WITH INOUT AS IMPLICIT");

                                    // Fails where a value of agents.status does not fit: text becomes status.
                                    op.alterColumn("agents", alter("status").type(type("status"), "status::status"));
                            """),
            detected("a table becomes an enum type of its name")
                    .before(Schema.ofTables(
                            table("status")
                                    .columns(column("id", bigint()).notNull())
                                    .primaryKey("status_pkey", "id"),
                            table("agents")
                                    .columns(column("status_id", bigint()))
                                    .foreignKey(foreignKey("agents_status_id_fkey", "status_id")
                                            .references("status", "id"))))
                    .after(Schema.ofTables(table("agents").columns(column("status", type("status"))))
                            .withEnums(List.of(enumType("status", "ON", "OFF"))))
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_status_id_fkey");

                                    // The rows of status are lost.
                                    op.dropTable("status");

                                    op.createEnum(enumType("status", "ON", "OFF"));
                                    op.addColumn("agents", column("status", type("status")));

                                    // The values of agents.status_id are lost.
                                    op.dropColumn("agents", "status_id");
                            """)
                    .downgrade("""
                                    op.addColumn("agents", column("status_id", bigint()));

                                    // The values of agents.status are lost.
                                    op.dropColumn("agents", "status");

                                    op.dropEnum("status");
                                    op.createTable(table("status").columns(column("id", bigint()).notNull()).primaryKey("status_pkey", "id"));
                                    op.addForeignKey("agents", foreignKey("agents_status_id_fkey", "status_id").references("status", "id"));
                            """),
            detected("an enum type becomes a table of its name, and a column of it text")
                    .before(Schema.ofTables(table("agents")
                                    .columns(column("status", type("status")), column("was", type("status"))))
                            .withEnums(List.of(enumType("status", "ON", "OFF"))))
                    .after(Schema.ofTables(
                            table("status").columns(column("id", bigint())),
                            table("agents").columns(column("was", text()))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("was").type(text()));

                                    // The values of agents.status are lost.
                                    op.dropColumn("agents", "status");

                                    op.dropEnum("status");
                                    op.createTable(table("status").columns(column("id", bigint())));
                            """)
                    .downgrade("""
                                    // The rows of status are lost.
                                    op.dropTable("status");

                                    op.createEnum(enumType("status", "ON", "OFF"));
                                    op.addColumn("agents", column("status", type("status")));

                                    // Fails where a value of agents.was does not fit: text becomes status.
                                    op.alterColumn("agents", alter("was").type(type("status"), "was::status"));
                            """),
            moods("an enum type comes", null, enumType("mood", "sad", "ok"))
                    .upgrade("""
                                    op.createEnum(enumType("mood", "sad", "ok"));
                                    op.createTable(table("agents").columns(column("c", type("mood"))));
                            """)
                    .downgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");

                                    op.dropEnum("mood");
                            """),
            moods("an enum type goes", enumType("mood", "sad", "it's"), null)
                    .upgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");

                                    op.dropEnum("mood");
                            """)
                    .downgrade("""
                                    op.createEnum(enumType("mood", "sad", "it's"));
                                    op.createTable(table("agents").columns(column("c", type("mood"))));
                            """),
            moods("a value comes at the end", enumType("mood", "sad", "ok"), enumType("mood", "sad", "ok", "happy"))
                    .upgrade("""
                                    op.addEnumValue("mood", "happy");
                            """)
                    .downgrade("""
                                    // Fails while a row holds 'happy' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(
                                            enumType("mood", "sad", "ok", "happy"),
                                            enumType("mood", "sad", "ok"),
                                            Map.of(),
                                            use("agents", "c"));
                            """),
            moods(
                            "values come between others",
                            enumType("mood", "sad", "happy"),
                            enumType("mood", "awful", "sad", "bad", "ok", "happy"))
                    .upgrade("""
                                    op.addEnumValueBefore("mood", "awful", "sad");
                                    op.addEnumValueAfter("mood", "bad", "sad");
                                    op.addEnumValueAfter("mood", "ok", "bad");
                            """)
                    .downgrade("""
                                    // Fails while a row holds 'awful' or 'bad' or 'ok' of mood: give such rows another value first, or map
                                    // it.
                                    op.replaceEnum(
                                            enumType("mood", "awful", "sad", "bad", "ok", "happy"),
                                            enumType("mood", "sad", "happy"),
                                            Map.of(),
                                            use("agents", "c"));
                            """),
            moods("a value goes", enumType("mood", "sad", "ok", "happy"), enumType("mood", "sad", "happy"))
                    .upgrade("""
                                    // Fails while a row holds 'ok' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(
                                            enumType("mood", "sad", "ok", "happy"),
                                            enumType("mood", "sad", "happy"),
                                            Map.of(),
                                            use("agents", "c"));
                            """)
                    .downgrade("""
                                    op.addEnumValueAfter("mood", "ok", "sad");
                            """),
            moods("values change their order", enumType("mood", "sad", "ok"), enumType("mood", "ok", "sad"))
                    .upgrade("""
                                    op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "ok", "sad"), Map.of(), use("agents", "c"));
                            """)
                    .downgrade("""
                                    op.replaceEnum(enumType("mood", "ok", "sad"), enumType("mood", "sad", "ok"), Map.of(), use("agents", "c"));
                            """),
            moods("a value is renamed", enumType("mood", "sad", "ok"), enumType("mood", "unhappy", "ok"))
                    .renaming("mood.sad:unhappy")
                    .upgrade("""
                                    op.renameEnumValue("mood", "sad", "unhappy");
                            """)
                    .downgrade("""
                                    op.renameEnumValue("mood", "unhappy", "sad");
                            """),
            detected("a value goes that a default, an array, a check, an index and a formula depend on")
                    .before(manyMoods(enumType("mood", "sad", "ok", "happy")))
                    .after(manyMoods(enumType("mood", "ok", "happy")))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.dropConstraint("agents", "ck_agents");
                                    op.dropColumn("agents", "c");

                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.replaceEnum(
                                            enumType("mood", "sad", "ok", "happy"),
                                            enumType("mood", "ok", "happy"),
                                            Map.of(),
                                            use("agents", "a").defaultSql("'ok'::mood"),
                                            use("agents", "b").ofArray());

                                    op.addColumn("agents", column("c", bool()).generatedStored("a = 'ok'::mood"));
                                    op.addCheck("agents", check("ck_agents", "a <> 'happy'::mood"));
                                    op.createIndex(index("ix_agents").on("agents", "a").where("a = 'ok'::mood"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.dropConstraint("agents", "ck_agents");
                                    op.dropColumn("agents", "c");
                                    op.addEnumValueBefore("mood", "sad", "ok");
                                    op.addColumn("agents", column("c", bool()).generatedStored("a = 'ok'::mood"));
                                    op.addCheck("agents", check("ck_agents", "a <> 'happy'::mood"));
                                    op.createIndex(index("ix_agents").on("agents", "a").where("a = 'ok'::mood"));
                            """),
            detected("an enum type's column becomes text")
                    .before(Schema.ofTables(table("agents").columns(column("c", type("mood"))))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(table("agents").columns(column("c", text())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                                    op.dropEnum("mood");
                            """)
                    .downgrade("""
                                    op.createEnum(enumType("mood", "sad", "ok"));

                                    // Fails where a value of agents.c does not fit: text becomes mood.
                                    op.alterColumn("agents", alter("c").type(type("mood"), "c::mood"));
                            """),
            detected("text becomes an enum type")
                    .before(table("agents").columns(column("c", text()).defaultValue("ok")))
                    .after(Schema.ofTables(table("agents")
                                    .columns(column("c", type("mood")).defaultValue("ok")))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .upgrade("""
                                    op.createEnum(enumType("mood", "sad", "ok"));

                                    // Fails where a value of agents.c does not fit: text becomes mood.
                                    op.alterColumn("agents", alter("c").dropDefault().type(type("mood"), "c::mood").defaultValue("ok"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("c").dropDefault().type(text()).defaultValue("ok"));
                                    op.dropEnum("mood");
                            """));

    private DetectedTypes() {}

    private static Detected moods(String name, @Nullable EnumType from, @Nullable EnumType to) {
        return detected(name).before(moods(from)).after(moods(to));
    }

    private static Schema moods(@Nullable EnumType mood) {
        return mood == null
                ? Schema.EMPTY
                : Schema.ofTables(table("agents").columns(column("c", type("mood"))))
                        .withEnums(List.of(mood));
    }

    private static Schema manyMoods(EnumType mood) {
        return Schema.ofTables(table("agents")
                        .columns(
                                column("a", type("mood")).notNull().defaultValue("ok"),
                                column("b", type("mood").array()),
                                column("c", bool()).generatedStored("a = 'ok'::mood"))
                        .check("ck_agents", "a <> 'happy'::mood")
                        .withIndexes(
                                List.of(index("ix_agents").on("agents", "a").where("a = 'ok'::mood"))))
                .withEnums(List.of(mood));
    }
}
