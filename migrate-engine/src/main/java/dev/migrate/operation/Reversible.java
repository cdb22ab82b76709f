package dev.migrate.operation;

/** An operation that carries all that undoing it needs. */
public sealed interface Reversible extends Operation
        permits ColumnOperation.AddColumn,
                ColumnOperation.ChangeColumn,
                ColumnOperation.DropColumn,
                ColumnOperation.RenameColumn,
                ConstraintOperation.AddConstraint,
                ConstraintOperation.AddNotNull,
                ConstraintOperation.DropConstraint,
                ConstraintOperation.DropNotNull,
                ConstraintOperation.RenameConstraint,
                CustomOperation.Invertible,
                DefinitionOperation.CreateObject,
                DefinitionOperation.DropObject,
                DefinitionOperation.ReplaceObject,
                DomainOperation.ChangeDomain,
                EnumOperation.ChangeEnum,
                EnumOperation.ChangeMeanings,
                EnumOperation.CreateEnum,
                EnumOperation.DropEnum,
                EnumOperation.RenameConstant,
                EnumOperation.RenameEnumValue,
                IndexOperation.CreateIndex,
                IndexOperation.DropIndex,
                IndexOperation.RenameIndex,
                ObjectOperation.CreateAuxiliaryObject,
                ObjectOperation.CreateDomain,
                ObjectOperation.CreateExtension,
                ObjectOperation.CreateSchema,
                ObjectOperation.DropAuxiliaryObject,
                ObjectOperation.DropDomain,
                ObjectOperation.DropExtension,
                ObjectOperation.DropSchema,
                ObjectOperation.SetComment,
                SequenceOperation.ChangeSequence,
                SequenceOperation.CreateSequence,
                SequenceOperation.DropSequence,
                SequenceOperation.RenameSequence,
                SequenceOperation.SetSequenceSchema,
                StatisticsOperation.CreateStatistics,
                StatisticsOperation.DropStatistics,
                StatisticsOperation.SetStatisticsTarget,
                TableOperation.AttachPartition,
                TableOperation.CreateTable,
                TableOperation.DetachPartition,
                TableOperation.DropTable,
                TableOperation.RenameTable,
                TableOperation.SetRowSecurity,
                TableOperation.SetTableSchema {

    /**
     * The operation that leads back to where this one started. Its own inverse is this operation again, but for how it is
     * done: {@code IF NOT EXISTS} and {@code CONCURRENTLY} don't always come back.
     */
    Reversible inverse();
}
