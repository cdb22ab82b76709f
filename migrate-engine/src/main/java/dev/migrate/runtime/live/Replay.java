package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a migration that an earlier attempt has committed: its statements are counted and compared, but not run
 * again.
 */
final class Replay {

    private final @Nullable Interruption interruption;

    Replay(@Nullable Interruption interruption) {
        this.interruption = interruption;
    }

    /**
     * Whether the statement that {@code progress} has just counted is committed already.
     *
     * @throws MigrateException if it isn't the statement that had begun then
     */
    boolean covers(Progress progress) {
        if (interruption == null || progress.statement() > lastKnown(interruption)) {
            return false;
        }
        Progress.Mark then = interruption.mark();
        if (progress.statement() <= then.statement()) {
            return true;
        }
        if (!progress.mark().checksum().equals(then.begun())) {
            throw changed(interruption, "its statement " + progress.statement() + " is another one now");
        }
        return false;
    }

    /** @throws MigrateException if work over JDBC stands where something is committed already: it was something else then */
    void requireOtherThanWork(Progress progress) {
        if (interruption != null && covers(progress)) {
            throw changed(interruption, "its statement " + progress.statement() + " is work over JDBC now");
        }
    }

    /** Whether something of what comes after {@code progress} is committed already. */
    boolean goesOnBehind(Progress progress) {
        return interruption != null
                && progress.statement() < interruption.mark().statement();
    }

    /** Whether nothing is committed or begun. */
    boolean isEmpty() {
        return interruption == null || lastKnown(interruption) == 0;
    }

    /** @throws MigrateException if {@code progress} is where the committed part ends, but got there in another way */
    void requireSame(Progress progress) {
        if (interruption != null
                && progress.statement() == interruption.mark().statement()
                && !progress.mark().checksum().equals(interruption.mark().checksum())) {
            throw changed(interruption, "it begins with other statements now");
        }
    }

    /** The state that an attempt left the statement in which {@code progress} has just counted, if one had begun it. */
    Optional<Progress.Mark> resumes(Progress progress) {
        return Optional.ofNullable(interruption)
                .map(Interruption::mark)
                .filter(mark -> mark.begun() != null && progress.statement() == mark.statement() + 1);
    }

    /** @throws MigrateException if the migration ended before all that was committed or begun came */
    void requireExhausted(Progress progress) {
        if (interruption != null && progress.statement() < lastKnown(interruption)) {
            int now = progress.statement();
            throw changed(interruption, "it has only " + now + (now == 1 ? " statement now" : " statements now"));
        }
    }

    private static int lastKnown(Interruption interruption) {
        Progress.Mark mark = interruption.mark();
        return mark.begun() == null ? mark.statement() : mark.statement() + 1;
    }

    private static MigrateException changed(Interruption interruption, String how) {
        String revision = interruption.revision();
        return new MigrateException("The " + interruption.action() + " of revision " + revision
                + " was interrupted " + interruption.where()
                + ", and it can't be continued, because the migration was changed since: " + how
                + ". Restore the statements that it had then and run the command again; or complete the revision by"
                + " hand and record where the database is with mvn migrate:stamp.");
    }
}
