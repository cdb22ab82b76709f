package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule that a table's rows obey (PostgreSQL manual, 5.5 Constraints). */
public sealed interface Constraint permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {

    /** The constraint's name; null lets PostgreSQL choose one. */
    @Nullable
    String name();

    /** The columns that it names, in order; none of a check or an exclusion, whose expressions aren't read. */
    List<String> columns();

    /** The columns of a primary key or unique constraint; empty for the other kinds. */
    default Optional<List<String>> keyColumns() {
        return this instanceof PrimaryKey || this instanceof Unique ? Optional.of(columns()) : Optional.empty();
    }

    /** The same constraint under another name; null lets PostgreSQL choose one. */
    Constraint named(@Nullable String newName);

    /** What distinguishes the kinds without a ladder of instanceof. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of constraint. */
    interface Visitor<R> {
        R primaryKey(PrimaryKey primaryKey);

        R unique(Unique unique);

        R foreignKey(ForeignKey foreignKey);

        R check(Check check);

        R exclusion(Exclusion exclusion);
    }
}
