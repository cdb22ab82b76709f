package dev.migrate.testing.cases;

import static dev.migrate.schema.Definitions.cast;
import static dev.migrate.schema.Definitions.function;
import static dev.migrate.schema.Definitions.materializedView;
import static dev.migrate.schema.Definitions.policy;
import static dev.migrate.schema.Definitions.procedure;
import static dev.migrate.schema.Definitions.trigger;
import static dev.migrate.schema.Definitions.view;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.DatabaseObject;
import java.util.List;
import java.util.stream.Stream;

/** Each operation on what is defined by SQL: views, routines, triggers, policies, casts. */
final class DefinitionCases {

    /** A function for triggers. */
    static final String TOUCH = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

    private DefinitionCases() {}

    static Stream<Case> all() {
        return Stream.of(definitions(), replacements()).flatMap(List::stream);
    }

    private static Case create(String name, DatabaseObject object) {
        return Case.of("create " + name, new CreateObject(object));
    }

    private static List<Case> definitions() {
        return List.of(
                create(
                                "view",
                                view("app.adults", "SELECT 1 AS n FROM agents")
                                        .with("security_barrier", "true")
                                        .comment("18+"))
                        .after("CREATE SCHEMA app"),
                create(
                                "view of its reader",
                                view("mine", "SELECT id FROM agents").with("security_invoker", "true"))
                        .since(15),
                create(
                        "materialized view",
                        materializedView("adults", "SELECT 1 AS n").comment("18+")),
                create(
                        "materialized view with no data",
                        materializedView("adults", "SELECT 1 AS n").withNoData()),
                create(
                        "function",
                        function(
                                        "add",
                                        "a integer, b numeric(3,1) DEFAULT 1, c text = ','",
                                        "RETURNS integer LANGUAGE sql AS $$ SELECT a; $$")
                                .comment("Adds")),
                create(
                        "procedure",
                        procedure("clear", "", "LANGUAGE sql AS $$ DELETE FROM agents; $$")
                                .comment("x")),
                create(
                                "trigger",
                                trigger(
                                                "touch",
                                                "agents",
                                                "BEFORE UPDATE OF name",
                                                "FOR EACH ROW EXECUTE FUNCTION touch()")
                                        .comment("t"))
                        .after(TOUCH),
                create(
                                "constraint trigger",
                                trigger(
                                                "touch",
                                                "agents",
                                                "AFTER UPDATE",
                                                "DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch()")
                                        .constraint())
                        .after(TOUCH),
                create(
                        "policy",
                        policy("mine", "agents", "FOR SELECT USING (id = 1)").comment("p")),
                create(
                                "cast",
                                cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT")
                                        .comment("c"))
                        .after("CREATE TYPE mood AS ENUM ('sad')"),
                Case.of("drop view that is described", new DropObject(view("v", "SELECT 1 AS n")))
                        .after("CREATE VIEW v AS SELECT 1 AS n"),
                dropped("view", view("v", "SELECT 1")).after("CREATE VIEW v AS SELECT 1 AS n"),
                dropped("materialized view", materializedView("v", "SELECT 1"))
                        .after("CREATE MATERIALIZED VIEW v AS SELECT 1 AS n"),
                dropped("procedure", procedure("p", "", "")).after("CREATE PROCEDURE p() LANGUAGE sql AS ''"),
                dropped("policy", policy("mine", "agents", "")).after("CREATE POLICY mine ON agents"),
                dropped("function", function("f", "a integer DEFAULT 1", ""))
                        .after("CREATE FUNCTION f(a integer DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                dropped("trigger", trigger("touch", "agents", "", ""))
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"),
                dropped("cast", cast(varchar(), type("mood"), ""))
                        .after(
                                "CREATE TYPE mood AS ENUM ('sad'); CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT"),
                Case.of(
                        "create auxiliary object",
                        new CreateAuxiliaryObject(new AuxiliaryObject(
                                "function f()",
                                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1;'; COMMENT ON FUNCTION f() IS 'x';",
                                "DROP FUNCTION f()"))));
    }

    private static Case dropped(String name, DatabaseObject object) {
        return Case.of("drop " + name + " by reference", new DropObjectByReference(object.reference(), true, true));
    }

    private static List<Case> replacements() {
        String add = "RETURNS integer LANGUAGE sql AS $$ SELECT %s $$";
        return List.of(
                Case.of(
                                "replace view that is described",
                                new ReplaceObject(
                                        view("v", "SELECT 1 AS n, 2 AS m").comment("old"),
                                        view("v", "SELECT 'a' AS n")))
                        .after("CREATE VIEW v AS SELECT 1 AS n, 2 AS m; COMMENT ON VIEW v IS 'old'"),
                Case.of(
                                "replace function that is described",
                                new ReplaceObject(
                                        function("f", "a integer", add.formatted("a"))
                                                .comment("old"),
                                        function("f", "a integer", add.formatted("a + 1"))))
                        .after("CREATE FUNCTION f(a integer) " + add.formatted("a")
                                + "; COMMENT ON FUNCTION f(integer) IS 'old'"),
                Case.of(
                                "replace policy that is described",
                                new ReplaceObject(
                                        policy("p", "agents", "FOR SELECT USING (true)"),
                                        policy("p", "agents", "FOR ALL USING (false)")))
                        .after("CREATE POLICY p ON agents FOR SELECT USING (true)"),
                Case.of(
                                "replace procedure that is described",
                                new ReplaceObject(
                                        procedure("p", "", "LANGUAGE sql AS $$ DELETE FROM agents $$"),
                                        procedure("p", "", "LANGUAGE sql AS $$ TRUNCATE agents $$")))
                        .after("CREATE PROCEDURE p() LANGUAGE sql AS $$ DELETE FROM agents $$"),
                Case.of(
                                "replace trigger that is described",
                                new ReplaceObject(
                                        trigger("touch", "agents", "AFTER INSERT", "EXECUTE FUNCTION touch()"),
                                        trigger("touch", "agents", "AFTER UPDATE", "EXECUTE FUNCTION touch()")))
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"),
                Case.of(
                                "replace materialized view that is described",
                                new ReplaceObject(
                                        materializedView("v", "SELECT 1 AS n"),
                                        materializedView("v", "SELECT 'a' AS m")))
                        .after("CREATE MATERIALIZED VIEW v AS SELECT 1 AS n"),
                Case.of(
                                "replace cast that is described",
                                new ReplaceObject(
                                        cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT"),
                                        cast(varchar(), type("mood"), "WITH INOUT")))
                        .after("CREATE TYPE mood AS ENUM ('a'); CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT"),
                Case.of(
                                "replace function",
                                new CreateOrReplaceObject(function("f", "a integer", add.formatted("a + 1"))))
                        .after("CREATE FUNCTION f(a integer) " + add.formatted("a")),
                Case.of(
                                "replace procedure",
                                new CreateOrReplaceObject(procedure("p", "", "LANGUAGE sql AS $$ TRUNCATE agents $$")))
                        .after("CREATE PROCEDURE p() LANGUAGE sql AS $$ DELETE FROM agents $$"),
                Case.of("replace policy", new CreateOrReplaceObject(policy("p", "agents", "FOR ALL USING (false)")))
                        .after("CREATE POLICY p ON agents FOR SELECT USING (true)"),
                Case.of("replace view", new CreateOrReplaceObject(view("v", "SELECT 1 AS n, 2 AS m")))
                        .after("CREATE VIEW v AS SELECT 1 AS n"),
                Case.of("replace materialized view", new CreateOrReplaceObject(materializedView("v", "SELECT 2 AS m")))
                        .after("CREATE MATERIALIZED VIEW v AS SELECT 1 AS n"),
                Case.of(
                                "replace trigger in place",
                                new CreateOrReplaceObject(
                                        trigger("touch", "agents", "AFTER UPDATE", "EXECUTE FUNCTION touch()")))
                        .since(14)
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"),
                Case.of(
                                "replace trigger by dropping it",
                                new CreateOrReplaceObject(
                                        trigger("touch", "agents", "AFTER UPDATE", "EXECUTE FUNCTION touch()")))
                        .until(13)
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"));
    }
}
