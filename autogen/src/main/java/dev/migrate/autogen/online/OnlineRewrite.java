package dev.migrate.autogen.online;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.dependency.Pruned;
import dev.migrate.autogen.diff.text.LockNote;
import dev.migrate.autogen.java.MigrationContent;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A difference as it is best done to tables that are in use: foreign keys and checks without reading existing rows,
 * which are checked afterwards; indexes concurrently; NOT NULL by a check. What has to be outside a transaction comes
 * last. Both directions are rewritten, and lead where the difference leads.
 *
 * <pre>{@code
 * OnlineRewrite rewrite = OnlineRewrite.of(difference, OnlineOptions.ONLINE);
 * Files.writeString(path, MigrationWriter.write(rewrite.applyTo(file)));
 * rewrite.locks().forEach(note -> log.warn(note.sentence()));
 * }</pre>
 *
 * @param difference what is done
 * @param upgrade the way there
 * @param downgrade the way back
 * @param locks what still makes others wait on the way there
 * @param requirements what the rows have to fulfil before the way there
 * @param checked what can't fail because of rows on the way there, since these are looked for
 * @param checkedBack the same on the way back
 * @param unfilled the columns that rows may have no value for and that {@code -Dmigrate.backfill} can fill, as
 *     {@code table.column}
 * @param preconditions what fails on the way there if a row has no value for a column that becomes NOT NULL, or isn't as a
 *     constraint demands, as sentences with what to do
 */
public record OnlineRewrite(
        Difference difference,
        List<Paragraph> upgrade,
        List<Paragraph> downgrade,
        List<LockNote> locks,
        List<Require> requirements,
        CheckedRows checked,
        CheckedRows checkedBack,
        List<String> unfilled,
        List<String> preconditions) {

    public OnlineRewrite {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        locks = List.copyOf(locks);
        requirements = List.copyOf(requirements);
        unfilled = List.copyOf(unfilled);
        preconditions = List.copyOf(preconditions);
    }

    /**
     * Rewrites a difference.
     *
     * @throws MigrateException if rows have to be in other tables, and it isn't known which; or if the options fill a column that neither comes nor becomes NOT NULL
     */
    public static OnlineRewrite of(Difference difference, OnlineOptions options) {
        Schema before = difference.before();
        Schema after = difference.after();
        List<String> refusals = Stream.of(
                        RowMoves.of(before, after, options.leaveRows()),
                        RowMoves.of(after, before, options.leaveRows()))
                .flatMap(moves -> moves.refusals().stream())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            throw new MigrateException(String.join("\n", refusals));
        }
        Rewriting up = new Rewriting(Pruned.of(difference.operations(), before), before, after, options);
        Rewriting down = new Rewriting(Pruned.of(difference.inverse(), after), after, before, options);
        OnlineRewrite rewrite = new OnlineRewrite(
                difference.leavingRows(options.leaveRows()),
                up.paragraphs(),
                down.paragraphs(),
                up.locks(),
                up.requirements(),
                up.checked(),
                down.checked(),
                List.copyOf(up.unfilled()),
                up.preconditions());
        Set<String> required = new TreeSet<>(up.required());
        required.addAll(down.required());
        options.requireUsed(required);
        return rewrite;
    }

    /** What the way there destroys, or may fail because of, one sentence each. */
    public List<String> losses() {
        return difference.losses(checked::contain);
    }

    /** The file with both directions, and comments where a reader needs them. */
    public MigrationFile applyTo(MigrationFile file) {
        Difference reversed = difference.reversed();
        return MigrationContent.of(
                file,
                difference,
                upgrade,
                operation -> difference.losses(operation, checked::contain),
                downgrade,
                operation -> reversed.losses(operation, checkedBack::contain));
    }
}
