package dev.migrate.ddl;

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
import dev.migrate.operation.Statement;
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
import java.util.List;

/** Says for each operation who writes it. */
final class StatementVisitor implements Operation.Visitor<List<Statement>> {

    private final ServerVersion version;
    private final ConstraintDdl constraints;
    private final IndexDdl indexes;
    private final ColumnDdl columns;
    private final TableDdl tables;
    private final DomainDdl domains;
    private final DefinitionDdl definitions;
    private final EnumDdl enums;
    private final StatisticsDdl statistics;

    StatementVisitor(ServerVersion version) {
        this.version = version;
        constraints = new ConstraintDdl(version);
        indexes = new IndexDdl(version);
        columns = new ColumnDdl(version, constraints);
        tables = new TableDdl(version, columns, constraints, indexes);
        domains = new DomainDdl(constraints);
        definitions = new DefinitionDdl(version);
        enums = new EnumDdl(operation -> operation.accept(this));
        statistics = new StatisticsDdl(version);
    }

    @Override
    public List<Statement> createTable(CreateTable operation) {
        return tables.create(operation.table());
    }

    @Override
    public List<Statement> dropTable(DropTable operation) {
        return List.of(TableDdl.drop(operation.table().name()));
    }

    @Override
    public List<Statement> renameTable(RenameTable operation) {
        return List.of(TableDdl.rename(operation.table(), operation.newName()));
    }

    @Override
    public List<Statement> setTableSchema(SetTableSchema operation) {
        return List.of(SchemaDdl.move("TABLE", operation.table(), operation.schema()));
    }

    @Override
    public List<Statement> setSequenceSchema(SetSequenceSchema operation) {
        return List.of(SchemaDdl.move("SEQUENCE", operation.sequence(), operation.schema()));
    }

    @Override
    public List<Statement> addColumn(AddColumn operation) {
        return columns.add(operation);
    }

    @Override
    public List<Statement> dropColumn(DropColumn operation) {
        return List.of(ColumnDdl.drop(operation.table(), operation.column().name(), false, false));
    }

    @Override
    public List<Statement> dropColumnByName(DropColumnByName operation) {
        return List.of(
                ColumnDdl.drop(operation.table(), operation.column(), operation.ifExists(), operation.cascade()));
    }

    @Override
    public List<Statement> renameColumn(RenameColumn operation) {
        return List.of(ColumnDdl.rename(operation.table(), operation.column(), operation.newName()));
    }

    @Override
    public List<Statement> changeColumn(ChangeColumn operation) {
        return ColumnChangeDdl.alter(
                version, operation.table(), operation.from().name(), operation.changes());
    }

    @Override
    public List<Statement> alterColumn(AlterColumn operation) {
        return ColumnChangeDdl.alter(version, operation.table(), operation.column(), operation.changes());
    }

    @Override
    public List<Statement> alterColumns(AlterColumns operation) {
        return ColumnChangeDdl.alter(version, operation.table(), operation.columns());
    }

    @Override
    public List<Statement> createIndex(CreateIndex operation) {
        return List.of(indexes.create(operation.index()));
    }

    @Override
    public List<Statement> dropIndex(DropIndex operation) {
        return List.of(indexes.drop(operation.index()));
    }

    @Override
    public List<Statement> dropIndexByName(DropIndexByName operation) {
        return List.of(indexes.drop(operation));
    }

    @Override
    public List<Statement> renameIndex(RenameIndex operation) {
        return List.of(indexes.rename(operation));
    }

    @Override
    public List<Statement> addConstraint(AddConstraint operation) {
        return List.of(constraints.add(operation.table(), operation.constraint()));
    }

    @Override
    public List<Statement> dropConstraint(DropConstraint operation) {
        return List.of(constraints.drop(operation));
    }

    @Override
    public List<Statement> dropConstraintByName(DropConstraintByName operation) {
        return List.of(ConstraintDdl.drop(
                operation.table(), operation.constraint(), operation.ifExists(), operation.cascade()));
    }

    @Override
    public List<Statement> renameConstraint(RenameConstraint operation) {
        return List.of(ConstraintDdl.rename(operation));
    }

    @Override
    public List<Statement> validateConstraint(ValidateConstraint operation) {
        return List.of(ConstraintDdl.validate(operation));
    }

    @Override
    public List<Statement> createSequence(CreateSequence operation) {
        return SequenceDdl.create(operation.sequence());
    }

    @Override
    public List<Statement> dropSequence(DropSequence operation) {
        return List.of(SequenceDdl.drop(operation.sequence()));
    }

    @Override
    public List<Statement> changeSequence(ChangeSequence operation) {
        return SequenceDdl.change(operation);
    }

    @Override
    public List<Statement> renameSequence(RenameSequence operation) {
        return List.of(SequenceDdl.rename(operation));
    }

    @Override
    public List<Statement> createStatistics(CreateStatistics operation) {
        return statistics.create(operation.statistics());
    }

    @Override
    public List<Statement> dropStatistics(DropStatistics operation) {
        return List.of(StatisticsDdl.drop(operation.statistics()));
    }

    @Override
    public List<Statement> setStatisticsTarget(SetStatisticsTarget operation) {
        return List.of(StatisticsDdl.setTarget(operation));
    }

    @Override
    public List<Statement> createEnum(CreateEnum operation) {
        return EnumDdl.create(operation.type());
    }

