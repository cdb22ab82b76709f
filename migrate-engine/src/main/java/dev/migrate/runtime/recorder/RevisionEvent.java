package dev.migrate.runtime.recorder;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The time that one revision takes in one direction; a failed one and one that is tried again have an event each. */
@Name("dev.migrate.Revision")
@Label("Revision")
@Category("Migrate")
@Description("A revision that was applied or reverted")
@StackTrace(false)
final class RevisionEvent extends Event {

    @Label("Revision")
    final String revision;

    @Label("Message")
    final String message;

    @Label("Direction")
    @Description("upgrade or downgrade")
    final String direction;

    @Label("Failure")
    @Description("Why it failed; nothing if it succeeded")
    @Nullable
    String failure;

    RevisionEvent(String revision, String message, String direction) {
        this.revision = revision;
        this.message = message;
        this.direction = direction;
    }
}
