package dev.migrate.runtime.journal;

import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration has got: the number of its statements so far, and a checksum of them. The checksum is of what the
 * migration does, so that its formatting doesn't matter.
 */
public final class Progress {

    /**
     * A point between two statements.
     *
     * @param statement how many statements lie before it
     * @param checksum of those statements, and of the rows behind them, SHA-256 in hexadecimal
     * @param begun the checksum up to the statement behind it, if that one has begun and nobody knows how it ended
     * @param state how far that statement has got, if it works in portions; else the {@link CatalogState} before it
     */
    public record Mark(
            int statement,
            String checksum,
            @Nullable String begun,
            @Nullable String state) {

        /** The same point, with the statement behind it begun. */
        public Mark beginning(Mark behind, @Nullable String newState) {
            return new Mark(statement, checksum, behind.checksum, newState);
        }

        /** The same point, with another state. */
        public Mark inState(@Nullable String newState) {
            return new Mark(statement, checksum, begun, newState);
        }

        /** The same point, with nothing begun. */
        Mark withoutBegun() {
            return new Mark(statement, checksum, null, null);
        }
    }

    /** Of nothing. To clone it is much faster than to look for another one, and each revision needs two. */
    private static final MessageDigest EMPTY = sha256();

    private final MessageDigest digest = copy(EMPTY);
    private final RowsChecksum rows = new RowsChecksum();
    private final List<String> digests = new ArrayList<>();
    private int statement;
    private @Nullable String contents;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it (MessageDigest's Javadoc).
            throw new IllegalStateException(e);
        }
    }

    /**
     * The statement of an operation that comes next. How large the batches of a backfill are changes nothing, and what a
     * migration requires of the rows is none of the statements: it changes nothing.
     */
    public void advance(Operation operation, Statement next) {
        if (operation instanceof Require) {
            return;
        }
        advance(
                operation instanceof Backfill backfill
                        ? "backfill " + new BackfillSql(backfill).written()
                        : next.sql());
    }

    private void advance(String sql) {
        statement++;
        rows.addTo(digest);
        rows.reset();
        String text = SqlScript.withoutFormatting(sql);
        digests.add(Integer.toHexString(text.hashCode()));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        // A statement cannot contain NUL: two statements never look like another two.
        digest.update((byte) 0);
    }

    /** A part of what the statement that came last sends behind its text: the first {@code length} bytes. */
    public void include(byte[] data, int length) {
        rows.include(data, length);
    }

    /** The migration works over JDBC: from here on its operations may depend on what is in the database. */
    public void work() {
        advance("withConnection()");
        if (contents == null) {
            contents = mark().checksum();
        }
    }

    /**
     * The checksum that tells whether a migration was changed: of all statements, or of those that every run shows
     * because they come before the migration works over JDBC.
     */
    public Mark contents() {
        Mark mark = mark();
        return contents == null ? mark : new Mark(mark.statement(), contents, null, null);
    }

    public int statement() {
        return statement;
    }

    /**
     * A short digest of each statement so far, without the rows behind it: to say which one was changed. Whether one was,
     * only the checksum tells.
     */
    public List<String> digests() {
        return List.copyOf(digests);
    }

    public Mark mark() {
        MessageDigest soFar = copy(digest);
        rows.addTo(soFar);
        return new Mark(statement, HexFormat.of().formatHex(soFar.digest()), null, null);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            // SHA-256 of every JDK is cloneable.
            throw new IllegalStateException(e);
        }
    }
}
