package dev.migrate.schema;

/** Names an object of a schema, as far as others can need it or it can need others. */
public sealed interface ObjectId {

    /** A table, partitioned or not. */
    record OfTable(QualifiedName table) implements ObjectId {}

    /** A column of a table; a generated one with its formula. */
    record OfColumn(QualifiedName table, String column) implements ObjectId {}

    /** A constraint of a table, with the index behind it. */
    record OfConstraint(QualifiedName table, String constraint) implements ObjectId {}

    /** An index that stands behind no constraint. */
    record OfIndex(QualifiedName index) implements ObjectId {}

    /** Extended statistics. */
    record OfStatistics(QualifiedName statistics) implements ObjectId {}

    /** An enum type or a domain. */
    record OfType(QualifiedName type) implements ObjectId {}

    /**
     * A view, routine, trigger, policy, rule, cast, composite type or whatever else is known by its SQL.
     *
     * @param identity as {@link AuxiliaryObject#identity()} has it
     */
    record OfObject(String identity) implements ObjectId {}
}
