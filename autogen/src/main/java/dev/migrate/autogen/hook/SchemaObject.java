package dev.migrate.autogen.hook;

import dev.migrate.autogen.hook.ObjectName.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.Objects;

/** Something that is compared, as it is on one side. */
public sealed interface SchemaObject {

    /** What it is called; a constraint that nobody named is called by the empty text. */
    ObjectName name();

    /** A table with all its parts. */
    record OfTable(Table table) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.of(Kind.TABLE, table.name());
        }
    }

    /** A column of a table. */
    record OfColumn(QualifiedName table, Column column) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.part(Kind.COLUMN, table, column.name());
        }
    }

    /** A constraint of a table. */
    record OfConstraint(QualifiedName table, Constraint constraint) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.part(Kind.CONSTRAINT, table, Objects.requireNonNullElse(constraint.name(), ""));
        }
    }

    /** An index that is no constraint's. */
    record OfIndex(Index index) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.part(Kind.INDEX, index.table(), index.name());
        }
    }

    /** A sequence, also one that belongs to a column. */
    record OfSequence(Sequence sequence) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.of(Kind.SEQUENCE, sequence.name());
        }
    }

    /** An enumerated type. */
    record OfEnum(EnumType type) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.of(Kind.ENUM, type.name());
        }
    }

    /** A domain. */
    record OfDomain(Domain domain) implements SchemaObject {
        @Override
        public ObjectName name() {
            return ObjectName.of(Kind.DOMAIN, domain.name());
        }
    }
}
