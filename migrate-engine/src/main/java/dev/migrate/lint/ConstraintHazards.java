package dev.migrate.lint;

import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What new constraints do to a table in use. */
final class ConstraintHazards {

    private final KnownSchema schema;
    private final Findings findings;
    private final SortedSet<QualifiedName> locked = new TreeSet<>();
    private final List<Runnable> atEnd = new ArrayList<>();

    ConstraintHazards(KnownSchema schema, Findings findings) {
        this.schema = schema;
        this.findings = findings;
    }

    void add(QualifiedName table, Constraint constraint) {
        if (!schema.table(table).isNew()) {
            constraint.accept(new Adding(table));
        }
        lock(table);
    }

    /** This transaction keeps a lock on the table from now on, for which others wait. */
    void lock(QualifiedName table) {
        if (!schema.table(table).isNew()) {
            locked.add(table);
        }
    }

    /** A statement that can't be in a transaction ends the one that was open, and its locks. */
    void commit() {
        locked.clear();
    }

    /** Outside a transaction, {@link #commit} comes before it. */
    void validate(ValidateConstraint validate) {
        QualifiedName table = validate.table();
        if (!locked.isEmpty() && !schema.table(table).isNew()) {
            findings.add(
                    Rule.VALIDATE_IN_TRANSACTION,
                    validate.constraint(),
                    "Validating " + validate.constraint() + " reads all of " + table
                            + " while this transaction holds what it locked "
                            + (locked.contains(table) ? "there" : "in " + locked.first()) + " before.");
        }
    }

    /** An index may follow later in the revision: what is missing then is told. */
    void finish() {
        atEnd.forEach(Runnable::run);
        atEnd.clear();
        commit();
    }

    private void requireIndex(QualifiedName table, ForeignKey key) {
        atEnd.add(() -> {
            if (!schema.table(table).hasIndexOn(key.columns())) {
                findings.add(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        named(key.name(), table, key.columns()),
                        "No index of " + table + " begins with " + String.join(", ", key.columns())
                                + ": each DELETE in " + key.target() + " reads all of " + table + ".");
            }
        });
    }

    private static String named(@Nullable String name, QualifiedName table, List<String> columns) {
        return name == null ? table + "(" + String.join(", ", columns) + ")" : name;
    }

    private final class Adding implements Constraint.Visitor<Boolean> {

        private final QualifiedName table;

        Adding(QualifiedName table) {
            this.table = table;
        }

        @Override
        public Boolean primaryKey(PrimaryKey key) {
            return building("the primary key", key.name());
        }

        @Override
        public Boolean unique(Unique unique) {
            return building("a unique constraint", unique.name());
        }

        @Override
        public Boolean exclusion(Exclusion exclusion) {
            return building("an exclusion constraint", exclusion.name());
        }

        private boolean building(String what, @Nullable String name) {
            findings.add(
                    Rule.CONSTRAINT_BUILDS_INDEX,
                    name == null ? table : name,
                    "Building the index of " + (name == null ? what : name) + " reads all of " + table
                            + ": reads and writes wait until it is done (ACCESS EXCLUSIVE).");
            return true;
        }

        @Override
        public Boolean foreignKey(ForeignKey key) {
            if (key.validity() != Validity.NOT_ENFORCED) {
                requireIndex(table, key);
            }
            lock(key.target());
            if (key.valid()) {
                String name = named(key.name(), table, key.columns());
                findings.add(
                        Rule.CONSTRAINT_SCAN,
                        name,
                        "Checking " + name + " reads all of " + table + ": writes to it and to " + key.target()
                                + " wait until it is done (SHARE ROW EXCLUSIVE).");
            }
            return key.valid();
        }

        @Override
        public Boolean check(Check check) {
            if (check.valid()) {
                String name = check.name() == null ? "(" + check.expression() + ")" : check.name();
                findings.add(
                        Rule.CONSTRAINT_SCAN,
                        name,
                        "Checking " + name + " reads all of " + table
                                + ": reads and writes wait until it is done (ACCESS EXCLUSIVE).");
            }
            return check.valid();
        }
    }
}
