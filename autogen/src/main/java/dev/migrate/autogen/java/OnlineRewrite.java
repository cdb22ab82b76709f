package dev.migrate.autogen.java;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operations in the way that blocks an application's traffic least, where the table already exists and may hold many
 * rows: constraints are added without reading the table and validated after, indexes are built concurrently, a column
 * becomes NOT NULL by a check that proves it (PostgreSQL manual, ALTER TABLE, Notes; CREATE INDEX, Building Indexes
 * Concurrently). Validating runs outside the transaction, or else the lock that adding the constraint took would block
 * writes all the same. What cannot run in a transaction comes last.
 */
final class OnlineRewrite {

    private final List<Reversible> operations;
    private final Map<String, String> backfills;
    private final Set<QualifiedName> newTables = new HashSet<>();
    private final List<Paragraph> first = new ArrayList<>();
    private final List<Paragraph> concurrent = new ArrayList<>();
    private final List<Paragraph> validations = new ArrayList<>();

    private OnlineRewrite(List<Reversible> operations, Map<String, String> backfills) {
        this.operations = operations;
        this.backfills = backfills;
        for (Reversible operation : operations) {
            if (operation instanceof CreateTable create) {
                newTables.add(create.table().name());
            }
        }
    }

    /** @param backfills SQL values of new columns, by {@code table.column} */
    static List<Paragraph> of(List<Reversible> operations, Map<String, String> backfills) {
        OnlineRewrite rewrite = new OnlineRewrite(operations, backfills);
        operations.forEach(rewrite::add);
        List<Paragraph> all = new ArrayList<>(rewrite.first);
        all.addAll(rewrite.concurrent);
        all.addAll(rewrite.validations);
        return all;
    }

    private void add(Reversible operation) {
        if (operation instanceof AddConstraint add && !newTables.contains(add.table())) {
            constraint(add);
        } else if (operation instanceof DropConstraint drop && isOnlyValidated(drop)) {
            return; // It stays, and is validated where it would have been added.
        } else if (operation instanceof CreateIndex create
                && !newTables.contains(create.index().table())
                && !isNeededByForeignKey(create)) {
            concurrent.add(new Paragraph(
                    List.of(
                            "Built while writes go on. That cannot happen in a transaction, so it comes behind all that can."),
                    List.of(new CreateIndex(create.index().concurrently()))));
        } else if (operation instanceof ChangeColumn change
                && change.from().nullable()
                && !change.to().nullable()
                && !newTables.contains(change.table())) {
            notNull(change);
        } else if (operation instanceof AddColumn add && needsBackfill(add)) {
            backfill(add);
        } else {
            first.add(Paragraph.of(operation));
        }
    }

    private void constraint(AddConstraint add) {
        Constraint unchecked = unchecked(add.constraint());
        if (unchecked.equals(add.constraint())) {
            first.add(Paragraph.of(add));
            return;
        }
        boolean isThere = operations.contains(new DropConstraint(add.table(), unchecked));
        if (!isThere) {
            first.add(new Paragraph(
                    List.of(
                            "Added without reading the rows that are there; they are checked below, while writes go on."),
                    List.of(new AddConstraint(add.table(), unchecked))));
        }
        ValidateConstraint validation = new ValidateConstraint(add.table(), JavaConstraints.name(add.constraint()));
        validations.add(new Paragraph(List.of(), List.of(validation), List.of(validation)));
    }

    private static Constraint unchecked(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.notValid();
        }
        return constraint instanceof Check check ? check.notValid() : constraint;
    }

    private boolean isOnlyValidated(DropConstraint drop) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof AddConstraint add
                        && add.table().equals(drop.table())
                        && !add.constraint().equals(drop.constraint())
                        && unchecked(add.constraint()).equals(drop.constraint()));
    }

    /** A foreign key that is added here may reference the columns of a unique index. */
    private boolean isNeededByForeignKey(CreateIndex create) {
        return create.index().isUnique()
                && operations.stream()
                        .anyMatch(operation -> operation instanceof AddConstraint add
                                && add.constraint() instanceof ForeignKey key
                                && key.target().equals(create.index().table()));
    }

    private void notNull(ChangeColumn change) {
        QualifiedName table = change.table();
        String column = change.to().name();
        String name = new ConventionalNames().check(table, List.of(column + "_not_null"));
        Check proof = Definitions.check(name, SqlIdentifiers.quote(column) + " IS NOT NULL");
        ValidateConstraint validation = new ValidateConstraint(table, name);
        List<Operation> steps = List.of(
                new AddConstraint(table, proof.notValid()),
                validation,
                change,
                new DropConstraintByName(table, name, false, false));
        first.add(new Paragraph(
                List.of(
                        "The check proves that no row is NULL while writes go on; NOT NULL then needs no look at them."),
                steps,
                List.of(validation)));
    }

    private boolean needsBackfill(AddColumn add) {
        Column column = add.column();
        return !newTables.contains(add.table())
                && !column.nullable()
                && column.defaultExpression() == null
                && column.generator() == null
                && column.generated() == null;
    }

    private void backfill(AddColumn add) {
        QualifiedName table = add.table();
        Column column = add.column();
        String path = table + "." + column.name();
        String value = backfills.get(path);
        List<String> comment = new ArrayList<>(
                List.of("The rows that are there need a value before " + column.name() + " can be NOT NULL."));
        List<Operation> steps = new ArrayList<>(List.of(new AddColumn(table, column.nullable(true))));
        if (value == null) {
            comment.add("Fill them in between the two steps, or write this revision again with -Dmigrate.backfill="
                    + path + "=<SQL>.");
        } else {
            steps.add(new Execute("UPDATE " + SqlIdentifiers.quote(table) + " SET "
                    + SqlIdentifiers.quote(column.name()) + " = " + value));
        }
        steps.add(new AlterColumn(table, column.name(), List.of(new ColumnChange.SetNullable(false))));
        first.add(new Paragraph(comment, steps));
    }
}
