package dev.migrate.autogen.diff;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.diff.meaning.ConstantRename;
import dev.migrate.autogen.diff.meaning.EnumConversion;
import dev.migrate.autogen.diff.meaning.RecordedMeanings;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.MeaningColumn;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.StoredValue;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Adds to a difference what rows need in order to mean the same: other ordinals where an enum's constants have another
 * order, other names where constants are called differently, one for the other where the column holds the other, and other
 * discriminators where entities have others.
 *
 * <p>A change of what values mean has its place behind what takes away the check of the old ones, and before what brings that of
 * the new ones.
 */
public final class MeaningChanges {

    private final Schema before;
    private final Schema after;
    private final List<ConstantRename> renames;
    private final List<Reversible> operations;

    /** What was recorded, under the names that there are in the end. */
    private final RecordedMeanings known;

    private MeaningChanges(Difference difference, RecordedMeanings recorded, List<ConstantRename> renames) {
        this.before = difference.before();
        this.after = difference.after();
        this.operations = new ArrayList<>(difference.operations());
        this.renames = renames;
        this.known = recorded.after(difference.operations().stream()
                .filter(operation -> operation instanceof TableRenaming || operation instanceof RenameColumn)
                .toList());
    }

    /**
     * The difference with them.
     *
     * @param recorded what the history says
     * @throws MigrateException if values have changed that can't be renumbered
     */
    public static Difference addedTo(Difference difference, RecordedMeanings recorded, List<ConstantRename> renames) {
        MeaningChanges changes = new MeaningChanges(difference, recorded, renames);
        for (MeaningColumn column : difference.after().mapping().meaningColumns()) {
            changes.of(column);
        }
        return difference.doing(changes.operations);
    }

    private void of(MeaningColumn column) {
        Optional<Table> table = after.table(column.table());
        if (table.flatMap(one -> one.column(column.column())).isEmpty()) {
            return;
        }
        Optional<Column> present = before.table(column.table()).flatMap(one -> one.column(column.column()));
        int added = last(operation -> isAdded(operation, column));
        if (present.isEmpty() || added >= 0) {
            if (column.kind() != Kind.NAMES) {
                operations.add(added + 1, change(column, List.of()));
            }
            return;
        }
        if (column.kind() == Kind.DISCRIMINATORS) {
            renumber(column, discriminatorPlace(column), table.get());
            return;
        }
        boolean wasOrdinal = EnumConversion.isOrdinal(present.get().type());
        int retyped = last(operation -> operation instanceof ChangeColumn change
                && change.table().equals(column.table())
                && change.to().name().equals(column.column())
                && EnumConversion.isOrdinal(change.from().type())
                        != EnumConversion.isOrdinal(change.to().type()));
        if (retyped >= 0) {
            convert(column, retyped, wasOrdinal);
        } else if (column.kind() == Kind.ORDINALS) {
            renumber(column, place(column), table.get());
        } else if (TypeFamily.of(element(present.get())) == TypeFamily.STRING) {
            rename(column, place(column));
        }
    }

    private static boolean isAdded(Operation operation, MeaningColumn column) {
        return operation instanceof CreateTable create
                ? create.table().name().equals(column.table())
                : operation instanceof AddColumn add
                        && add.table().equals(column.table())
                        && add.column().name().equals(column.column());
    }

    private static Type element(Column column) {
        return TypeFamily.isArray(column.type()) ? TypeFamily.element(column.type()) : column.type();
    }

    /** Ordinals get the new order before they become names, and names the new ones before they become ordinals. */
    private void convert(MeaningColumn column, int index, boolean wasOrdinal) {
        if (column.meanings().stream().anyMatch(MeaningChanges::isShared)) {
            return;
        }
        operations.set(index, EnumConversion.of((ChangeColumn) operations.get(index), column.meanings()));
        if (wasOrdinal) {
            renumber(column.byOrdinal(), index, after.table(column.table()).orElseThrow());
        } else {
            operations.add(index + 1, change(column, List.of()));
            rename(column, index);
        }
    }

