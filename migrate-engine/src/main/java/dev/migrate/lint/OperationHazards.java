package dev.migrate.lint;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each operation does to tables in use. The answer is whether the operation says it all; if not, its SQL has to be
 * read.
 */
record OperationHazards(
        KnownSchema schema,
        ColumnHazards columns,
        ConstraintHazards constraints,
        RawHazards raw,
        RawTableHazards tables,
        Findings findings)
        implements HarmlessOperations {

    @Override
    public Boolean createTable(CreateTable operation) {
        PartitionOf partition = operation.table().partitionOf();
        if (partition != null) {
            tables.createPartition(operation.table().name(), partition.parent());
        }
        operation.table().constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(key -> ((ForeignKey) key).target())
                .filter(target -> !target.equals(operation.table().name()))
                .forEach(constraints::lock);
        return true;
    }

    @Override
    public Boolean attachPartition(AttachPartition operation) {
        tables.attach(operation.table(), operation.partition());
        return true;
    }

    @Override
    public Boolean setRowSecurity(SetRowSecurity operation) {
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean dropSequence(DropSequence operation) {
        raw.dropSequence(operation.sequence().name());
        return true;
    }

    @Override
    public Boolean renameSequence(RenameSequence operation) {
        raw.renameSequence(operation.sequence(), operation.newName());
        return true;
    }

    @Override
    public Boolean setSequenceSchema(SetSequenceSchema operation) {
        QualifiedName moved = operation.sequence().inSchema(operation.schema());
        raw.renameSequence(operation.sequence(), moved.toString());
        return true;
    }

    @Override
    public Boolean renameEnumValue(RenameEnumValue operation) {
        raw.renameEnumValue(operation.type());
        return true;
    }

    @Override
    public Boolean dropTable(DropTable operation) {
        raw.dropTable(operation.table().name());
        return true;
    }

    @Override
    public Boolean renameTable(RenameTable operation) {
        tables.renameTable(operation.table(), operation.newName());
        return true;
    }

    @Override
    public Boolean setTableSchema(SetTableSchema operation) {
        tables.moveTable(operation.table(), operation.schema());
        return true;
    }

    @Override
    public Boolean addColumn(AddColumn operation) {
        columns.add(operation);
        ForeignKey reference = operation.reference();
        if (reference != null) {
            // In an empty column PostgreSQL looks at no row.
            constraints.add(operation.table(), operation.column().isUnfilled() ? reference.notValid() : reference);
        }
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean dropColumn(DropColumn operation) {
        columns.drop(operation.table(), operation.column().name(), Optional.of(operation.column()));
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean dropColumnByName(DropColumnByName operation) {
        columns.drop(operation.table(), operation.column());
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean renameColumn(RenameColumn operation) {
        columns.rename(operation.table(), operation.column(), operation.newName());
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean changeColumn(ChangeColumn operation) {
        columns.change(operation);
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean alterColumn(AlterColumn operation) {
        columns.alter(operation);
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean alterColumns(AlterColumns operation) {
        operation.each().forEach(columns::alter);
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean createIndex(CreateIndex operation) {
        Index index = operation.index();
        if (!index.isConcurrent()) {
            raw.buildIndex(index.name(), index.table());
        }
        return true;
    }

    @Override
    public Boolean dropIndex(DropIndex operation) {
        raw.dropIndex(operation.index().qualifiedName(), operation.index().isConcurrent());
        return true;
    }

    @Override
    public Boolean dropIndexByName(DropIndexByName operation) {
        raw.dropIndex(operation.index(), operation.concurrently());
        return true;
    }

    @Override
    public Boolean addConstraint(AddConstraint operation) {
        constraints.add(operation.table(), operation.constraint());
        return true;
    }

    @Override
    public Boolean dropConstraint(DropConstraint operation) {
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean dropConstraintByName(DropConstraintByName operation) {
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean renameConstraint(RenameConstraint operation) {
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean validateConstraint(ValidateConstraint operation) {
        constraints.validate(operation);
        return true;
    }

    @Override
    public Boolean changeMeanings(ChangeMeanings operation) {
        if (!operation.moved().isEmpty()) {
            raw.someRows(operation.table());
        }
        return true;
    }

    @Override
    public Boolean renameConstant(RenameConstant operation) {
        raw.someRows(operation.table());
        return true;
    }

    @Override
    public Boolean changeEnum(ChangeEnum operation) {
        replaceEnum(operation);
        return true;
    }

    @Override
    public Boolean createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return false;
    }

    @Override
    public Boolean dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return false;
    }

    @Override
    public Boolean dropByName(DropByName operation) {
        if (operation.kind() == Kind.TABLE) {
            raw.dropTable(operation.name());
        } else if (operation.kind() == Kind.SEQUENCE) {
            raw.dropSequence(operation.name());
        }
        return true;
    }

    @Override
    public Boolean execute(Execute operation) {
        return false;
    }

    @Override
    public Boolean detachPartition(DetachPartition operation) {
        if (!operation.concurrently()) {
            tables.detach(operation.table());
        }
        return true;
    }

    @Override
    public Boolean detachPartitionByName(DetachPartitionByName operation) {
        if (!operation.concurrently()) {
            tables.detach(operation.table());
        }
        return true;
    }

    @Override
    public Boolean addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        columns.use(operation);
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean addNotNull(AddNotNull operation) {
        columns.add(operation);
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean dropNotNull(DropNotNull operation) {
        constraints.lock(operation.table());
        return true;
    }

    @Override
    public Boolean update(Update operation) {
        if (operation.where() == null) {
            raw.allRows(operation.table(), "UPDATE");
        } else {
            raw.someRows(operation.table());
        }
        return true;
    }

    @Override
    public Boolean custom(CustomOperation operation) {
        return false;
    }

    /** A label that another one takes over can't be told from it any more. */
    private void labels(ChangeEnum change) {
        List<String> gone = change.from().values().stream()
                .filter(label -> !change.to().values().contains(label))
                .filter(label -> !change.mapping().containsKey(label)
                        || change.from().values().contains(change.mapping().get(label))
                        || Collections.frequency(
                                        change.mapping().values(),
                                        change.mapping().get(label))
                                > 1)
                .map(label -> "'" + label + "'")
                .toList();
        if (!gone.isEmpty()) {
            findings.loses(
                    Rule.ENUM_REPLACED,
                    change.from().name(),
                    change.from().name() + " loses " + String.join(", ", gone)
                            + ": a row that holds such a label gets another one, or stops the change.");
        }
    }

    private void replaceEnum(ChangeEnum change) {
        List<QualifiedName> used = change.uses().stream()
                .map(Use::table)
                .distinct()
                .filter(table -> !schema.table(table).isNew())
                .sorted()
                .toList();
        if (!used.isEmpty()) {
            labels(change);
        }
        if (!change.onlyAdds() && !used.isEmpty()) {
            findings.add(
                    Rule.ENUM_REPLACED,
                    change.from().name(),
                    "Replacing " + change.from().name() + " rewrites "
                            + used.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
                            + ": reads and writes wait until it is done (ACCESS EXCLUSIVE).");
        }
    }
}
