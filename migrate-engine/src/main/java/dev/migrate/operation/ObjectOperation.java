package dev.migrate.operation;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Operations on schemas, extensions, domains, comments and whatever is written as SQL. */
public sealed interface ObjectOperation extends Operation {

    /** {@code CREATE SCHEMA}. */
    record CreateSchema(String name, boolean ifNotExists) implements ObjectOperation, Reversible {
        public CreateSchema {
            Identifiers.check(name);
        }

        @Override
        public DropSchema inverse() {
            return new DropSchema(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSchema(this);
        }
    }

    /** {@code DROP SCHEMA} of an empty schema. */
    record DropSchema(String name) implements ObjectOperation, Reversible {
        public DropSchema {
            Identifiers.check(name);
        }

        @Override
        public CreateSchema inverse() {
            return new CreateSchema(name, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSchema(this);
        }
    }

    /** {@code CREATE EXTENSION}. */
    record CreateExtension(Extension extension) implements ObjectOperation, Reversible {
        @Override
        public DropExtension inverse() {
            return new DropExtension(extension);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createExtension(this);
        }
    }

    /** {@code DROP EXTENSION}. */
    record DropExtension(Extension extension) implements ObjectOperation, Reversible {
        @Override
        public CreateExtension inverse() {
            return new CreateExtension(extension);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExtension(this);
        }
    }

    /** {@code CREATE DOMAIN}. */
    record CreateDomain(Domain domain) implements ObjectOperation, Reversible {
        @Override
        public DropDomain inverse() {
            return new DropDomain(domain);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createDomain(this);
        }
    }

    /** {@code DROP DOMAIN}. */
    record DropDomain(Domain domain) implements ObjectOperation, Reversible {
        @Override
        public CreateDomain inverse() {
            return new CreateDomain(domain);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropDomain(this);
        }
    }

    /** Runs an object's own SQL to make it. */
    record CreateAuxiliaryObject(AuxiliaryObject object) implements ObjectOperation, Reversible {
        @Override
        public DropAuxiliaryObject inverse() {
            return new DropAuxiliaryObject(object);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createAuxiliaryObject(this);
        }
    }

    /** Runs an object's own SQL to remove it. */
    record DropAuxiliaryObject(AuxiliaryObject object) implements ObjectOperation, Reversible {
        @Override
        public CreateAuxiliaryObject inverse() {
            return new CreateAuxiliaryObject(object);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropAuxiliaryObject(this);
        }
    }

    /** The kinds of object that {@code DROP kind name} removes. */
    enum Kind {
        TABLE,
        SEQUENCE,
        STATISTICS,
        TYPE,
        DOMAIN,
        VIEW,
        MATERIALIZED_VIEW,
        SCHEMA,
        EXTENSION
    }

    /** {@code DROP kind name} of an object that the author doesn't describe. */
    record DropByName(Kind kind, QualifiedName name, boolean ifExists, boolean cascade) implements ObjectOperation {
        /** With those of {@code options} that are given. */
        public DropByName(Kind kind, QualifiedName name, DropOption... options) {
            this(kind, name, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropByName(this);
        }
    }

    /** What a comment is on. */
    sealed interface Commented {
        /** Calls the visitor's method for this kind of object. */
        <R> R accept(TargetVisitor<R> visitor);

        /** One method per kind of object. */
        interface TargetVisitor<R> {
            R onTable(OnTable target);

            R onColumn(OnColumn target);

            R onIndex(OnIndex target);

            R onConstraint(OnConstraint target);

            R onSequence(OnSequence target);

            R onStatistics(OnStatistics target);

            R onType(OnType target);

            R onSchema(OnSchema target);

            R onExtension(OnExtension target);

            R onObject(OnObject target);
        }

        /** A table. */
        record OnTable(QualifiedName table) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onTable(this);
            }
        }

        /** A column. */
        record OnColumn(QualifiedName table, String column) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onColumn(this);
            }
        }

        /** An index. */
        record OnIndex(QualifiedName index) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onIndex(this);
            }
        }

        /** A constraint of a table. */
        record OnConstraint(QualifiedName table, String constraint) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onConstraint(this);
            }
        }

        /** A sequence. */
        record OnSequence(QualifiedName sequence) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onSequence(this);
            }
        }

        /** Extended statistics. */
        record OnStatistics(QualifiedName statistics) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onStatistics(this);
            }
        }

        /** An enum, domain or other type. */
        record OnType(QualifiedName type) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onType(this);
            }
        }

        /** An extension. */
        record OnExtension(String extension) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onExtension(this);
            }
        }

        /** A view, routine, trigger, policy or cast. */
        record OnObject(ObjectReference object) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onObject(this);
            }
        }

        /** A schema. */
        record OnSchema(String schema) implements Commented {
            @Override
            public <R> R accept(TargetVisitor<R> visitor) {
                return visitor.onSchema(this);
            }
        }
    }

    /**
     * {@code COMMENT ON}.
     *
     * @param from the comment before; null is none
     * @param to the comment after; null is none
     */
    record SetComment(
            Commented target,
            @Nullable String from,
            @Nullable String to) implements ObjectOperation, Reversible {
        @Override
        public SetComment inverse() {
            return new SetComment(target, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setComment(this);
        }
    }

    /**
     * {@code COMMENT ON}, by an author who doesn't say what the comment was.
     *
     * @param text null removes it
     */
    record CommentOn(Commented target, @Nullable String text) implements ObjectOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commentOn(this);
        }
    }

    /** Raw SQL, one or several statements. Nothing in it is interpreted: no {@code :x}, no {@code ?}. */
    record Execute(String sql) implements ObjectOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.execute(this);
        }
    }
}
