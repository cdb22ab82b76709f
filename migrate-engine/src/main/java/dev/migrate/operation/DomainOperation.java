package dev.migrate.operation;

import dev.migrate.MigrateException;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Operations that alter a domain. */
public sealed interface DomainOperation extends Operation {

    /** From one definition of a domain to another of the same name and type. */
    record ChangeDomain(Domain from, Domain to) implements DomainOperation, Reversible {
        public ChangeDomain {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException(
                        "A change keeps the domain's name, but " + from.name() + " would become " + to.name());
            }
        }

        /**
         * What has to be altered: checks that go away first, checks that come last.
         *
         * @throws MigrateException if the type or collation differs, which PostgreSQL cannot alter
         */
        public List<DomainChange> changes() {
            if (!from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation())) {
                throw new MigrateException("PostgreSQL cannot give the domain " + to.name() + " another type: it is "
                        + from.type() + ", expected " + to.type()
                        + ". Create a new domain, alter the columns to it, and drop the old one.");
            }
            List<DomainChange> changes = new ArrayList<>();
            for (Check check : from.checks()) {
                if (!to.checks().contains(check)) {
                    changes.add(new DomainChange.DropDomainConstraint(nameOf(check), false));
                }
            }
            if (!Objects.equals(from.defaultExpression(), to.defaultExpression())) {
                changes.add(new DomainChange.SetDomainDefault(to.defaultExpression()));
            }
            if (from.nullable() != to.nullable()) {
                changes.add(new DomainChange.SetDomainNullable(to.nullable()));
            }
            for (Check check : to.checks()) {
                if (!from.checks().contains(check)) {
                    changes.add(new DomainChange.AddDomainCheck(check));
                }
            }
            return List.copyOf(changes);
        }

        private String nameOf(Check check) {
            if (check.name() == null) {
                throw new MigrateException("The check (" + check.expression() + ") of the domain " + from.name()
                        + " cannot be dropped without its name. PostgreSQL chose one when it was added: see \\dD "
                        + from.name() + ", and give it to the check.");
            }
            return check.name();
        }

        @Override
        public ChangeDomain inverse() {
            return new ChangeDomain(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeDomain(this);
        }
    }

    /** Some attributes of a domain set to new values, by an author who doesn't say what they were. */
    record AlterDomain(QualifiedName domain, List<DomainChange> changes) implements DomainOperation {
        public AlterDomain {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException(
                        "alterDomain of " + domain + " changes nothing; expected at least one change");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterDomain(this);
        }
    }
}
