package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name null lets PostgreSQL name it {@code <table>_pkey}
 * @param columns key columns, in index order
 * @param include columns the index carries without their being part of the key
 * @param deferral when it is checked
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferral deferral)
        implements Constraint {

    public PrimaryKey {
        columns = Names.atLeastOne("A primary key", name, columns);
        include = Names.checked(include);
    }

    public PrimaryKey include(String... names) {
        return new PrimaryKey(name, columns, List.of(names), deferral);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public PrimaryKey deferrable() {
        return new PrimaryKey(name, columns, include, Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public PrimaryKey initiallyDeferred() {
        return new PrimaryKey(name, columns, include, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public PrimaryKey named(String newName) {
        return new PrimaryKey(newName, columns, include, deferral);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.primaryKey(this);
    }
}
