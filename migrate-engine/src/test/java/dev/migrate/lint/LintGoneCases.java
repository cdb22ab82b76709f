package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;

import dev.migrate.operation.DropOption;
import java.util.List;

/** What is no table and goes, or gets another name. */
final class LintGoneCases {

    private LintGoneCases() {}

    static List<LintCase> gone() {
        String view = "object-gone names: Whoever still uses the view names fails once it is gone.";
        return List.of(
                shows(Rule.OBJECT_GONE, "a view", op -> op.dropView("names", DropOption.IF_EXISTS), view),
                raw(
                        Rule.OBJECT_GONE,
                        "DROP VIEW names, app.\"Names\"",
                        view,
                        "object-gone app.Names: Whoever still uses the view app.Names fails once it is gone."),
                raw(
                        Rule.OBJECT_GONE,
                        "ALTER SCHEMA app RENAME TO old",
                        "object-gone app: Whoever still uses the schema app fails once it is old."),
                raw(
                        Rule.OBJECT_GONE,
                        "ALTER FUNCTION f(int, text) SET SCHEMA app; DROP PROCEDURE g",
                        "object-gone f: Whoever still uses the function f fails once it is app.f.",
                        "object-gone g: Whoever still uses the procedure g fails once it is gone."),
                raw(
                        Rule.OBJECT_GONE,
                        "ALTER TYPE mood RENAME TO feeling; ALTER TYPE address RENAME ATTRIBUTE zip TO code",
                        "object-gone mood: Whoever still uses the type mood fails once it is feeling.",
                        "object-gone address.zip: Whoever still uses the attribute address.zip fails once it is code."),
                raw(
                        Rule.OBJECT_GONE,
                        "DROP TRIGGER t ON agents; DROP POLICY own ON public.agents",
                        "object-gone agents.t: What the trigger t does for agents isn't done any more: whoever relies on it"
                                + " sees, or writes, something else.",
                        "object-gone agents.own: What the policy own does for public.agents isn't done any more: whoever"
                                + " relies on it sees, or writes, something else."),
                doesNot(Rule.OBJECT_GONE, "what comes back, or is new", op -> {
                    op.dropView("names");
                    op.execute("CREATE VIEW names AS SELECT name FROM agents");
                    op.execute("ALTER FUNCTION f(int) RENAME TO g; CREATE FUNCTION f(int) RETURNS int AS 'SELECT g($1)'"
                            + " LANGUAGE sql");
                    op.execute("DROP TRIGGER t ON agents; CREATE TRIGGER t BEFORE UPDATE OF name ON agents"
                            + " FOR EACH ROW EXECUTE FUNCTION f()");
                    op.execute("CREATE TABLE fresh (id int); DROP POLICY own ON fresh");
                }));
    }
}
