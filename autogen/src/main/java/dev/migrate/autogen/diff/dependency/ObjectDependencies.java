package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Views, triggers and the like among the operations: what has to go and come back because of what it needs, and what goes
 * with its table.
 */
public final class ObjectDependencies {

    private static final Pattern OF_TABLE = Pattern.compile(
            "(?s)(?:trigger|policy|rule|(?:forced )?row level security|replica identity|clustering) .*");

    private final Schema before;
    private final Schema after;
    private final List<Reversible> operations;

    private ObjectDependencies(List<Reversible> operations, Schema before, Schema after) {
        this.operations = new ArrayList<>(operations);
        this.before = before;
        this.after = after;
    }

    /** The operations with what they need to be done to views and triggers. */
    public static List<Reversible> addedTo(List<Reversible> operations, Schema before, Schema after) {
        ObjectDependencies dependencies = new ObjectDependencies(operations, before, after);
        dependencies.dropWhatTablesHave();
        dependencies.rebuild();
        return List.copyOf(dependencies.operations);
    }

    /** They go with their table, but would not come back with it. */
    private void dropWhatTablesHave() {
        for (Reversible operation : List.copyOf(operations)) {
            if (operation instanceof DropTable drop) {
                before.auxiliaryObjects().stream()
                        .filter(object -> isOf(object, drop.table().name()) && !isDropped(object))
                        .forEach(object -> operations.add(new DropAuxiliaryObject(object)));
            }
        }
    }

    private void rebuild() {
        Dependents dependents = Dependents.of(operations, before, id -> !isObject(id) || comesBack(id));
        for (AuxiliaryObject object : before.auxiliaryObjects()) {
            boolean isLost = IndexMarks.isLost(object, operations, before.tables());
            if (isDropped(object) || !(isLost || dependents.contain(object))) {
                continue;
            }
            if (isLost && !IndexMarks.comesBack(object, operations, after.tables())) {
                operations.add(new DropAuxiliaryObject(object));
                continue;
            }
            wanted(object).ifPresent(wanted -> {
                operations.removeIf(operation -> operation instanceof CreateAuxiliaryObject change
                        && change.object().identity().equals(object.identity()));
                operations.add(new DropAuxiliaryObject(object));
                operations.add(new CreateAuxiliaryObject(ObjectDiff.withAppendix(wanted, object)));
            });
        }
    }

    private static boolean isObject(ObjectId id) {
        return id instanceof OfObject;
    }

    /** Of what is known by its name alone, nobody could say how. */
    private boolean comesBack(ObjectId id) {
        return before.auxiliaryObjects().stream()
                .filter(object -> new OfObject(object.identity()).equals(id))
                .anyMatch(object -> !object.create().isEmpty() && wanted(object).isPresent());
    }

    /** What isn't declared comes back as it was, unless it can't. */
    private Optional<AuxiliaryObject> wanted(AuxiliaryObject object) {
        return after.auxiliaryObjects().stream()
                .filter(each -> each.identity().equals(object.identity()))
                .findFirst()
                .or(() -> Optional.of(object).filter(each -> isPossible(neededBy(each, before), operations, before)));
    }

    /** Whether nothing goes for good that is needed. */
    static boolean isPossible(Set<ObjectId> needed, List<Reversible> operations, Schema before) {
        return operations.stream()
                .noneMatch(operation -> (operation instanceof DropColumn drop
                                && !ColumnDiff.isAddedAgain(drop, operations)
                                && isAny(needed, drop.table(), drop.column().name(), before))
                        || (operation instanceof DropTable table
                                && isAny(needed, table.table().name()))
                        || (operation instanceof DropAuxiliaryObject drop
                                && needed.contains(new OfObject(drop.object().identity()))
                                && !isCreated(drop.object(), operations)));
    }

    private static boolean isCreated(AuxiliaryObject object, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateAuxiliaryObject create
                        && create.object().identity().equals(object.identity()));
    }

    /** Whether it belongs to that table. */
    public static boolean isOf(AuxiliaryObject object, QualifiedName table) {
        return object.identity().endsWith(" on " + SqlIdentifiers.quote(table))
                && OF_TABLE.matcher(object.identity()).matches();
    }

    public static boolean isView(AuxiliaryObject object) {
        return object.identity().startsWith("view ") || object.identity().startsWith("materialized view ");
    }

    private boolean isDropped(AuxiliaryObject object) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropAuxiliaryObject drop
                        && drop.object().identity().equals(object.identity()));
    }

    static Set<ObjectId> neededBy(AuxiliaryObject object, Schema schema) {
        return schema.dependencies().neededBy(new OfObject(object.identity()));
    }

    /** Whether it is the column, of the table or of one that has it from the table. */
    static boolean isAny(Set<ObjectId> needed, QualifiedName table, String column, Schema schema) {
        return !needed.isEmpty() && !Collections.disjoint(needed, Descendants.columns(table, column, schema));
    }

    /** Whether it is the table, or a column of it. */
    public static boolean isAny(Set<ObjectId> needed, QualifiedName table) {
        return needed.stream()
                .anyMatch(id -> (id instanceof OfTable of && of.table().equals(table))
                        || (id instanceof OfColumn column && column.table().equals(table)));
    }

    static boolean needs(AuxiliaryObject object, AuxiliaryObject other, Schema schema) {
        return neededBy(object, schema).contains(new OfObject(other.identity()));
    }

    /** Each of the objects behind those that it needs. */
    static List<AuxiliaryObject> byDependency(
            List<AuxiliaryObject> objects, BiPredicate<AuxiliaryObject, AuxiliaryObject> needs) {
        Set<AuxiliaryObject> ordered = new LinkedHashSet<>();
        objects.forEach(object -> visit(object, objects, needs, new HashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void visit(
            AuxiliaryObject object,
            List<AuxiliaryObject> all,
            BiPredicate<AuxiliaryObject, AuxiliaryObject> needs,
            Set<AuxiliaryObject> visiting,
            Set<AuxiliaryObject> ordered) {
        if (ordered.contains(object) || !visiting.add(object)) {
            return;
        }
        all.stream()
                .filter(other -> !other.equals(object) && needs.test(object, other))
                .forEach(other -> visit(other, all, needs, visiting, ordered));
        ordered.add(object);
    }
}
