package dev.migrate.operation;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.QualifiedName;

/** Operations on the constraints of one table. */
public sealed interface ConstraintOperation extends Operation {

    /** The table whose constraint it is. */
    QualifiedName table();

    /** {@code ALTER TABLE … ADD CONSTRAINT}. Reads the whole table, unless the constraint is not valid. */
    record AddConstraint(QualifiedName table, Constraint constraint) implements ConstraintOperation, Reversible {
        @Override
        public DropConstraint inverse() {
            return new DropConstraint(table, constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraint(this);
        }
    }

    /** {@code ALTER TABLE … DROP CONSTRAINT}. */
    record DropConstraint(QualifiedName table, Constraint constraint) implements ConstraintOperation, Reversible {
        @Override
        public AddConstraint inverse() {
            return new AddConstraint(table, constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }
    }

    /** {@code ALTER TABLE … DROP CONSTRAINT} of a constraint that the author doesn't describe. */
    record DropConstraintByName(QualifiedName table, String constraint, boolean ifExists, boolean cascade)
            implements ConstraintOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraintByName(this);
        }
    }

    /** {@code ALTER TABLE … RENAME CONSTRAINT}. */
    record RenameConstraint(QualifiedName table, String constraint, String newName)
            implements ConstraintOperation, Reversible {
        @Override
        public RenameConstraint inverse() {
            return new RenameConstraint(table, newName, constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }
    }

    /** {@code ALTER TABLE … VALIDATE CONSTRAINT}: checks existing rows while writes go on. */
    record ValidateConstraint(QualifiedName table, String constraint) implements ConstraintOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateConstraint(this);
        }
    }
}
