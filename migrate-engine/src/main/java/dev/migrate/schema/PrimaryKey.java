package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name null lets PostgreSQL name it {@code <table>_pkey}
 * @param columns key columns, in index order
 * @param include columns the index carries without their being part of the key
 * @param isWithoutOverlaps whether the last column is a range, and two rows with the same other values may not have
 *     ranges that overlap; PostgreSQL 18 and later
 * @param deferral when it is checked
 */
public record PrimaryKey(
        @Nullable String name, List<String> columns, List<String> include, boolean isWithoutOverlaps, Deferral deferral)
        implements Constraint {

    public PrimaryKey {
        columns = Names.atLeastOne("A primary key", name, columns);
        include = Names.checked(include);
    }

    /** {@code INCLUDE}: columns that its index carries for reading only. */
    public PrimaryKey include(String... names) {
        return new PrimaryKey(name, columns, List.of(names), isWithoutOverlaps, deferral);
    }

    /** The same key over columns of other names. */
    public PrimaryKey columns(List<String> newColumns, List<String> newInclude) {
        return new PrimaryKey(name, newColumns, newInclude, isWithoutOverlaps, deferral);
    }

    /**
     * The last column is a range, such as {@code tstzrange}: rows with the same other values may not overlap in it. The
     * index is a gist one, so that scalar columns need the extension btree_gist. PostgreSQL 18 and later.
     */
    public PrimaryKey withoutOverlaps() {
        return new PrimaryKey(name, columns, include, true, deferral);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public PrimaryKey deferrable() {
        return new PrimaryKey(name, columns, include, isWithoutOverlaps, Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public PrimaryKey initiallyDeferred() {
        return new PrimaryKey(name, columns, include, isWithoutOverlaps, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public PrimaryKey named(@Nullable String newName) {
        return new PrimaryKey(newName, columns, include, isWithoutOverlaps, deferral);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.primaryKey(this);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof PrimaryKey that
                        && Objects.equals(name, that.name)
                        && columns.equals(that.columns)
                        && include.equals(that.include)
                        && isWithoutOverlaps == that.isWithoutOverlaps
                        && deferral == that.deferral);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns);
    }
}
