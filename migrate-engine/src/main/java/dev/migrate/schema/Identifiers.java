package dev.migrate.schema;

import java.nio.charset.StandardCharsets;

/**
 * What PostgreSQL accepts as a name (PostgreSQL manual, 4.1.1 Identifiers and Key Words). A name that PostgreSQL would
 * cut silently is refused here.
 */
public final class Identifiers {

    /** NAMEDATALEN - 1: bytes in UTF-8, not characters. */
    public static final int MAX_BYTES = 63;

    private Identifiers() {}

    /**
     * Returns {@code name} if it can be an identifier.
     *
     * @throws IllegalArgumentException if it is empty, contains a NUL, or is longer than 63 bytes
     */
    public static String check(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name is empty; expected 1 to 63 bytes");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The name '" + name.replace('\0', '?') + "' contains a NUL character");
        }
        if (!fits(name, MAX_BYTES)) {
            throw new IllegalArgumentException("The name '" + name + "' has " + byteLength(name)
                    + " bytes; PostgreSQL allows " + MAX_BYTES + " and would cut the rest. Shorten it.");
        }
        return name;
    }

    private static boolean fits(String name, int maxBytes) {
        // A character of UTF-16 has at most three bytes in UTF-8, so that most names needn't be encoded.
        return name.length() <= maxBytes / 3 || byteLength(name) <= maxBytes;
    }

    /** The length that counts for PostgreSQL, in bytes of UTF-8. */
    public static int byteLength(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What PostgreSQL makes of a name that is too long: its first 63 bytes, never half a character. */
    public static String truncate(String name) {
        return truncate(name, MAX_BYTES);
    }

    /** As many whole characters from the start of {@code name} as fit into {@code maxBytes} bytes of UTF-8. */
    public static String truncate(String name, int maxBytes) {
        if (fits(name, maxBytes)) {
            return name;
        }
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int codePoint = name.codePointAt(end);
            int width = byteLength(Character.toString(codePoint));
            if (bytes + width > maxBytes) {
                break;
            }
            bytes += width;
            end += Character.charCount(codePoint);
        }
        return name.substring(0, end);
    }
}
