package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint; a unique <em>index</em> is an {@link Index}.
 *
 * @param name null lets PostgreSQL name it
 * @param columns key columns, in index order
 * @param include columns the index carries without their being part of the key
 * @param nullsCollide whether two NULLs collide; PostgreSQL 15 and later
 * @param isWithoutOverlaps whether the last column is a range, and two rows with the same other values may not have
 *     ranges that overlap; PostgreSQL 18 and later
 * @param deferral when it is checked
 */
public record Unique(
        @Nullable String name,
        List<String> columns,
        List<String> include,
        boolean nullsCollide,
        boolean isWithoutOverlaps,
        Deferral deferral)
        implements Constraint {

    public Unique {
        columns = Names.atLeastOne("A unique constraint", name, columns);
        include = Names.checked(include);
    }

    /** {@code INCLUDE}: columns that its index carries for reading only. */
    public Unique include(String... names) {
        return new Unique(name, columns, List.of(names), nullsCollide, isWithoutOverlaps, deferral);
    }

    /** Lets two NULLs collide; PostgreSQL 15 and later. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, include, true, isWithoutOverlaps, deferral);
    }

    /** The same constraint over columns of other names. */
    public Unique columns(List<String> newColumns, List<String> newInclude) {
        return new Unique(name, newColumns, newInclude, nullsCollide, isWithoutOverlaps, deferral);
    }

    /** As {@link PrimaryKey#withoutOverlaps}; PostgreSQL 18 and later. */
    public Unique withoutOverlaps() {
        return new Unique(name, columns, include, nullsCollide, true, deferral);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public Unique deferrable() {
        return new Unique(name, columns, include, nullsCollide, isWithoutOverlaps, Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public Unique initiallyDeferred() {
        return new Unique(name, columns, include, nullsCollide, isWithoutOverlaps, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public Unique named(@Nullable String newName) {
        return new Unique(newName, columns, include, nullsCollide, isWithoutOverlaps, deferral);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.unique(this);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Unique that
                        && Objects.equals(name, that.name)
                        && columns.equals(that.columns)
                        && include.equals(that.include)
                        && nullsCollide == that.nullsCollide
                        && isWithoutOverlaps == that.isWithoutOverlaps
                        && deferral == that.deferral);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns);
    }
}
