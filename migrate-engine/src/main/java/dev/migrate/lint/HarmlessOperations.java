package dev.migrate.lint;

import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;

/** Operations of which no finding comes: none of them says that a table in use is read, rewritten or emptied. */
interface HarmlessOperations extends Operation.Visitor<Boolean> {

    @Override
    default Boolean renameIndex(RenameIndex operation) {
        return true;
    }

    @Override
    default Boolean createSequence(CreateSequence operation) {
        return true;
    }

    @Override
    default Boolean changeSequence(ChangeSequence operation) {
        return true;
    }

    @Override
    default Boolean createStatistics(CreateStatistics operation) {
        return true;
    }

    @Override
    default Boolean dropStatistics(DropStatistics operation) {
        return true;
    }

    @Override
    default Boolean setStatisticsTarget(SetStatisticsTarget operation) {
        return true;
    }

    @Override
    default Boolean createEnum(CreateEnum operation) {
        return true;
    }

    @Override
    default Boolean dropEnum(DropEnum operation) {
        return true;
    }

    @Override
    default Boolean addEnumValue(AddEnumValue operation) {
        return true;
    }

    @Override
    default Boolean createSchema(CreateSchema operation) {
        return true;
    }

    @Override
    default Boolean dropSchema(DropSchema operation) {
        return true;
    }

    @Override
    default Boolean createExtension(CreateExtension operation) {
        return true;
    }

    @Override
    default Boolean dropExtension(DropExtension operation) {
        return true;
    }

    @Override
    default Boolean createDomain(CreateDomain operation) {
        return true;
    }

    @Override
    default Boolean dropDomain(DropDomain operation) {
        return true;
    }

    @Override
    default Boolean setComment(SetComment operation) {
        return true;
    }

    @Override
    default Boolean grantToInserters(GrantToInserters operation) {
        return true;
    }

    @Override
    default Boolean alterSequence(AlterSequence operation) {
        return true;
    }

    @Override
    default Boolean changeDomain(ChangeDomain operation) {
        return true;
    }

    @Override
    default Boolean alterDomain(AlterDomain operation) {
        return true;
    }

    @Override
    default Boolean createObject(CreateObject operation) {
        return true;
    }

    @Override
    default Boolean dropObject(DropObject operation) {
        return true;
    }

    @Override
    default Boolean replaceObject(ReplaceObject operation) {
        return true;
    }

    @Override
    default Boolean createOrReplaceObject(CreateOrReplaceObject operation) {
        return true;
    }

    @Override
    default Boolean dropObjectByReference(DropObjectByReference operation) {
        return true;
    }

    @Override
    default Boolean commentOn(CommentOn operation) {
        return true;
    }

    @Override
    default Boolean bulkInsert(BulkInsert operation) {
        return true;
    }

    @Override
    default Boolean backfill(Backfill operation) {
        return true;
    }

    @Override
    default Boolean require(Require operation) {
        return true;
    }
}
