package dev.migrate.operation;

import java.util.Arrays;

/** How to drop something. */
public enum DropOption {
    /** Does nothing if there is no such object. */
    IF_EXISTS,
    /** Drops whatever depends on it too: views, foreign keys, defaults, without naming them. */
    CASCADE;

    /** Whether this option is among {@code options}. */
    public boolean in(DropOption... options) {
        return Arrays.asList(options).contains(this);
    }
}
