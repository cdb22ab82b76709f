package dev.migrate.autogen.diff.text;

import dev.migrate.autogen.diff.comparison.ObjectDiff;
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
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was detected, in the words people know: {@code Added column agents.status}. */
public final class DetectedText implements Operation.Visitor<String> {

    /** One line for each operation, in their order; one for a generated column that goes and comes with another formula. */
    public static List<String> of(List<? extends Operation> operations) {
        Set<String> gone = new HashSet<>();
        Set<String> recomputed = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof DropColumn drop && drop.column().generated() != null) {
                gone.add(of(drop.table(), drop.column().name()));
            } else if (operation instanceof AddColumn add && add.column().generated() != null) {
                recomputed.add(of(add.table(), add.column().name()));
            }
        }
        recomputed.retainAll(gone);
        DetectedText text = new DetectedText(recomputed);
        return operations.stream()
                .filter(operation -> !(operation instanceof DropColumn drop
                        && recomputed.contains(of(drop.table(), drop.column().name()))))
                .map(operation -> operation.accept(text))
                .toList();
    }

    private final Set<String> recomputed;

    private DetectedText(Set<String> recomputed) {
        this.recomputed = recomputed;
    }

    private static String of(QualifiedName table, String column) {
        return table + "." + column;
    }

    private static String column(QualifiedName table, String column, List<String> changes) {
        return "Changed column " + of(table, column) + ": " + String.join(", ", changes);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String createTable(CreateTable operation) {
        return "Added table " + operation.table().name();
    }

    @Override
    public String dropTable(DropTable operation) {
        return "Removed table " + operation.table().name();
    }

    @Override
    public String renameTable(RenameTable operation) {
        return "Renamed table " + operation.table() + " to " + operation.newName();
    }

    @Override
    public String setTableSchema(SetTableSchema operation) {
        return "Moved table " + operation.table() + " to " + schema(operation.schema());
    }

    @Override
    public String setSequenceSchema(SetSequenceSchema operation) {
        return "Moved sequence " + operation.sequence() + " to " + schema(operation.schema());
    }

    private static String schema(@Nullable String schema) {
        return schema == null ? "the default schema" : "schema " + schema;
    }

    @Override
    public String addColumn(AddColumn operation) {
        String name = of(operation.table(), operation.column().name());
        return (recomputed.contains(name) ? "Recomputed column " : "Added column ") + name;
    }

    @Override
    public String dropColumn(DropColumn operation) {
        return "Removed column " + of(operation.table(), operation.column().name());
    }

    @Override
    public String dropColumnByName(DropColumnByName operation) {
        return "Removed column " + of(operation.table(), operation.column());
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return "Renamed column " + of(operation.table(), operation.column()) + " to " + operation.newName();
    }

    @Override
    public String changeColumn(ChangeColumn operation) {
        return column(operation.table(), operation.from().name(), ColumnText.difference(operation));
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        return column(operation.table(), operation.column(), ColumnText.changes(operation.changes()));
    }

    @Override
    public String alterColumns(AlterColumns operation) {
        return operation.each().stream().map(this::alterColumn).collect(Collectors.joining("; "));
    }

    @Override
    public String createIndex(CreateIndex operation) {
        return "Added " + PartText.of(operation.index());
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return "Removed " + PartText.of(operation.index());
    }

    @Override
    public String dropIndexByName(DropIndexByName operation) {
        return "Removed index " + operation.index();
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return "Renamed index " + operation.index() + " to " + operation.newName();
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return "Added " + PartText.of(operation.table(), operation.constraint());
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return "Removed " + PartText.of(operation.table(), operation.constraint());
    }

    @Override
    public String dropConstraintByName(DropConstraintByName operation) {
        return "Removed constraint " + operation.constraint() + " of " + operation.table();
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return "Renamed constraint " + operation.constraint() + " of " + operation.table() + " to "
                + operation.newName();
    }

    @Override
    public String validateConstraint(ValidateConstraint operation) {
        return "Validated constraint " + operation.constraint() + " of " + operation.table();
    }

    @Override
    public String addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        return "Added constraint " + operation.constraint() + " of " + operation.table();
    }

    @Override
    public String addNotNull(AddNotNull operation) {
        return "Added constraint " + operation.constraint() + " of " + operation.table();
    }

    @Override
    public String dropNotNull(DropNotNull operation) {
        return "Removed constraint " + operation.constraint() + " of " + operation.table();
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return "Added sequence " + operation.sequence().name();
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return "Removed sequence " + operation.sequence().name();
    }

    @Override
    public String changeSequence(ChangeSequence operation) {
        return "Changed sequence " + operation.to().name() + ": "
                + String.join(", ", SequenceText.difference(operation));
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        return "Changed sequence " + operation.sequence();
    }

    @Override
    public String grantToInserters(GrantToInserters operation) {
        return "Granted sequence " + operation.sequence() + " to those who insert into "
                + operation.tables().stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String renameSequence(RenameSequence operation) {
        return "Renamed sequence " + operation.sequence() + " to " + operation.newName();
    }

    @Override
    public String createStatistics(CreateStatistics operation) {
        return "Added statistics " + operation.statistics().name();
    }

    @Override
    public String dropStatistics(DropStatistics operation) {
        return "Removed statistics " + operation.statistics().name();
    }

    @Override
    public String setStatisticsTarget(SetStatisticsTarget operation) {
        return "Changed statistics " + operation.statistics() + ": target " + target(operation.from()) + " to "
                + target(operation.to());
    }

    private static String target(@Nullable Integer target) {
        return target == null ? "default" : target.toString();
    }

    @Override
    public String createEnum(CreateEnum operation) {
        return "Added enum type " + operation.type().name();
    }

    @Override
    public String dropEnum(DropEnum operation) {
        return "Removed enum type " + operation.type().name();
    }

    @Override
    public String addEnumValue(AddEnumValue operation) {
        return "Added value " + operation.value() + " of enum type " + operation.type();
    }

    @Override
    public String renameEnumValue(RenameEnumValue operation) {
        return "Renamed value " + operation.value() + " of enum type " + operation.type() + " to "
                + operation.newValue();
    }

    @Override
    public String changeMeanings(ChangeMeanings operation) {
        String column = operation.table() + "." + operation.column();
        String what = operation.kind() == Kind.ORDINALS ? "the ordinals of " : "the entities in ";
        List<String> to = operation.written(operation.to());
        return operation.from().isEmpty()
                ? "Recorded " + what + column + " as " + to
                : "Changed " + what + column + " from " + operation.written(operation.from()) + " to " + to;
    }

    @Override
    public String renameConstant(RenameConstant operation) {
        return "Renamed " + operation.constant() + " to " + operation.newName() + " in " + operation.table() + "."
                + operation.column();
    }

    @Override
    public String changeEnum(ChangeEnum operation) {
        return "Changed enum type " + operation.to().name() + " from "
                + operation.from().values() + " to " + operation.to().values();
    }

    @Override
    public String createSchema(CreateSchema operation) {
        return "Added schema " + operation.name();
    }

    @Override
    public String dropSchema(DropSchema operation) {
        return "Removed schema " + operation.name();
    }

    @Override
    public String createExtension(CreateExtension operation) {
        return "Added extension " + operation.extension().name();
    }

    @Override
    public String dropExtension(DropExtension operation) {
        return "Removed extension " + operation.extension().name();
    }

    @Override
    public String createDomain(CreateDomain operation) {
        return "Added domain " + operation.domain().name();
    }

    @Override
    public String dropDomain(DropDomain operation) {
        return "Removed domain " + operation.domain().name();
    }

    @Override
    public String changeDomain(ChangeDomain operation) {
        return "Changed domain " + operation.to().name();
    }

    @Override
    public String alterDomain(AlterDomain operation) {
        return "Changed domain " + operation.domain();
    }

    @Override
    public String createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return (ObjectDiff.isChange(operation.object()) ? "Changed " : "Added ")
                + operation.object().identity();
    }

    @Override
    public String dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return "Removed " + operation.object().identity();
    }

    @Override
    public String dropByName(DropByName operation) {
        return "Removed " + words(operation.kind().name()) + " " + operation.name();
    }

    @Override
    public String setComment(SetComment operation) {
        return (operation.to() == null ? "Removed comment on " : "Changed comment on ")
                + operation.target().accept(new CommentedText());
    }

    @Override
    public String commentOn(CommentOn operation) {
        return "Changed comment on " + operation.target().accept(new CommentedText());
    }

    @Override
    public String execute(Execute operation) {
        return "Ran SQL";
    }

    @Override
    public String setRowSecurity(SetRowSecurity operation) {
        return "Changed row level security of table " + operation.table();
    }

    @Override
    public String attachPartition(AttachPartition operation) {
        return "Attached partition " + operation.partition() + " to " + operation.table();
    }

    @Override
    public String detachPartition(DetachPartition operation) {
        return "Detached partition " + operation.partition() + " from " + operation.table();
    }

    @Override
    public String detachPartitionByName(DetachPartitionByName operation) {
        return "Detached partition " + operation.partition() + " from " + operation.table();
    }

    @Override
    public String createObject(CreateObject operation) {
        return "Added " + operation.object().reference();
    }

    @Override
    public String dropObject(DropObject operation) {
        return "Removed " + operation.object().reference();
    }

    @Override
    public String replaceObject(ReplaceObject operation) {
        return "Changed " + operation.to().reference();
    }

    @Override
    public String createOrReplaceObject(CreateOrReplaceObject operation) {
        return "Changed " + operation.object().reference();
    }

    @Override
    public String dropObjectByReference(DropObjectByReference operation) {
        return "Removed " + operation.reference();
    }

    @Override
    public String bulkInsert(BulkInsert operation) {
        return "Inserted rows into " + operation.table();
    }

    @Override
    public String update(Update operation) {
        return "Updated rows of " + operation.table();
    }

    @Override
    public String backfill(Backfill operation) {
        return "Updated rows of " + operation.table();
    }

    @Override
    public String require(Require operation) {
        return "Required: " + operation.rule();
    }

    @Override
    public String custom(CustomOperation operation) {
        return "Ran " + operation.getClass().getSimpleName();
    }
}
