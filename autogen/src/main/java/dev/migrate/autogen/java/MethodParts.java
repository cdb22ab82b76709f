package dev.migrate.autogen.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a method, in parts that have to be methods of their own: none has more than 65,535 bytes of
 * instructions (Java Virtual Machine Specification, 4.7.3). What people write has one part.
 */
final class MethodParts {

    /** Leaves room for what {@link CodeSize} doesn't know. */
    private static final int LARGEST = 50_000;

    private final List<StringBuilder> parts = new ArrayList<>();
    private int size;

    /**
     * Adds a statement with the comment before it.
     *
     * @param bytes how large it is about
     */
    void add(String text, int bytes) {
        if (parts.isEmpty() || size + bytes > LARGEST) {
            parts.add(new StringBuilder());
            size = 0;
        }
        StringBuilder part = parts.get(parts.size() - 1);
        boolean isSeparated = part.isEmpty() && text.startsWith("\n");
        part.append(isSeparated ? text.substring(1) : text);
        size += bytes;
    }

    List<String> texts() {
        return parts.stream().map(StringBuilder::toString).toList();
    }
}