    @Override
    public List<Statement> dropEnum(DropEnum operation) {
        return List.of(EnumDdl.drop(operation.type().name()));
    }

    @Override
    public List<Statement> addEnumValue(AddEnumValue operation) {
        return List.of(EnumDdl.addValue(operation));
    }

    @Override
    public List<Statement> renameEnumValue(RenameEnumValue operation) {
        return List.of(EnumDdl.renameValue(operation));
    }

    @Override
    public List<Statement> changeMeanings(ChangeMeanings operation) {
        return MeaningsDdl.change(operation);
    }

    @Override
    public List<Statement> renameConstant(RenameConstant operation) {
        return List.of(MeaningsDdl.rename(operation));
    }

    @Override
    public List<Statement> changeEnum(ChangeEnum operation) {
        return enums.change(operation);
    }

    @Override
    public List<Statement> createSchema(CreateSchema operation) {
        return List.of(ObjectDdl.createSchema(operation));
    }

    @Override
    public List<Statement> dropSchema(DropSchema operation) {
        return List.of(ObjectDdl.dropSchema(operation.name()));
    }

    @Override
    public List<Statement> createExtension(CreateExtension operation) {
        return List.of(ObjectDdl.createExtension(operation.extension()));
    }

    @Override
    public List<Statement> dropExtension(DropExtension operation) {
        return List.of(ObjectDdl.dropExtension(operation.extension().name()));
    }

    @Override
    public List<Statement> createDomain(CreateDomain operation) {
        return domains.create(operation.domain());
    }

    @Override
    public List<Statement> dropDomain(DropDomain operation) {
        return List.of(DomainDdl.drop(operation.domain()));
    }

    @Override
    public List<Statement> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return SqlScript.split(operation.object().create());
    }

    @Override
    public List<Statement> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return SqlScript.split(operation.object().drop());
    }

    @Override
    public List<Statement> dropByName(DropByName operation) {
        return List.of(ObjectDdl.dropByName(operation));
    }

    @Override
    public List<Statement> setComment(SetComment operation) {
        return List.of(CommentDdl.comment(operation.target(), operation.to()));
    }

    @Override
    public List<Statement> execute(Execute operation) {
        return SqlScript.split(operation.sql());
    }

    @Override
    public List<Statement> setRowSecurity(SetRowSecurity operation) {
        return List.of(TableDdl.rowSecurity(operation));
    }

    @Override
    public List<Statement> attachPartition(AttachPartition operation) {
        return List.of(TableDdl.attach(operation));
    }

    @Override
    public List<Statement> detachPartition(DetachPartition operation) {
        return List.of(tables.detach(operation.table(), operation.partition(), operation.concurrently()));
    }

    @Override
    public List<Statement> detachPartitionByName(DetachPartitionByName operation) {
        return List.of(tables.detach(operation.table(), operation.partition(), operation.concurrently()));
    }

    @Override
    public List<Statement> addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        return List.of(ConstraintDdl.addUsingIndex(operation));
    }

    @Override
    public List<Statement> addNotNull(AddNotNull operation) {
        return List.of(constraints.addNotNull(operation));
    }

    @Override
    public List<Statement> dropNotNull(DropNotNull operation) {
        return List.of(ConstraintDdl.drop(operation.table(), operation.constraint(), false, false));
    }

    @Override
    public List<Statement> grantToInserters(GrantToInserters operation) {
        return List.of(SequenceDdl.grant(operation));
    }

    @Override
    public List<Statement> alterSequence(AlterSequence operation) {
        return List.of(SequenceDdl.alter(operation));
    }

    @Override
    public List<Statement> changeDomain(ChangeDomain operation) {
        return domains.change(operation);
    }

    @Override
    public List<Statement> alterDomain(AlterDomain operation) {
        return domains.alter(operation.domain(), operation.changes());
    }

    @Override
    public List<Statement> createObject(CreateObject operation) {
        return definitions.create(operation.object());
    }

    @Override
    public List<Statement> dropObject(DropObject operation) {
        return List.of(DefinitionDdl.drop(operation.object()));
    }

    @Override
    public List<Statement> replaceObject(ReplaceObject operation) {
        return definitions.replace(operation);
    }

    @Override
    public List<Statement> createOrReplaceObject(CreateOrReplaceObject operation) {
        return definitions.createOrReplace(operation.object());
    }

    @Override
    public List<Statement> dropObjectByReference(DropObjectByReference operation) {
        return List.of(ReferenceDdl.drop(operation.reference(), operation.ifExists(), operation.cascade()));
    }

    @Override
    public List<Statement> commentOn(CommentOn operation) {
        return List.of(CommentDdl.comment(operation.target(), operation.text()));
    }

    @Override
    public List<Statement> bulkInsert(BulkInsert operation) {
        return DataDdl.insert(operation);
    }

    @Override
    public List<Statement> update(Update operation) {
        return List.of(DataDdl.update(operation));
    }

    @Override
    public List<Statement> backfill(Backfill operation) {
        return List.of(new BackfillSql(operation).script());
    }

    @Override
    public List<Statement> require(Require operation) {
        return List.of(RequirementSql.check(List.of(operation)));
    }

    @Override
    public List<Statement> custom(CustomOperation operation) {
        return SqlScript.split(operation.sql(version.major()));
    }
}
