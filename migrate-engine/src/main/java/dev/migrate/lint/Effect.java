package dev.migrate.lint;

import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.QualifiedName;
import java.util.Locale;
import java.util.Objects;

/**
 * What a branch does to one object of the database.
 *
 * @param verb with the object as "it": {@code drops it}
 */
record Effect(Kind kind, String verb) {

    static final Effect NEED = new Effect(Kind.NEEDS, "needs it");

    /** What makes two effects meet. */
    enum Kind {
        MAKES,
        REMOVES,
        CHANGES,
        NEEDS
    }

    /**
     * An object, in words.
     *
     * @param kind {@code the column}
     * @param name {@code agents.status}
     */
    record Target(String kind, String name) {

        static Target relation(QualifiedName name) {
            return new Target("the relation", of(name));
        }

        static Target column(QualifiedName table, String column) {
            return new Target("the column", of(table) + "." + column);
        }

        static Target constraint(QualifiedName table, String constraint) {
            return new Target("the constraint", of(table) + "." + constraint);
        }

        static Target statistics(QualifiedName name) {
            return new Target("the statistics", of(name));
        }

        static Target type(QualifiedName name) {
            return new Target("the type", of(name));
        }

        static Target of(ObjectReference reference) {
            return reference.accept(new ObjectReference.Visitor<>() {
                @Override
                public Target relation(ObjectReference.OfRelation view) {
                    return Target.relation(view.name());
                }

                @Override
                public Target routine(ObjectReference.OfRoutine routine) {
                    return new Target(
                            "the " + word(routine.kind()), of(routine.name()) + "(" + routine.arguments() + ")");
                }

                @Override
                public Target partOfTable(ObjectReference.OfTablePart part) {
                    return new Target("the " + word(part.kind()), of(part.table()) + "." + part.name());
                }

                @Override
                public Target cast(ObjectReference.OfCast cast) {
                    return new Target("the cast", cast.source() + " as " + cast.target());
                }
            });
        }

        private static String word(Enum<?> kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        private static String of(QualifiedName name) {
            return (Objects.equals(name.schema(), "public") ? name.inSchema(null) : name).toString();
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    static Effect making(String verb) {
        return new Effect(Kind.MAKES, verb);
    }

    static Effect removing(String verb) {
        return new Effect(Kind.REMOVES, verb);
    }

    static Effect changing(String verb) {
        return new Effect(Kind.CHANGES, verb);
    }

    /** Whether the result depends on which of the two happens first, or the second one fails. */
    boolean conflictsWith(Effect other) {
        return switch (kind) {
            case MAKES -> other.kind == Kind.MAKES;
            case REMOVES -> other.kind != Kind.MAKES;
            case CHANGES -> other.kind == Kind.REMOVES || equals(other);
            case NEEDS -> other.kind == Kind.REMOVES;
        };
    }
}
