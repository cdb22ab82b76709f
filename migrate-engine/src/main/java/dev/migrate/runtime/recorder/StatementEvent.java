package dev.migrate.runtime.recorder;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The time that one statement of a revision takes. */
@Name("dev.migrate.Statement")
@Label("Statement")
@Category("Migrate")
@Description("A statement of a revision")
@StackTrace(false)
final class StatementEvent extends Event {

    @Label("Revision")
    final String revision;

    @Label("SQL")
    @Description("The statement, with secrets replaced")
    final String sql;

    @Label("Failure")
    @Description("Why it failed; nothing if it succeeded")
    @Nullable
    String failure;

    StatementEvent(String revision, String sql) {
        this.revision = revision;
        this.sql = sql;
    }
}
