package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** What mentions something that is renamed follows it: it is no difference, or made anew where more than the name changes. */
final class DetectedFollowing {

    static final List<Detected> CASES = List.of(
            detected("a column becomes a generated one, and what isn't declared over it comes back")
                    .before(Schema.ofTables(
                                    table("agents").columns(column("name", text()), column("upper_name", text())))
                            .withAuxiliaryObjects(List.of(
                                    new AuxiliaryObject(
                                            "view names",
                                            "create view names as select upper_name from agents",
                                            "drop view names"),
                                    new AuxiliaryObject(
                                            "policy named on agents",
                                            "create policy named on agents using (upper_name <> '')",
                                            "drop policy named on agents"))))
                    .after(table("agents")
                            .columns(
                                    column("name", text()),
                                    column("upper_name", text()).generatedStored("upper(name)")))
                    .upgrade("""
                                    op.execute("DROP VIEW names");
                                    op.execute("DROP POLICY named ON agents");

                                    // The values of agents.upper_name are lost.
                                    op.dropColumn("agents", "upper_name");

                                    op.addColumn("agents", column("upper_name", text()).generatedStored("upper(name)"));
                                    op.execute("CREATE POLICY named ON agents AS PERMISSIVE FOR ALL TO PUBLIC USING ((upper_name <> ''::text))");
                                    op.execute(\"""
                                            CREATE VIEW names AS
                                             SELECT upper_name
                                               FROM agents;
                                            \""");
                            """)
                    .downgrade("""
                                    op.execute("DROP VIEW names");
                                    op.execute("DROP POLICY named ON agents");
                                    op.alterColumn("agents", alter("upper_name").dropExpression());
                                    op.execute("CREATE POLICY named ON agents AS PERMISSIVE FOR ALL TO PUBLIC USING ((upper_name <> ''::text))");
                                    op.execute(\"""
                                            CREATE VIEW names AS
                                             SELECT upper_name
                                               FROM agents;
                                            \""");
                            """),
            detected("a column becomes a generated one, NOT NULL before, and keeps what was computed on the way back")
                    .before(table("agents")
                            .columns(
                                    column("a", integer()),
                                    column("b", integer()).notNull().defaultValue(1)))
                    .after(table("agents")
                            .columns(
                                    column("a", integer()),
                                    column("b", integer()).notNull().generatedStored("a * 2")))
                    .upgrade("""
                                    // The values of agents.b are lost.
                                    op.dropColumn("agents", "b");

                                    op.addColumn("agents", column("b", integer()).notNull().generatedStored("a * 2"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("b").dropExpression());
                                    op.alterColumn("agents", alter("b").defaultValue(1));
                            """),
            detected("a column is renamed, and those of other tables that are called like it are not")
                    .before(Schema.ofTables(
                                    table("notes").columns(column("name", varchar(10))),
                                    table("authors").columns(column("name", varchar(10)), column("title", varchar(10))))
                            .withAuxiliaryObjects(List.of(
                                    new AuxiliaryObject(
                                            "view written",
                                            "create view written as"
                                                    + " select notes.name, authors.name as author from notes, authors",
                                            "drop view written"),
                                    new AuxiliaryObject(
                                            "rule follow on notes",
                                            "create rule follow as on update to notes do also"
                                                    + " update authors set name = new.name where authors.name = old.name",
                                            "drop rule follow on notes"))))
                    .after(
                            table("notes").columns(column("title", varchar(20))),
                            table("authors").columns(column("name", varchar(10)), column("title", varchar(10))))
                    .renaming("notes.name:title")
                    .upgrade("""
                                    op.execute("DROP VIEW written");
                                    op.execute("DROP RULE follow ON notes");
                                    op.renameColumn("notes", "name", "title");
                                    op.alterColumn("notes", alter("title").type(varchar(20)));
                                    op.execute(\"""
                                            CREATE RULE follow AS
                                                ON UPDATE TO notes DO  UPDATE authors SET name = new.title
                                              WHERE authors.name::text = old.title::text
                                            \""");
                                    op.execute(\"""
                                            CREATE VIEW written AS
                                             SELECT notes.title AS name,
                                                authors.name AS author
                                               FROM notes,
                                                authors;
                                            \""");
                            """)
                    .downgrade("""
                                    op.execute("DROP VIEW written");
                                    op.execute("DROP RULE follow ON notes");

                                    // Fails where a value of notes.title does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("notes", alter("title").type(varchar(10)));

                                    op.renameColumn("notes", "title", "name");
                                    op.execute(\"""
                                            CREATE RULE follow AS
                                                ON UPDATE TO notes DO  UPDATE authors SET name = new.name
                                              WHERE authors.name::text = old.name::text
                                            \""");
                                    op.execute(\"""
                                            CREATE VIEW written AS
                                             SELECT notes.name,
                                                authors.name AS author
                                               FROM notes,
                                                authors;
                                            \""");
                            """),
            detected("a table is renamed, and its column and its policy that are called like it are not")
                    .before(Schema.ofTables(table("status").columns(column("status", varchar(10))))
                            .withAuxiliaryObjects(List.of(
                                    new AuxiliaryObject(
                                            "view open",
                                            "create view open as select status from status",
                                            "drop view open"),
                                    new AuxiliaryObject(
                                            "policy status on status",
                                            "create policy status on status using (status <> '')",
                                            "drop policy status on status"))))
                    .after(table("states").columns(column("status", varchar(20))))
                    .renaming("status:states")
                    .upgrade("""
                                    op.execute("DROP VIEW open");
                                    op.execute("DROP POLICY status ON status");
                                    op.renameTable("status", "states");
                                    op.alterColumn("states", alter("status").type(varchar(20)));
                                    op.execute("CREATE POLICY status ON states AS PERMISSIVE FOR ALL TO PUBLIC USING (((status)::text <> "
                                            + "''::text))");
                                    op.execute(\"""
                                            CREATE VIEW open AS
                                             SELECT status
                                               FROM states;
                                            \""");
                            """)
                    .downgrade("""
                                    op.execute("DROP VIEW open");
                                    op.execute("DROP POLICY status ON states");

                                    // Fails where a value of states.status does not fit: character varying(20) becomes character
                                    // varying(10).
                                    op.alterColumn("states", alter("status").type(varchar(10)));

                                    op.renameTable("states", "status");
                                    op.execute("CREATE POLICY status ON status AS PERMISSIVE FOR ALL TO PUBLIC USING (((status)::text <> "
                                            + "''::text))");
                                    op.execute(\"""
                                            CREATE VIEW open AS
                                             SELECT status
                                               FROM status;
                                            \""");
                            """),
            detected("a value of an enum type is renamed, with all that compares with it")
                    .before(moods("sad"))
                    .after(moods("unhappy"))
                    .renaming("mood.sad:unhappy")
                    .upgrade("""
                                    op.renameEnumValue("mood", "sad", "unhappy");
                            """)
                    .downgrade("""
                                    op.renameEnumValue("mood", "unhappy", "sad");
                            """),
            detected("a table and a column are renamed, and what stands on them follows")
                    .before(guarded("users", "name", text(), "before update"))
                    .after(guarded("accounts", "full_name", text(), "before update"))
                    .renaming("users:accounts", "accounts.name:full_name")
                    .upgrade("""
                                    op.renameTable("users", "accounts");
                                    op.renameColumn("accounts", "name", "full_name");
                            """)
                    .downgrade("""
                                    op.renameColumn("accounts", "full_name", "name");
                                    op.renameTable("accounts", "users");
                            """),
            detected("a table and a column are renamed and change, and what stands on them is made anew")
                    .before(guarded("users", "name", text(), "before update"))
                    .after(guarded("accounts", "full_name", varchar(20), "before insert"))
                    .renaming("users:accounts", "accounts.name:full_name")
                    .upgrade("""
                                    op.execute("DROP VIEW names");
                                    op.execute("DROP TRIGGER touched ON users");
                                    op.execute("DROP POLICY named ON users");
                                    op.renameTable("users", "accounts");
                                    op.renameColumn("accounts", "name", "full_name");

                                    // Fails where a value of accounts.full_name does not fit: text becomes character varying(20).
                                    op.alterColumn("accounts", alter("full_name").type(varchar(20)));

                                    op.execute("create policy named on accounts using (full_name <> '')");
                                    op.execute("create trigger touched before insert on accounts for each row when (new.full_name <> '') "
                                            + "execute function touch()");
                                    op.execute("create view names as select id, full_name as name from accounts where id > 0");
                            """)
                    .downgrade("""
                                    op.execute("drop view names");
                                    op.execute("drop trigger touched on accounts");
                                    op.execute("drop policy named on accounts");
                                    op.alterColumn("accounts", alter("full_name").type(text()));
                                    op.renameColumn("accounts", "full_name", "name");
                                    op.renameTable("accounts", "users");
                                    op.execute("CREATE POLICY named ON users AS PERMISSIVE FOR ALL TO PUBLIC USING ((name <> ''::text))");
                                    op.execute("CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW WHEN (new.name <> ''::text) "
                                            + "EXECUTE FUNCTION touch()");
                                    op.execute(\"""
                                            CREATE VIEW names AS
                                             SELECT id,
                                                name
                                               FROM users
                                              WHERE (id > 0);
                                            \""");
                            """));

