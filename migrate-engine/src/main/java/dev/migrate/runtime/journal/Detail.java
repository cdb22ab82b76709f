package dev.migrate.runtime.journal;

import dev.migrate.schema.Literals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry knows beside its columns. Entries of earlier versions, and those of scripts, have none of it.
 *
 * @param statements how many statements the revision has; null if that isn't known
 * @param digests a digest of each statement up to the one that was begun last, so that a changed one can be named
 * @param reason why the revision failed; null if it didn't, or if nobody could write it down
 * @param transaction how the revision was run, if not as it is written
 */
public record Detail(
        @Nullable Integer statements,
        List<String> digests,
        @Nullable String reason,
        @Nullable String transaction) {

    /** Of an entry that has none. */
    public static final Detail NONE = new Detail(null, List.of(), null, null);

    public Detail {
        digests = List.copyOf(digests);
    }

    /** @param statements how many statements the revision has */
    public static Detail of(OptionalInt statements, List<String> digests) {
        return new Detail(statements.isPresent() ? statements.getAsInt() : null, digests, null, null);
    }

    /** The same, of a revision that failed. */
    public Detail failed(String why) {
        return new Detail(statements, digests, why, transaction);
    }

    /** How a complete revision was run; the statements are its checksum's to tell. */
    public static Detail inOneTransaction(String why) {
        return new Detail(null, List.of(), null, why);
    }

    /** @param digests as {@link #sql()} joins them */
    static Detail read(@Nullable Integer statements, @Nullable String digests, @Nullable String reason) {
        return new Detail(
                statements,
                digests == null || digests.isEmpty() ? List.of() : Arrays.asList(digests.split(" ")),
                reason,
                null);
    }

    /** The value of the journal's column, as an SQL expression. */
    String sql() {
        List<String> pairs = new ArrayList<>();
        if (statements != null) {
            pairs.add("'statements', " + statements);
        }
        if (!digests.isEmpty()) {
            pairs.add("'digests', " + Literals.string(String.join(" ", digests)));
        }
        if (reason != null) {
            // jsonb holds no NUL, and neither does any text of PostgreSQL.
            pairs.add("'reason', " + Literals.string(reason.replace("\0", "")));
        }
        if (transaction != null) {
            pairs.add("'transaction', " + Literals.string(transaction));
        }
        return pairs.isEmpty() ? "NULL" : "jsonb_build_object(" + String.join(", ", pairs) + ")";
    }
}
