package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DataChanges;
import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a comparison of entities never asks for, but a hook may. Those that are a piece of SQL anyway are
 * written as SQL.
 */
abstract class JavaRareOperations implements Operation.Visitor<List<Code>> {

    private final Imports imports;

    JavaRareOperations(Imports imports) {
        this.imports = imports;
    }

    static Code name(QualifiedName name) {
        return Code.string(name.toString());
    }

    static List<Code> op(String method, Code... arguments) {
        return List.of(Code.call("op." + method, arguments));
    }

    /** Raw SQL: a text block that ends with a line of its own if it has several lines. */
    static List<Code> execute(String sql) {
        String text = sql.stripTrailing();
        return op("execute", Code.string(text.indexOf('\n') < 0 ? text : text + "\n"));
    }

    static List<Code> bySql(Operation operation) {
        DdlRenderer ddl = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.NEWEST_TESTED));
        return execute(ddl.render(operation).stream().map(Statement::sql).collect(Collectors.joining(";\n")));
    }

    @Override
    public List<Code> attachPartition(AttachPartition operation) {
        return op(
                "attachPartition",
                name(operation.table()),
                name(operation.partition()),
                Code.string(operation.bound()));
    }

    @Override
    public List<Code> detachPartition(DetachPartition operation) {
        return detach(operation.table(), operation.partition(), operation.concurrently());
    }

    @Override
    public List<Code> detachPartitionByName(DetachPartitionByName operation) {
        return detach(operation.table(), operation.partition(), operation.concurrently());
    }

    private static List<Code> detach(QualifiedName table, QualifiedName partition, boolean concurrently) {
        return op(concurrently ? "detachPartitionConcurrently" : "detachPartition", name(table), name(partition));
    }

    @Override
    public List<Code> addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        if (operation.deferral() != Deferral.NOT_DEFERRABLE) {
            return bySql(operation);
        }
        return op(
                operation.primary() ? "addPrimaryKeyUsingIndex" : "addUniqueUsingIndex",
                name(operation.table()),
                Code.string(operation.constraint()),
                Code.string(operation.index()));
    }

    @Override
    public List<Code> addNotNull(AddNotNull operation) {
        return operation.valid()
                ? bySql(operation)
                : op(
                        "addNotNullNotValid",
                        name(operation.table()),
                        Code.string(operation.constraint()),
                        Code.string(operation.column()));
    }

    @Override
    public List<Code> dropNotNull(DropNotNull operation) {
        return op("dropConstraint", name(operation.table()), Code.string(operation.constraint()));
    }

    @Override
    public List<Code> alterSequence(AlterSequence operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> changeDomain(ChangeDomain operation) {
        Chain alteration = Code.chain(Code.word("domain"));
        JavaDomainChanges changes =
                new JavaDomainChanges(imports, operation.to().type());
        for (var change : operation.changes()) {
            alteration = alteration.then(change.accept(changes));
        }
        return op("alterDomain", name(operation.to().name()), new Code.Lambda("domain", alteration));
    }

    @Override
    public List<Code> alterDomain(AlterDomain operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> createObject(CreateObject operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> dropObject(DropObject operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> replaceObject(ReplaceObject operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> createOrReplaceObject(CreateOrReplaceObject operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> dropObjectByReference(DropObjectByReference operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> bulkInsert(BulkInsert operation) {
        return bySql(operation);
    }

    @Override
    public List<Code> update(Update operation) {
        return op("update", rows("update", operation.table(), operation.assignments(), operation.where()));
    }

    @Override
    public List<Code> backfill(Backfill operation) {
        Chain code = rows("backfill", operation.table(), operation.assignments(), operation.where());
        if (operation.batchSize() != Backfill.DEFAULT_BATCH_SIZE) {
            code = code.then("batchSize", Code.word(Integer.toString(operation.batchSize())));
        }
        if (!operation.pause().isZero()) {
            Code millis = Code.word(operation.pause().toMillis() + "L");
            code = code.then("pause", Code.call(imports.type("java.time.Duration") + ".ofMillis", millis));
        }
        return op("backfill", code);
    }

    private Chain rows(String factory, QualifiedName table, List<Assignment> assignments, @Nullable String where) {
        Chain code = Code.chain(Code.call(imports.use(DataChanges.class, factory), name(table)));
        for (Assignment assignment : assignments) {
            code = code.then("setSql", Code.string(assignment.column()), Code.string(assignment.sql()));
        }
        return code.thenIfPresent("where", where);
    }

    @Override
    public List<Code> custom(CustomOperation operation) {
        operation.imports().forEach(imports::type);
        return op("apply", Code.word(operation.java()));
    }
}