    private void rename(MeaningColumn column, int index) {
        renames.stream()
                .filter(rename -> rename.isOf(column))
                .forEach(rename -> operations.add(
                        index,
                        new RenameConstant(
                                column.table(), column.column(), rename.constant(), rename.newName(), column.array())));
    }

    private void renumber(MeaningColumn column, int index, Table table) {
        List<StoredValue> values = known.of(column.table(), column.column(), column.kind());
        if (values.equals(column.values())) {
            return;
        }
        ChangeMeanings change = change(column, values);
        List<String> constants = values.stream().map(StoredValue::meaning).toList();
        if (isShared(constants, column) && !column.meanings().containsAll(constants)) {
            throw refused(change, "several enums share the column, or it is a document or struct with enums");
        }
        if (isShared(constants, column) && !change.moved().isEmpty() && !isOnlyAppended(constants, column)) {
            throw refused(change, "several enums share the column, or it is a document or struct with enums");
        }
        if (isShared(constants, column)) {
            operations.add(index, change(column, List.of()));
            return;
        }
        if (!change.moved().isEmpty()) {
            if (isReferenced(column, table)) {
                throw refused(change, "a foreign key contains the column");
            }
            if (isPartitionKey(column, table)) {
                throw refused(change, "the table is partitioned by the column");
            }
            if (column.kind() == Kind.DISCRIMINATORS && isUnique(column) && exchanges(change)) {
                throw refused(change, "a key or unique index contains the column, and entities exchange their values");
            }
        }
        operations.add(index, change);
        if (change.unique() && !change.moved().isEmpty()) {
            withoutChecks(column, index);
        }
    }

    /** Whether the constants of each owner are those that it had, with others at the end. */
    private static boolean isOnlyAppended(List<String> known, MeaningColumn column) {
        List<String> owners =
                known.stream().map(MeaningChanges::owner).distinct().toList();
        return owners.stream().allMatch(owner -> {
            List<String> old =
                    known.stream().filter(one -> owner(one).equals(owner)).toList();
            List<String> now = column.meanings().stream()
                    .filter(one -> owner(one).equals(owner))
                    .toList();
            return now.size() >= old.size() && now.subList(0, old.size()).equals(old);
        });
    }

    private static String owner(String constant) {
        return constant.substring(0, constant.lastIndexOf('.') + 1);
    }

    /** Entities have names of their own, wherever they are. */
    private static boolean isShared(List<String> known, MeaningColumn column) {
        return column.kind() == Kind.ORDINALS
                && Stream.concat(known.stream(), column.meanings().stream()).anyMatch(MeaningChanges::isShared);
    }

    /** Whether a value becomes one that rows of another entity have until then. */
    private static boolean exchanges(ChangeMeanings change) {
        Set<String> old = new HashSet<>(change.moved().keySet());
        old.retainAll(change.moved().values());
        return !old.isEmpty();
    }

    private static boolean isShared(String constant) {
        return constant.indexOf('.') >= 0;
    }

    private static MigrateException refused(ChangeMeanings change, String reason) {
        boolean isOrdinal = change.kind() == Kind.ORDINALS;
        List<String> now = change.written(change.to());
        return new MigrateException("The " + (isOrdinal ? "ordinals of " : "discriminators in ") + change.table() + "."
                + change.column() + " stand for " + change.written(change.from()) + " in the rows, and for " + now
                + " in the entities. They can't be " + (isOrdinal ? "renumbered" : "changed") + " here, because "
                + reason + ". Give the " + (isOrdinal ? "constants their former order" : "entities their former values")
                + ", or write a revision that changes the rows and ends with op.record"
                + (isOrdinal ? "Ordinals" : "Discriminators") + "(\"" + change.table() + "\", \"" + change.column()
                + "\", \"" + String.join("\", \"", now) + "\").");
    }

