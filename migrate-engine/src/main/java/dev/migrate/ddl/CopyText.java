package dev.migrate.ddl;

import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.schema.Literals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bulk insert in the text format of {@code COPY … FROM STDIN} (PostgreSQL manual, COPY, File Formats): a
 * line a row, a tab between two values, {@code \N} for NULL, and a backslash before whatever would mean something else.
 */
public final class CopyText {

    /** Characters that are handed on at once: enough that their number doesn't matter. */
    private static final int CHUNK = 1 << 16;

    /** What ends the rows in a script. */
    public static final String END = "\\.\n";

    private CopyText() {}

    /** {@code COPY agents (id, name) FROM stdin}. */
    public static Statement statement(BulkInsert insert) {
        return Statement.of("COPY " + SqlIdentifiers.quote(insert.table()) + " " + Clause.columns(insert.columns())
                + " FROM stdin");
    }

    /**
     * The lines of the rows, in chunks of whole lines, as they are read.
     *
     * @throws IllegalArgumentException if a value has no text, or contains a NUL, which PostgreSQL cannot store
     */
    public static <E extends Exception> void forEachChunk(BulkInsert insert, BulkInsert.Consumer<String, E> consumer)
            throws E {
        StringBuilder chunk = new StringBuilder(CHUNK + CHUNK / 4);
        insert.forEachRow((BulkInsert.Consumer<List<? extends @Nullable Object>, E>) row -> {
            append(chunk, row);
            if (chunk.length() >= CHUNK) {
                consumer.accept(chunk.toString());
                chunk.setLength(0);
            }
        });
        if (!chunk.isEmpty()) {
            consumer.accept(chunk.toString());
        }
    }

    private static void append(StringBuilder chunk, List<? extends @Nullable Object> row) {
        String separator = "";
        for (Object value : row) {
            chunk.append(separator);
            separator = "\t";
            if (value == null) {
                chunk.append("\\N");
            } else {
                escape(chunk, Literals.text(value));
            }
        }
        chunk.append('\n');
    }

    private static void escape(StringBuilder chunk, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '\r' || c == '\\') {
                chunk.append(text, done, i).append(escaped(c, text));
                done = i + 1;
            }
        }
        chunk.append(text, done, text.length());
    }

    private static String escaped(char c, String text) {
        return switch (c) {
            case '\0' -> throw Literals.nul(text);
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\u000B' -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default -> String.valueOf(c);
        };
    }
}
