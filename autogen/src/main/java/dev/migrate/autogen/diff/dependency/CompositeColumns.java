package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Columns of composite types. PostgreSQL drops no type, and gives no attribute another one, that a column is of, be it an
 * array's element or within another composite type (manual, ALTER TYPE): meanwhile the columns hold their values' text.
 */
public final class CompositeColumns {

    /** What the values of any type can be written as and read from. */
    private static final Type MEANWHILE = new Type("text");

    private CompositeColumns() {}

    /** The operations together with what frees the composite types that are dropped, or whose attributes change. */
    public static List<Reversible> released(List<Reversible> operations, Schema before) {
        Dependents dependents = Dependents.of(operations, before);
        Set<String> retyped = operations.stream()
                .filter(operation ->
                        operation instanceof CreateAuxiliaryObject change && CompositeChange.retypes(change.object()))
                .map(change -> ((CreateAuxiliaryObject) change).object().identity())
                .collect(Collectors.toSet());
        List<AuxiliaryObject> composites =
                in(before, type -> dependents.ofTypesContain(type) || retyped.contains(type.identity()));
        ReorderedAttributes reordered = ReorderedAttributes.by(operations, before);
        ReleasedColumns columns = new ReleasedColumns(operations);
        forEach(
                composites,
                before,
                (table, column) -> columns.release(
                        table, column, MEANWHILE, reordered.text(table, column), reordered.textBack(table, column)));
        return columns.operations();
    }

    /** Whether a column holds values with an attribute of the domain, or of one over it. */
    static boolean hold(QualifiedName domain, Schema schema) {
        DomainLayers domains = new DomainLayers(schema.domains());
        Set<ObjectId> types = schema.domains().stream()
                .map(Domain::name)
                .filter(name -> domains.isOver(new Type(name.toString()), domain))
                .map(OfType::new)
                .collect(Collectors.toSet());
        List<QualifiedName> tables = new ArrayList<>();
        forEach(
                in(schema, composite -> !Collections.disjoint(neededBy(composite, schema), types)),
                schema,
                (table, column) -> tables.add(table));
        return !tables.isEmpty();
    }

    private static List<AuxiliaryObject> in(Schema schema, Predicate<AuxiliaryObject> isMeant) {
        return withDependents(
                schema.auxiliaryObjects().stream()
                        .filter(CompositeChange::isComposite)
                        .toList(),
                schema,
                isMeant);
    }

    private static Set<ObjectId> neededBy(AuxiliaryObject object, Schema schema) {
        return schema.dependencies().neededBy(new OfObject(object.identity()));
    }

    /** The types that are meant, those with attributes of them, and so on, each behind what it stands on. */
    private static List<AuxiliaryObject> withDependents(
            List<AuxiliaryObject> types, Schema schema, Predicate<AuxiliaryObject> isMeant) {
        List<AuxiliaryObject> found = new ArrayList<>();
        List<AuxiliaryObject> others = new ArrayList<>(types);
        boolean isMore = true;
        while (isMore) {
            List<AuxiliaryObject> next = others.stream()
                    .filter(other -> isMeant.test(other)
                            || found.stream().anyMatch(type -> ObjectDependencies.needs(other, type, schema)))
                    .toList();
            found.addAll(next);
            isMore = others.removeAll(next);
        }
        return found;
    }

    /** How the columns of the types get their values back from text. */
    static List<ChangeColumn> comingBack(List<AuxiliaryObject> types, Schema schema) {
        List<ChangeColumn> changes = new ArrayList<>();
        forEach(types, schema, (table, column) -> changes.add(ReleasedColumns.comeBack(table, column, MEANWHILE)));
        return changes;
    }

    /** Calls {@code action} for the columns that hold values of one of the types, or arrays of them. */
    private static void forEach(List<AuxiliaryObject> types, Schema schema, BiConsumer<QualifiedName, Column> action) {
        if (types.isEmpty()) {
            return;
        }
        Set<String> names = types.stream().map(CompositeChange::name).collect(Collectors.toSet());
        for (Table table : schema.tables()) {
            if (table.partitionOf() == null) { // A partition's columns follow their parent's.
                table.columns().stream()
                        .filter(column ->
                                names.contains(TypeFamily.element(column.type()).sql()))
                        .forEach(column -> action.accept(table.name(), column));
            }
        }
    }
}
