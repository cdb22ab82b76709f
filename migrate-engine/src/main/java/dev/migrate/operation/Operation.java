package dev.migrate.operation;

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

/**
 * One thing that a migration does.
 *
 * <p>Each is either {@link Reversible}, because it carries everything its inverse needs, or it is not: the type says
 * so, and nobody finds out at run time. The variants are nested in the interface of their theme.
 */
public sealed interface Operation
        permits Reversible,
                ColumnOperation,
                ConstraintOperation,
                CustomOperation,
                DataOperation,
                DefinitionOperation,
                DomainOperation,
                EnumOperation,
                IndexOperation,
                ObjectOperation,
                SequenceOperation,
                StatisticsOperation,
                TableOperation {

    /** Calls the visitor's method for this operation. */
    <R> R accept(Visitor<R> visitor);

    /** One method per operation: a renderer that forgets one doesn't compile. */
    interface Visitor<R> {
        R createTable(CreateTable operation);

        R dropTable(DropTable operation);

        R renameTable(RenameTable operation);

        R setTableSchema(SetTableSchema operation);

        R addColumn(AddColumn operation);

        R dropColumn(DropColumn operation);

        R dropColumnByName(DropColumnByName operation);

        R renameColumn(RenameColumn operation);

        R changeColumn(ChangeColumn operation);

        R alterColumn(AlterColumn operation);

        R alterColumns(AlterColumns operation);

        R createIndex(CreateIndex operation);

        R dropIndex(DropIndex operation);

        R dropIndexByName(DropIndexByName operation);

        R renameIndex(RenameIndex operation);

        R addConstraint(AddConstraint operation);

        R dropConstraint(DropConstraint operation);

        R dropConstraintByName(DropConstraintByName operation);

        R renameConstraint(RenameConstraint operation);

        R validateConstraint(ValidateConstraint operation);

        R createSequence(CreateSequence operation);

        R dropSequence(DropSequence operation);

        R changeSequence(ChangeSequence operation);

        R renameSequence(RenameSequence operation);

        R setSequenceSchema(SetSequenceSchema operation);

        R createStatistics(CreateStatistics operation);

        R dropStatistics(DropStatistics operation);

        R setStatisticsTarget(SetStatisticsTarget operation);

        R createEnum(CreateEnum operation);

        R dropEnum(DropEnum operation);

        R addEnumValue(AddEnumValue operation);

        R renameEnumValue(RenameEnumValue operation);

        R changeEnum(ChangeEnum operation);

        R changeMeanings(ChangeMeanings operation);

        R renameConstant(RenameConstant operation);

        R createSchema(CreateSchema operation);

        R dropSchema(DropSchema operation);

        R createExtension(CreateExtension operation);

        R dropExtension(DropExtension operation);

        R createDomain(CreateDomain operation);

        R dropDomain(DropDomain operation);

        R createAuxiliaryObject(CreateAuxiliaryObject operation);

        R dropAuxiliaryObject(DropAuxiliaryObject operation);

        R dropByName(DropByName operation);

        R setComment(SetComment operation);

        R execute(Execute operation);

        R setRowSecurity(SetRowSecurity operation);

        R attachPartition(AttachPartition operation);

        R detachPartition(DetachPartition operation);

        R detachPartitionByName(DetachPartitionByName operation);

        R addConstraintUsingIndex(AddConstraintUsingIndex operation);

        R addNotNull(AddNotNull operation);

        R dropNotNull(DropNotNull operation);

        R alterSequence(AlterSequence operation);

        R grantToInserters(GrantToInserters operation);

        R changeDomain(ChangeDomain operation);

        R alterDomain(AlterDomain operation);

        R createObject(CreateObject operation);

        R dropObject(DropObject operation);

        R replaceObject(ReplaceObject operation);

        R createOrReplaceObject(CreateOrReplaceObject operation);

        R dropObjectByReference(DropObjectByReference operation);

        R commentOn(CommentOn operation);

        R bulkInsert(BulkInsert operation);

        R update(Update operation);

        R backfill(Backfill operation);

        R require(Require operation);

        R custom(CustomOperation operation);
    }
}
