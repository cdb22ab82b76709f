package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.dependency.Descendants;
import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * What comes behind an operation, and tells whether that one can wait until the end. What is added is part of the end, so
 * only its names may stand in the way; what is dropped has to be gone before what it depends on changes.
 */
record Later(List<Reversible> operations) {

    /** What an index may be made of, or be about. */
    private static final Set<Class<? extends Reversible>> FOUNDATIONS = Set.of(
            DropAuxiliaryObject.class,
            DropDomain.class,
            ChangeDomain.class,
            DropEnum.class,
            ChangeEnum.class,
            DropExtension.class,
            DropSchema.class);

    /** Whether an operation changes or drops what an index, a column or a table may be made of. */
    static boolean isFoundation(Reversible operation) {
        return FOUNDATIONS.contains(operation.getClass());
    }

    /** Whether a table, or a column of it, is called differently in the end. */
    boolean renames(QualifiedName table) {
        return operations.stream().anyMatch(operation -> isRename(operation, table));
    }

    /** Whether a value of an enum type that an index or a check is about is called differently in the end. */
    boolean renamesValueOf(Record definition) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof RenameEnumValue rename
                        && definition.toString().contains(Literals.literal(rename.value())));
    }

    private static boolean isRename(Reversible operation, QualifiedName table) {
        return (operation instanceof TableRenaming rename && rename.table().equals(table))
                || (operation instanceof RenameColumn column && column.table().equals(table));
    }

    /** Whether something needs the index to be gone: a partition's or a child's columns change with those of its parents. */
    boolean waitsFor(Index index, Schema existing) {
        Set<QualifiedName> tables = Descendants.ancestors(index.table(), existing);
        return operations.stream()
                .anyMatch(operation -> isFoundation(operation)
                        || tables.stream().anyMatch(table -> isRename(operation, table) || changes(operation, table)));
    }

    /** Whether something needs the name of the index. */
    boolean takesNameOf(Index index) {
        return operations.stream().anyMatch(operation -> RelationNames.takenBy(operation)
                .contains(index.qualifiedName().toString()));
    }

    private static boolean changes(Reversible operation, QualifiedName table) {
        return (operation instanceof DropTable drop && drop.table().name().equals(table))
                || (operation instanceof DropColumn column && column.table().equals(table))
                || (operation instanceof ChangeColumn change && change.table().equals(table));
    }
}
