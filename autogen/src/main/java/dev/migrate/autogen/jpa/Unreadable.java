package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;

/** SQL in a mapping that has no place in the vocabulary. */
final class Unreadable {

    private Unreadable() {}

    static MigrateException clause(String object, String sql) {
        return new MigrateException(object + " has SQL that cannot be read: '" + sql
                + "'. Take it out of the mapping, and write it in a migration of its own with op.execute(…).");
    }
}
