package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What beside columns depends on an enum type, and so keeps PostgreSQL from dropping it when it is replaced, as the
 * operations that make it again.
 */
final class EnumDependents {

    private static final String CAST = "cast ";

    private EnumDependents() {}

    /** The casts from and to the type. */
    static List<Reversible> casts(EnumType type, Schema schema) {
        return schema.auxiliaryObjects().stream()
                .filter(object -> object.identity().startsWith(CAST))
                .filter(object -> mentions(type, object.identity()))
                .<Reversible>map(CreateAuxiliaryObject::new)
                .toList();
    }

    /** The composite types with an attribute of the type, and those with an attribute of such a one, behind it. */
    static List<Reversible> composites(EnumType type, Schema schema) {
        List<AuxiliaryObject> found = new ArrayList<>();
        List<AuxiliaryObject> others = new ArrayList<>(schema.auxiliaryObjects().stream()
                .filter(CompositeChange::isComposite)
                .toList());
        boolean isMore = true;
        while (isMore) {
            List<AuxiliaryObject> next = others.stream()
                    .filter(other -> mentions(type, other.create())
                            || found.stream().anyMatch(object -> ObjectDependencies.isAbout(other.create(), object)))
                    .toList();
            found.addAll(next);
            isMore = others.removeAll(next);
        }
        return found.stream().<Reversible>map(CreateAuxiliaryObject::new).toList();
    }

    /** What a table says in terms of the type's values: generated columns, checks, indexes. */
    static List<Reversible> inTables(EnumType type, Schema schema) {
        List<Reversible> dependents = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.columns().stream()
                    .filter(column -> isGeneratedFrom(type, column))
                    .forEach(column -> dependents.add(new AddColumn(table.name(), column)));
            table.constraintsOf(Check.class).stream()
                    .filter(check -> mentions(type, check.expression().normal()))
                    .forEach(check -> dependents.add(new AddConstraint(table.name(), check)));
            table.indexes().stream()
                    .filter(index -> Expressions.of(index).anyMatch(each -> mentions(type, each.normal())))
                    .forEach(index -> dependents.add(new CreateIndex(index)));
        }
        return dependents;
    }

    private static boolean isGeneratedFrom(EnumType type, Column column) {
        return column.generated() != null
                && mentions(type, column.generated().expression().normal());
    }

    private static boolean mentions(EnumType type, String sql) {
        return SqlText.mentions(sql, type.name().name());
    }
}
