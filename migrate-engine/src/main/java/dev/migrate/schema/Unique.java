package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint; a unique <em>index</em> is an {@link Index}.
 *
 * @param name null lets PostgreSQL name it
 * @param columns key columns, in index order
 * @param include columns the index carries without their being part of the key
 * @param nullsCollide whether two NULLs collide; PostgreSQL 15 and later
 * @param deferral when it is checked
 */
public record Unique(
        @Nullable String name, List<String> columns, List<String> include, boolean nullsCollide, Deferral deferral)
        implements Constraint {

    public Unique {
        columns = Names.atLeastOne("A unique constraint", name, columns);
        include = Names.checked(include);
    }

    public Unique include(String... names) {
        return new Unique(name, columns, List.of(names), nullsCollide, deferral);
    }

    /** Lets two NULLs collide; PostgreSQL 15 and later. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, include, true, deferral);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public Unique deferrable() {
        return new Unique(name, columns, include, nullsCollide, Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public Unique initiallyDeferred() {
        return new Unique(name, columns, include, nullsCollide, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public Unique named(String newName) {
        return new Unique(newName, columns, include, nullsCollide, deferral);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.unique(this);
    }
}
