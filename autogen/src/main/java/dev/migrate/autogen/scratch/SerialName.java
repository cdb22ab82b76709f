package dev.migrate.autogen.scratch;

import dev.migrate.schema.Identifiers;
import java.nio.charset.StandardCharsets;

/** The name that PostgreSQL gives a serial column's sequence: {@code table_column_seq}, in at most 63 bytes. */
final class SerialName {

    private static final String SUFFIX = "_seq";

    private SerialName() {}

    /** As {@code makeObjectName} does it: the longer part loses a byte until both fit. */
    static String of(String table, String column) {
        int available = Identifiers.MAX_BYTES - 1 - SUFFIX.length();
        int tableBytes = Identifiers.byteLength(table);
        int columnBytes = Identifiers.byteLength(column);
        while (tableBytes + columnBytes > available) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        return clip(table, tableBytes) + "_" + clip(column, columnBytes) + SUFFIX;
    }

    /** The longest beginning that has at most so many bytes, never half a character. */
    private static String clip(String text, int bytes) {
        String clipped = text;
        while (clipped.getBytes(StandardCharsets.UTF_8).length > bytes) {
            clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
        }
        return clipped;
    }
}
