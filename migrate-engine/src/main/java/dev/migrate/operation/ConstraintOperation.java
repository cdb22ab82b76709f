package dev.migrate.operation;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Identifiers;
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
    record DropConstraint(QualifiedName table, Constraint constraint, boolean ifExists)
            implements ConstraintOperation, Reversible {
        public DropConstraint(QualifiedName table, Constraint constraint) {
            this(table, constraint, false);
        }

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
        /** With those of {@code options} that are given. */
        public DropConstraintByName(QualifiedName table, String constraint, DropOption... options) {
            this(table, constraint, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options));
        }

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

    /**
     * {@code ALTER TABLE … ADD CONSTRAINT … USING INDEX}: an index that was built without blocking writes becomes a
     * primary key or unique constraint, which takes over its index and names it after itself. Takes ACCESS EXCLUSIVE,
     * briefly; a primary key also reads the table if a column isn't NOT NULL yet.
     *
     * @param constraint the constraint's name
     * @param index a unique index of the same table
     * @param primary whether it becomes the primary key, or else a unique constraint
     */
    record AddConstraintUsingIndex(
            QualifiedName table, String constraint, String index, boolean primary, Deferral deferral)
            implements ConstraintOperation {
        public AddConstraintUsingIndex {
            Identifiers.check(constraint);
            Identifiers.check(index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraintUsingIndex(this);
        }
    }

    /**
     * {@code ALTER TABLE … ADD CONSTRAINT … NOT NULL}, which PostgreSQL 18 and later know.
     *
     * @param valid whether existing rows are checked at once; false is {@code NOT VALID}, for a later
     *     {@code validateConstraint} that lets writes go on
     */
    record AddNotNull(QualifiedName table, String constraint, String column, boolean valid)
            implements ConstraintOperation, Reversible {
        public AddNotNull {
            Identifiers.check(constraint);
            Identifiers.check(column);
        }

        @Override
        public DropNotNull inverse() {
            return new DropNotNull(table, constraint, column, valid);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addNotNull(this);
        }
    }

    /** {@code ALTER TABLE … DROP CONSTRAINT} of a NOT NULL with a name. */
    record DropNotNull(QualifiedName table, String constraint, String column, boolean valid)
            implements ConstraintOperation, Reversible {
        @Override
        public AddNotNull inverse() {
            return new AddNotNull(table, constraint, column, valid);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropNotNull(this);
        }
    }
}
