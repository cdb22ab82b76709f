package dev.migrate.schema;

/** How PostgreSQL names an object that a name alone doesn't identify, or whose kind has to be said with it. */
public sealed interface ObjectReference {

    /** Calls the visitor's method for this kind of reference. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of reference. */
    interface Visitor<R> {
        R relation(OfRelation reference);

        R routine(OfRoutine reference);

        R partOfTable(OfTablePart reference);

        R cast(OfCast reference);
    }

    /** A view. */
    record OfRelation(RelationKind kind, QualifiedName name) implements ObjectReference {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relation(this);
        }
    }

    /** The kinds of view. */
    enum RelationKind {
        VIEW,
        MATERIALIZED_VIEW
    }

    /**
     * A function or procedure, which may be one of several with its name.
     *
     * @param arguments as SQL, without the parentheses; empty for none. Defaults in them are no part of the reference.
     */
    record OfRoutine(RoutineKind kind, QualifiedName name, String arguments) implements ObjectReference {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.routine(this);
        }
    }

    /** The kinds of routine. */
    enum RoutineKind {
        FUNCTION,
        PROCEDURE
    }

    /** A trigger or policy, whose name counts within its table only. */
    record OfTablePart(TablePartKind kind, QualifiedName table, String name) implements ObjectReference {
        public OfTablePart {
            Identifiers.check(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partOfTable(this);
        }
    }

    /** The kinds of object with a name of their own in a table. */
    enum TablePartKind {
        TRIGGER,
        POLICY
    }

    /** A cast, which has no name. */
    record OfCast(Type source, Type target) implements ObjectReference {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }
}
