package dev.migrate.autogen.scratch;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.runtime.RevisionFailedException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A history that is applied to a scratch database from the start, as nobody's database ever was. */
public final class Replay {

    /** Codes of what is said of a table, column, constraint or schema that isn't there (manual, Appendix A). */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "3F000");

    private static final Pattern MISSING_ROLE = Pattern.compile("ERROR: role \"(.+)\" does not exist");

    private Replay() {}

    /**
     * Applies all of it.
     *
     * @throws MigrateException that says where it failed, beside why
     */
    public static void run(Migrate history) {
        run(history, "heads");
    }

    /** Applies what leads to the target. */
    public static void run(Migrate history, String target) {
        try {
            history.upgrade(target);
        } catch (MigrateException e) {
            throw new MigrateException(
                    "On the scratch database, to which the history is applied from the start: " + text(e)
                            + advice(e).map("\n"::concat).orElse(""),
                    e);
        }
    }

    /** What failed, without advice for a database that somebody uses. */
    public static String text(MigrateException failure) {
        return failure instanceof RevisionFailedException failed
                ? failed.failure()
                : String.valueOf(failure.getMessage());
    }

    /** What to do where a revision needs something that perhaps no revision creates. */
    public static Optional<String> advice(MigrateException failure) {
        if (!(failure instanceof RevisionFailedException failed) || !MISSING.contains(failed.sqlState())) {
            return Optional.empty();
        }
        Matcher role = MISSING_ROLE.matcher(failed.failure());
        return Optional.of(
                role.find()
                        ? "A role belongs to its server, and this one doesn't have " + role.group(1)
                                + ". Create it where it is missing, in this revision or in one before it"
                                + " (op.execute(\"DO $$ BEGIN CREATE ROLE " + role.group(1)
                                + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$\")), or try the history on a server"
                                + " that has it: -Dmigrate.devDatabase=jdbc:postgresql://…."
                        : "If your databases had this before the first revision, by other means, the history needs a"
                                + " baseline: a revision that creates it, under the name that they have for it, which they"
                                + " are stamped with (docs/adopting.md).");
    }
}
