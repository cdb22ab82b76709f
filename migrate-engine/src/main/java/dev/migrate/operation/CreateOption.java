package dev.migrate.operation;

import java.util.Arrays;

/** How to create something. */
public enum CreateOption {
    /** Does nothing if an object has this name, whatever that one looks like. */
    IF_NOT_EXISTS;

    /** Whether this option is among {@code options}. */
    public boolean in(CreateOption... options) {
        return Arrays.asList(options).contains(this);
    }
}
