package dev.migrate.ddl;

import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bulk insert in the text format of {@code COPY … FROM STDIN} (PostgreSQL manual, COPY, File Formats): a
 * line a row, a tab between two values, {@code \N} for NULL, and a backslash before whatever would mean something else.
 * In UTF-8, written into one buffer that is used again and again: there may be millions of values.
 */
public final class CopyText {

    /** Bytes that are handed on at once: enough that their number doesn't matter. */
    private static final int CHUNK = 1 << 16;

    /** What ends the rows in a script. */
    public static final String END = "\\.\n";

    private byte[] buffer = new byte[CHUNK + CHUNK / 4];
    private int size;

    private CopyText() {}

    /**
     * Takes whole lines.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Consumer<E extends Exception> {
        /** @param bytes the first {@code length} of them count, and until this returns only */
        void accept(byte[] bytes, int length) throws E;
    }

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
    public static <E extends Exception> void forEachChunk(BulkInsert insert, Consumer<E> consumer) throws E {
        CopyText chunk = new CopyText();
        insert.forEachRow((BulkInsert.Consumer<List<? extends @Nullable Object>, E>) row -> {
            chunk.append(row);
            if (chunk.size >= CHUNK) {
                consumer.accept(chunk.buffer, chunk.size);
                chunk.size = 0;
            }
        });
        if (chunk.size > 0) {
            consumer.accept(chunk.buffer, chunk.size);
        }
    }

    private void append(List<? extends @Nullable Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                append((byte) '\t');
            }
            Object value = row.get(i);
            if (value == null) {
                append((byte) '\\');
                append((byte) 'N');
            } else if (value instanceof String text) {
                append(text);
            } else if (value instanceof Integer number) {
                append((long) number);
            } else if (value instanceof Long number) {
                append((long) number);
            } else {
                append(Literals.text(value));
            }
        }
        append((byte) '\n');
    }

    private void append(byte one) {
        reserve(1);
        buffer[size++] = one;
    }

    /** As Long.toString, without the string. */
    private void append(long number) {
        reserve(20);
        if (number < 0) {
            buffer[size++] = '-';
        }
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        size += digits;
        int at = size;
        long rest = number;
        do {
            buffer[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
    }

    /** Most texts have nothing but plain ASCII: they are taken as they are, without being copied in between. */
    private void append(String text) {
        int length = text.length();
        reserve(length);
        int end = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c <= '\r' || c == '\\' || c > '~') {
                appendEscaped(text);
                return;
            }
            buffer[end++] = (byte) c;
        }
        size = end;
    }

    /** All that has to be escaped is ASCII, and so one byte. */
    private void appendEscaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reserve(2 * bytes.length);
        for (byte b : bytes) {
            byte escape = escape(b, text);
            if (escape != 0) {
                buffer[size++] = '\\';
            }
            buffer[size++] = escape == 0 ? b : escape;
        }
    }

    /** What stands behind the backslash; 0 if there is none. */
    private static byte escape(byte b, String text) {
        return switch (b) {
            case 0 -> throw Literals.nul(text);
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case 0x0B -> 'v';
            case '\f' -> 'f';
            case '\r' -> 'r';
            case '\\' -> '\\';
            default -> 0;
        };
    }

    private void reserve(int bytes) {
        if (buffer.length - size < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes));
        }
    }
}
