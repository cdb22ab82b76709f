package dev.migrate.runtime;

import dev.migrate.MigrateException;
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

    /** Whether the statement that {@code progress} has just counted is committed already. */
    boolean covers(Progress progress) {
        return interruption != null
                && progress.statement() <= interruption.mark().statement();
    }

    /** @throws MigrateException if {@code progress} is where the committed part ends, but got there in another way */
    void requireSame(Progress progress) {
        if (interruption != null
                && progress.statement() == interruption.mark().statement()
                && !progress.mark().checksum().equals(interruption.mark().checksum())) {
            throw changed(interruption, "it begins with other statements now");
        }
    }

    /** Whether {@code progress} has counted the statement behind the committed ones, and an attempt had begun it. */
    boolean resumes(Progress progress) {
        return interruption != null
                && (interruption.alone() || interruption.mark().detail() != null)
                && progress.statement() == interruption.mark().statement() + 1;
    }

    /** @throws MigrateException if the migration ended before all committed statements came */
    void requireExhausted(Progress progress) {
        if (interruption != null && progress.statement() < interruption.mark().statement()) {
            throw changed(interruption, "it has only " + progress.statement() + " statements now");
        }
    }

    private static MigrateException changed(Interruption interruption, String how) {
        String revision = interruption.revision();
        return new MigrateException("The " + interruption.action() + " of revision " + revision
                + " was interrupted after its statement " + interruption.mark().statement()
                + ", and it can't be continued, because the migration was changed since: " + how
                + ". Restore the statements that are committed and run the command again; or complete the revision by"
                + " hand and record where the database is with mvn migrate:stamp.");
    }
}