    private DetectedFollowing() {}

    /** Agents whose moods are ok or another one, which is mentioned wherever a value can be. */
    private static Schema moods(String other) {
        return Schema.ofTables(table("agents")
                        .columns(
                                column("mood", type("mood")).defaultValue(other),
                                column("calm", type("calm")),
                                column("down", bool()).generatedStored("mood = '" + other + "'"))
                        .check("agents_mood_check", "mood in ('ok', '" + other + "')")
                        .withIndexes(
                                List.of(index("ix_down").on("agents", "calm").where("mood = '" + other + "'"))))
                .withEnums(List.of(enumType("mood", "ok", other, "sad again")))
                .withDomains(List.of(domain("calm", type("mood")).check("calm_check", "VALUE <> '" + other + "'")))
                .withAuxiliaryObjects(List.of(new AuxiliaryObject(
                        "view downs",
                        "CREATE VIEW downs AS SELECT calm FROM agents WHERE mood = '" + other + "'",
                        "DROP VIEW downs")));
    }

    /** A table with a trigger, a policy and a view that read a column. */
    private static Schema guarded(String table, String column, Type type, String event) {
        return Schema.ofTables(table(table).columns(column("id", bigint()), column(column, type)))
                .withAuxiliaryObjects(List.of(
                        new AuxiliaryObject(
                                "function touch()",
                                "create function touch() returns trigger language plpgsql as 'BEGIN RETURN NEW; END'",
                                "drop function touch()"),
                        new AuxiliaryObject(
                                "trigger touched on " + table,
                                "create trigger touched " + event + " on " + table + " for each row when (new." + column
                                        + " <> '') execute function touch()",
                                "drop trigger touched on " + table),
                        new AuxiliaryObject(
                                "policy named on " + table,
                                "create policy named on " + table + " using (" + column + " <> '')",
                                "drop policy named on " + table),
                        new AuxiliaryObject(
                                "view names",
                                "create view names as select id, " + column + " as name from " + table
                                        + " where id > 0",
                                "drop view names")));
    }
}
