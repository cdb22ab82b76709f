package dev.migrate.operation;

import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.ObjectReference;

/** Operations on what is defined by SQL: views, functions, procedures, triggers, policies, casts. */
public sealed interface DefinitionOperation extends Operation {

    /** {@code CREATE VIEW}, {@code CREATE FUNCTION} and so on, with the comment. */
    record CreateObject(DatabaseObject object) implements DefinitionOperation, Reversible {
        @Override
        public DropObject inverse() {
            return new DropObject(object);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createObject(this);
        }
    }

    /** {@code DROP VIEW}, {@code DROP FUNCTION} and so on. */
    record DropObject(DatabaseObject object) implements DefinitionOperation, Reversible {
        @Override
        public CreateObject inverse() {
            return new CreateObject(object);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropObject(this);
        }
    }

    /**
     * From one definition to another of the same object. A routine is replaced in place, so that what calls it stays; its
     * result type has to stay too. Everything else is dropped and created, which no restriction of
     * {@code CREATE OR REPLACE} stands against in either direction, and which fails if something depends on it.
     */
    record ReplaceObject(DatabaseObject from, DatabaseObject to) implements DefinitionOperation, Reversible {
        public ReplaceObject {
            if (!from.reference().equals(to.reference())) {
                throw new IllegalArgumentException("A replacement keeps what it replaces, but " + from.reference()
                        + " would become " + to.reference() + "; drop the one and create the other");
            }
        }

        @Override
        public ReplaceObject inverse() {
            return new ReplaceObject(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceObject(this);
        }
    }

    /**
     * A new definition for an object, by an author who doesn't say what it was, or whether it was there:
     * {@code CREATE OR REPLACE} where PostgreSQL has it, otherwise {@code DROP … IF EXISTS} and {@code CREATE}.
     */
    record CreateOrReplaceObject(DatabaseObject object) implements DefinitionOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createOrReplaceObject(this);
        }
    }

    /** Drops an object that the author doesn't describe. */
    record DropObjectByReference(ObjectReference reference, boolean ifExists, boolean cascade)
            implements DefinitionOperation {
        /** With those of {@code options} that are given. */
        public DropObjectByReference(ObjectReference reference, DropOption... options) {
            this(reference, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropObjectByReference(this);
        }
    }
}
