package dev.migrate.ddl;

import dev.migrate.operation.Operation;

/**
 * An operation, and where it runs.
 *
 * @param name what it shows; the expected text has this name
 * @param oldest the oldest major that has it
 * @param newest the newest major to which the expected text applies
 * @param setup SQL that runs before, on top of what all cases have
 */
record Case(String name, int oldest, int newest, String setup, Operation operation) {

    /** On all versions. */
    static Case of(String name, Operation operation) {
        return new Case(name, ServerVersion.OLDEST_SUPPORTED, ServerVersion.NEWEST_TESTED, "", operation);
    }

    Case since(int major) {
        return new Case(name, major, newest, setup, operation);
    }

    Case until(int major) {
        return new Case(name, oldest, major, setup, operation);
    }

    Case after(String sql) {
        return new Case(name, oldest, newest, sql, operation);
    }

    boolean appliesTo(int major) {
        return oldest <= major && major <= newest;
    }

    @Override
    public String toString() {
        return name;
    }
}
