package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a migration that an earlier attempt has committed: its statements are counted and compared, but not run
 * again.
 */
final class Replay {

    private final Step step;
    private final @Nullable Interruption interruption;
    private final Redaction redaction;
    private final List<String> texts = new ArrayList<>();
    private boolean differs;

    Replay(Step step, @Nullable Interruption interruption, Redaction redaction) {
        this.step = step;
        this.interruption = interruption;
        this.redaction = redaction;
    }

    /**
     * Whether the statement that {@code progress} has just counted is committed already. Where the migration has changed
     * before that point, all statements count so: none of them is run, and {@link #requireExhausted} names the changed ones.
     *
     * @param sql the statement
     */
    boolean covers(Progress progress, String sql) {
        if (interruption == null || (!differs && progress.statement() > lastKnown(interruption))) {
            return false;
        }
        texts.add(sql);
        if (differs || progress.statement() <= interruption.mark().statement()) {
            return true;
        }
        differs = !progress.mark().checksum().equals(interruption.mark().begun());
        return differs;
    }

    /** Whether {@code progress} has got there as it did then, as far as that is known. */
    boolean isSame(Progress progress) {
        if (interruption != null && progress.statement() == interruption.mark().statement()) {
            differs |= !progress.mark().checksum().equals(interruption.mark().checksum());
        }
        return !differs;
    }

    /** @throws MigrateException if work over JDBC stands where something is committed already: it was something else then */
    void requireOtherThanWork(Progress progress) {
        if (interruption != null && (differs || progress.statement() <= lastKnown(interruption))) {
            texts.add("work over op.withConnection(…)");
            throw changed(interruption, progress);
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

    /** The state that an attempt left the statement in which {@code progress} has just counted, if one had begun it. */
    Optional<Progress.Mark> resumes(Progress progress) {
        return Optional.ofNullable(interruption)
                .map(Interruption::mark)
                .filter(mark -> mark.begun() != null && progress.statement() == mark.statement() + 1);
    }

    /** @throws MigrateException if the migration isn't as it was up to where it had got */
    void requireExhausted(Progress progress) {
        if (interruption != null && (differs || progress.statement() < lastKnown(interruption))) {
            throw changed(interruption, progress);
        }
    }

    private static int lastKnown(Interruption interruption) {
        Progress.Mark mark = interruption.mark();
        return mark.begun() == null ? mark.statement() : mark.statement() + 1;
    }

    private ChangedMigration changed(Interruption left, Progress progress) {
        List<String> then = left.detail().digests();
        int known = lastKnown(left);
        return ChangedMigration.of(
                step, left, then.subList(0, Math.min(known, then.size())), progress.digests(), texts, redaction);
    }
}
