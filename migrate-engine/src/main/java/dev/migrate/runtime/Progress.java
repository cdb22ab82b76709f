package dev.migrate.runtime;

import dev.migrate.ddl.SqlScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration has got: the number of its statements so far, and a checksum of them. The checksum is of what the
 * migration does, so that its formatting doesn't matter.
 */
final class Progress {

    /**
     * A point between two statements.
     *
     * @param statement how many statements lie before it
     * @param checksum of those statements, SHA-256 in hexadecimal
     * @param detail how far the statement behind it has got, if it works in portions
     */
    record Mark(int statement, String checksum, @Nullable String detail) {

        /** The same point, with the statement behind it having got so far. */
        Mark reaching(@Nullable String progress) {
            return new Mark(statement, checksum, progress);
        }
    }

    private final MessageDigest digest;
    private int statement;
    private @Nullable String contents;

    Progress() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it (MessageDigest's Javadoc).
            throw new IllegalStateException(e);
        }
    }

    /** The statement that comes next. */
    void advance(String sql) {
        statement++;
        digest.update(SqlScript.withoutFormatting(sql).getBytes(StandardCharsets.UTF_8));
        // A statement cannot contain NUL: two statements never look like another two.
        digest.update((byte) 0);
    }

    /** A part of what the statement that came last sends behind its text. */
    void include(String data) {
        include(data.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #include(String)}. */
    void include(byte[] data) {
        digest.update(data);
    }

    /** The migration asks for its connection: from here on its operations may depend on what is in the database. */
    void handOutConnection() {
        advance("connection()");
        if (contents == null) {
            contents = mark().checksum();
        }
    }

    /**
     * The checksum that tells whether a migration was changed: of all statements, or of those that every run shows
     * because they come before the migration uses its connection.
     */
    Mark contents() {
        Mark mark = mark();
        return contents == null ? mark : new Mark(mark.statement(), contents, null);
    }

    int statement() {
        return statement;
    }

    Mark mark() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return new Mark(statement, HexFormat.of().formatHex(soFar.digest()), null);
        } catch (CloneNotSupportedException e) {
            // SHA-256 of every JDK is cloneable.
            throw new IllegalStateException(e);
        }
    }
}
