package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on sequences. */
public sealed interface SequenceOperation extends Operation {

    /** {@code CREATE SEQUENCE}; if a column owns it, the column has to be there already. */
    record CreateSequence(Sequence sequence) implements SequenceOperation, Reversible {
        @Override
        public DropSequence inverse() {
            return new DropSequence(sequence);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }
    }

    /** {@code DROP SEQUENCE}, {@code IF EXISTS} if it is made only if it is missing: where it had counted to is lost. */
    record DropSequence(Sequence sequence) implements SequenceOperation, Reversible {
        @Override
        public CreateSequence inverse() {
            return new CreateSequence(sequence);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }
    }

    /** {@code ALTER SEQUENCE}, from one definition to another of the same name. */
    record ChangeSequence(Sequence from, Sequence to) implements SequenceOperation, Reversible {
        public ChangeSequence {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("A change keeps the sequence's name, but " + from.name()
                        + " would become " + to.name() + "; rename it in an operation of its own");
            }
        }

        @Override
        public ChangeSequence inverse() {
            return new ChangeSequence(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeSequence(this);
        }
    }

    /** {@code ALTER SEQUENCE … RENAME TO}. */
    record RenameSequence(QualifiedName sequence, String newName) implements SequenceOperation, Reversible {
        @Override
        public RenameSequence inverse() {
            return new RenameSequence(sequence.sibling(newName), sequence.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameSequence(this);
        }
    }

    /**
     * {@code ALTER SEQUENCE … SET SCHEMA}, which PostgreSQL refuses for one that a column owns: it moves with its table.
     *
     * @param schema null for the default schema, whatever that is called where it runs
     */
    record SetSequenceSchema(
            QualifiedName sequence, @Nullable String schema) implements SequenceOperation, Reversible {
        @Override
        public SetSequenceSchema inverse() {
            return new SetSequenceSchema(sequence.inSchema(schema), sequence.schema());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setSequenceSchema(this);
        }
    }

    /**
     * {@code GRANT USAGE ON SEQUENCE} to each role that may insert into one of the tables, or into some of its columns.
     * Which roles these are is asked where it runs. It has no inverse: the rights go with the sequence.
     */
    record GrantToInserters(QualifiedName sequence, List<QualifiedName> tables) implements SequenceOperation {
        public GrantToInserters {
            tables = List.copyOf(tables);
            if (tables.isEmpty()) {
                throw new IllegalArgumentException(
                        "grantSequenceToInserters of " + sequence + " names no table; expected at least one");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.grantToInserters(this);
        }
    }

    /** {@code ALTER SEQUENCE}: some attributes set to new values, by an author who doesn't say what they were. */
    record AlterSequence(QualifiedName sequence, List<SequenceChange> changes) implements SequenceOperation {
        public AlterSequence {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException(
                        "alterSequence of " + sequence + " changes nothing; expected at least one change");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }
    }
}
