package dev.migrate.operation;

import dev.migrate.schema.Check;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identifiers;
import org.jspecify.annotations.Nullable;

/** One thing that {@code ALTER DOMAIN} does. */
public sealed interface DomainChange {

    /** Calls the visitor's method for this change. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of change. */
    interface Visitor<R> {
        R setDefault(SetDomainDefault change);

        R setNullable(SetDomainNullable change);

        R addCheck(AddDomainCheck change);

        R dropConstraint(DropDomainConstraint change);

        R renameConstraint(RenameDomainConstraint change);

        R validateConstraint(ValidateDomainConstraint change);
    }

    /** A default set, or dropped if it is null. */
    record SetDomainDefault(@Nullable Expression expression) implements DomainChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setDefault(this);
        }
    }

    /** NOT NULL set or dropped. Setting it reads every table with a column of the domain. */
    record SetDomainNullable(boolean nullable) implements DomainChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setNullable(this);
        }
    }

    /** A check over {@code VALUE}. Unless it is not valid, every table with a column of the domain is read. */
    record AddDomainCheck(Check check) implements DomainChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addCheck(this);
        }
    }

    /** A check taken away. */
    record DropDomainConstraint(String constraint, boolean ifExists) implements DomainChange {
        public DropDomainConstraint {
            Identifiers.check(constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }
    }

    /** A check under another name. */
    record RenameDomainConstraint(String constraint, String newName) implements DomainChange {
        public RenameDomainConstraint {
            Identifiers.check(constraint);
            Identifiers.check(newName);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }
    }

    /** A check that was added as not valid, proven for what is stored. */
    record ValidateDomainConstraint(String constraint) implements DomainChange {
        public ValidateDomainConstraint {
            Identifiers.check(constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateConstraint(this);
        }
    }
}