    private ChangeMeanings change(MeaningColumn column, List<StoredValue> known) {
        SortedMap<String, String> renamed = new TreeMap<>();
        renames.stream()
                .filter(rename -> rename.isOf(column)
                        && known.stream().anyMatch(one -> one.meaning().equals(rename.constant())))
                .forEach(rename -> renamed.put(rename.constant(), rename.newName()));
        return new ChangeMeanings(
                column.table(),
                column.column(),
                column.kind(),
                known,
                column.values(),
                renamed,
                column.array() && !known.isEmpty(),
                column.kind() == Kind.ORDINALS && !known.isEmpty() && isUnique(column));
    }

    private boolean isUnique(MeaningColumn column) {
        return isUnique(column, before) || isUnique(column, after);
    }

    private static boolean isUnique(MeaningColumn column, Schema schema) {
        ColumnUse use = new ColumnUse(Set.of(column.column()));
        return schema.table(column.table()).stream()
                .anyMatch(table -> table.constraints().stream()
                                .anyMatch(constraint -> (constraint instanceof PrimaryKey
                                                || constraint instanceof Unique
                                                || constraint instanceof Exclusion)
                                        && use.in(constraint))
                        || table.indexes().stream().anyMatch(index -> index.isUnique() && use.in(index)));
    }

    private boolean isReferenced(MeaningColumn column, Table table) {
        return before.tables().stream()
                        .flatMap(one -> one.constraintsOf(ForeignKey.class).stream())
                        .anyMatch(key -> key.target().equals(column.table())
                                && key.targetColumns().contains(column.column()))
                || table.constraintsOf(ForeignKey.class).stream()
                        .anyMatch(key -> key.columns().contains(column.column()));
    }

    private static boolean isPartitionKey(MeaningColumn column, Table table) {
        Partitioning partitioning = table.partitioning();
        ColumnUse use = new ColumnUse(Set.of(column.column()));
        return partitioning != null
                && partitioning.keys().stream().anyMatch(key -> key.column()
                        .map(column.column()::equals)
                        .orElseGet(() -> use.in(key.expression().orElse(null))));
    }

    /** On their way, ordinals are negative. */
    private void withoutChecks(MeaningColumn column, int index) {
        ColumnUse use = new ColumnUse(Set.of(column.column()));
        List<Check> checks = before.table(column.table()).orElseThrow().constraintsOf(Check.class).stream()
                .filter(check -> use.in(check) && !operations.contains(new DropConstraint(column.table(), check)))
                .toList();
        for (Check check : checks) {
            operations.add(index + 1, new AddConstraint(column.table(), check));
            operations.add(index, new DropConstraint(column.table(), check));
        }
    }

    /** Behind what renames the column, and what drops its check. */
    private int place(MeaningColumn column) {
        return 1
                + last(operation -> operation instanceof TableRenaming
                        || operation instanceof RenameColumn
                        || (operation instanceof DropConstraint drop
                                && drop.table().equals(column.table()))
                        || (operation instanceof ChangeColumn change
                                && change.table().equals(column.table())
                                && change.to().name().equals(column.column())));
    }

    /** Before numbers or shorter strings are made of them, the rows get values that can become such. */
    private int discriminatorPlace(MeaningColumn column) {
        int narrowed = last(operation -> operation instanceof ChangeColumn change
                && change.table().equals(column.table())
                && change.to().name().equals(column.column())
                && isNarrower(change.from().type(), change.to().type()));
        return narrowed >= 0 ? narrowed : place(column);
    }

    private static boolean isNarrower(Type from, Type to) {
        return TypeFamily.of(from) == TypeFamily.STRING
                && (TypeFamily.of(to) != TypeFamily.STRING || length(to) < length(from));
    }

    private static int length(Type type) {
        return type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().get(0);
    }

    private int last(Predicate<Reversible> which) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (which.test(operations.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
