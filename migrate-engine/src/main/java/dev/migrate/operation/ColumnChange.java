package dev.migrate.operation;

import dev.migrate.schema.Expression;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Type;
import org.jspecify.annotations.Nullable;

/** One attribute of a column set to a new value: an {@code ALTER COLUMN} clause, or a comment. */
public sealed interface ColumnChange {

    /** Calls the visitor's method for this change. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of change. */
    interface Visitor<R> {
        R setType(SetType change);

        R setNullable(SetNullable change);

        R setDefault(SetDefault change);

        R addIdentity(AddIdentity change);

        R setIdentity(SetIdentity change);

        R dropIdentity(DropIdentity change);

        R setExpression(SetExpression change);

        R dropExpression(DropExpression change);

        R setStorage(SetStorage change);

        R setCompression(SetCompression change);

        R setColumnComment(SetColumnComment change);

        R rename(Rename change);
    }

    /**
     * A new data type. Rewrites the table under ACCESS EXCLUSIVE unless the types are binary compatible (PostgreSQL
     * manual, ALTER TABLE, Notes).
     *
     * @param collation as SQL; null is the type's own
     * @param using how old values become new ones, as SQL; null is an assignment cast
     */
    record SetType(
            Type type, @Nullable String collation, @Nullable String using) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setType(this);
        }
    }

    /** NOT NULL set or dropped. */
    record SetNullable(boolean nullable) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setNullable(this);
        }
    }

    /** A default set, or dropped if it is null. */
    record SetDefault(@Nullable Expression expression) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setDefault(this);
        }
    }

    /** A plain column becomes an identity column. */
    record AddIdentity(Identity identity) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addIdentity(this);
        }
    }

    /**
     * An identity column counts differently.
     *
     * @param from what it was, so that only the difference is set; null if that isn't known, and then every option is
     *     set, the ones left out of {@code identity} to PostgreSQL's default
     */
    record SetIdentity(@Nullable Identity from, Identity identity) implements ColumnChange {
        public SetIdentity(Identity identity) {
            this(null, identity);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setIdentity(this);
        }
    }

    /** An identity column becomes a plain one. */
    record DropIdentity(boolean ifExists) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIdentity(this);
        }
    }

    /** Another formula for a generated column; PostgreSQL 17 and later. */
    record SetExpression(Expression expression) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setExpression(this);
        }
    }

    /** A stored generated column becomes a plain one and keeps its values. */
    record DropExpression(boolean ifExists) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExpression(this);
        }
    }

    /** PLAIN, EXTERNAL, EXTENDED or MAIN; null is the type's own. */
    record SetStorage(@Nullable String storage) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setStorage(this);
        }
    }

    /** pglz or lz4; null is the server's default. */
    record SetCompression(@Nullable String compression) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setCompression(this);
        }
    }

    /** A comment set, or removed if it is null. */
    record SetColumnComment(@Nullable String comment) implements ColumnChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setColumnComment(this);
        }
    }

    /** {@code RENAME COLUMN}: last of all changes, which name the column as it was. */
    record Rename(String newName) implements ColumnChange {
        public Rename {
            Identifiers.check(newName);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rename(this);
        }
    }
}
