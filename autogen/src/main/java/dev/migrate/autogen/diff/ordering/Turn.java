package dev.migrate.autogen.diff.ordering;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.SequenceDiff;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.ForeignKey;
import java.util.Map;
import java.util.Optional;

/**
 * Where an operation stands in a migration, as far as nothing needs it earlier. What is in the way goes first, then what is
 * new comes, and what holds data goes last, so that a migration can be given data to move in between. This is for readers:
 * whether the order runs is decided by what operations need of each other ({@link Conditions}).
 */
enum Turn {
    CREATE_SCHEMA,
    CREATE_EXTENSION,
    DROP_OBJECT,
    RENAME,
    DROP_FOREIGN_KEY,
    DROP_INDEX,
    DROP_CONSTRAINT,
    DROP_GENERATED_COLUMN,
    DROP_EXPRESSION,
    RELEASE,
    DROP_IN_THE_WAY,
    RENAME_DEPENDENT,
    DROP_REPLACED_TYPE,
    TYPE,
    SEQUENCE,
    FOUNDATION,
    CREATE_TABLE,
    COLUMN,
    ATTRIBUTE,
    GENERATED_COLUMN,
    ADD_CONSTRAINT,
    CREATE_INDEX,
    ADD_FOREIGN_KEY,
    OWN,
    COMMENT,
    CREATE_OBJECT,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_FOUNDATION,
    DROP_SEQUENCE,
    DROP_DOMAIN,
    DROP_TYPE,
    DROP_EXTENSION,
    DROP_SCHEMA;

    private static final Map<Class<? extends Reversible>, Turn> OF = Map.ofEntries(
            Map.entry(CreateSchema.class, CREATE_SCHEMA),
            Map.entry(CreateExtension.class, CREATE_EXTENSION),
            Map.entry(DropAuxiliaryObject.class, DROP_OBJECT),
            Map.entry(DropObject.class, DROP_OBJECT),
            Map.entry(DetachPartition.class, DROP_OBJECT),
            Map.entry(RenameTable.class, RENAME),
            Map.entry(RenameColumn.class, RENAME),
            Map.entry(RenameSequence.class, RENAME),
            Map.entry(SetTableSchema.class, RENAME),
            Map.entry(SetSequenceSchema.class, RENAME),
            Map.entry(RenameEnumValue.class, RENAME),
            Map.entry(DropIndex.class, DROP_INDEX),
            Map.entry(DropStatistics.class, DROP_INDEX),
            Map.entry(DropConstraint.class, DROP_CONSTRAINT),
            Map.entry(DropNotNull.class, DROP_CONSTRAINT),
            Map.entry(RenameConstraint.class, RENAME_DEPENDENT),
            Map.entry(RenameIndex.class, RENAME_DEPENDENT),
            Map.entry(CreateEnum.class, TYPE),
            Map.entry(ChangeEnum.class, TYPE),
            Map.entry(CreateDomain.class, TYPE),
            Map.entry(ChangeDomain.class, TYPE),
            Map.entry(CreateSequence.class, SEQUENCE),
            Map.entry(ChangeSequence.class, SEQUENCE),
            Map.entry(CreateTable.class, CREATE_TABLE),
            Map.entry(AddColumn.class, COLUMN),
            Map.entry(ChangeColumn.class, COLUMN),
            Map.entry(AttachPartition.class, COLUMN),
            Map.entry(ChangeMeanings.class, ATTRIBUTE),
            Map.entry(RenameConstant.class, ATTRIBUTE),
            Map.entry(AddConstraint.class, ADD_CONSTRAINT),
            Map.entry(AddNotNull.class, ADD_CONSTRAINT),
            Map.entry(CreateIndex.class, Turn.CREATE_INDEX),
            Map.entry(SetStatisticsTarget.class, COMMENT),
            Map.entry(SetComment.class, COMMENT),
            Map.entry(CreateAuxiliaryObject.class, CREATE_OBJECT),
            Map.entry(CreateObject.class, CREATE_OBJECT),
            Map.entry(ReplaceObject.class, CREATE_OBJECT),
            Map.entry(CreateStatistics.class, CREATE_OBJECT),
            Map.entry(SetRowSecurity.class, CREATE_OBJECT),
            Map.entry(DropColumn.class, DROP_COLUMN),
            Map.entry(DropTable.class, DROP_TABLE),
            Map.entry(DropSequence.class, DROP_SEQUENCE),
            Map.entry(DropDomain.class, DROP_DOMAIN),
            Map.entry(DropEnum.class, DROP_TYPE),
            Map.entry(DropExtension.class, DROP_EXTENSION),
            Map.entry(DropSchema.class, DROP_SCHEMA));

    /**
     * An operation's turn, as far as it doesn't depend on other operations.
     *
     * @throws IllegalStateException if nobody has said it for operations of this kind
     */
    static Turn of(Reversible operation) {
        if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey) {
            return ADD_FOREIGN_KEY;
        }
        if (operation instanceof DropConstraint drop && drop.constraint() instanceof ForeignKey) {
            return DROP_FOREIGN_KEY;
        }
        if (operation instanceof AddColumn add && add.column().generated() != null) {
            return GENERATED_COLUMN;
        }
        if (operation instanceof DropColumn drop && drop.column().generated() != null) {
            return DROP_GENERATED_COLUMN;
        }
        if (operation instanceof ChangeColumn change && ColumnDiff.losesFormula(change)) {
            return DROP_EXPRESSION;
        }
        if (operation instanceof ChangeSequence change && SequenceDiff.isOwnership(change)) {
            return change.to().ownedBy() == null ? RELEASE : OWN;
        }
        return ofKind(operation.getClass())
                .orElseThrow(() -> new IllegalStateException("No turn for " + operation.getClass()));
    }

    /** What a project brings itself finds everything new, and everything that is about to go. */
    static Optional<Turn> ofKind(Class<?> kind) {
        return CustomOperation.class.isAssignableFrom(kind)
                ? Optional.of(CREATE_OBJECT)
                : Optional.ofNullable(OF.get(kind));
    }
}
