package dev.migrate.operation;

/** An operation that carries all that undoing it needs. */
public sealed interface Reversible extends Operation
        permits ColumnOperation.AddColumn,
                ColumnOperation.DropColumn,
                ColumnOperation.RenameColumn,
                ColumnOperation.ChangeColumn,
                ConstraintOperation.AddConstraint,
                ConstraintOperation.DropConstraint,
                ConstraintOperation.RenameConstraint,
                EnumOperation.CreateEnum,
                EnumOperation.DropEnum,
                EnumOperation.RenameEnumValue,
                EnumOperation.ChangeEnum,
                IndexOperation.CreateIndex,
                IndexOperation.DropIndex,
                IndexOperation.RenameIndex,
                ObjectOperation.CreateSchema,
                ObjectOperation.DropSchema,
                ObjectOperation.CreateExtension,
                ObjectOperation.DropExtension,
                ObjectOperation.CreateDomain,
                ObjectOperation.DropDomain,
                ObjectOperation.CreateAuxiliaryObject,
                ObjectOperation.DropAuxiliaryObject,
                ObjectOperation.SetComment,
                SequenceOperation.CreateSequence,
                SequenceOperation.DropSequence,
                SequenceOperation.ChangeSequence,
                SequenceOperation.RenameSequence,
                TableOperation.CreateTable,
                TableOperation.DropTable,
                TableOperation.RenameTable {

    /** The operation that leads back to where this one started; its own inverse is this operation again. */
    Reversible inverse();
}
