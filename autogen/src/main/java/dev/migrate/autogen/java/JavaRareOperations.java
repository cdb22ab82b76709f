package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DataChanges;
import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainChange;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceChange;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Literals;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations that a comparison of entities never asks for, but a hook may. */
abstract class JavaRareOperations implements Operation.Visitor<List<Code>> {

    private final Imports imports;
    private final JavaTypes types;
    private final JavaDefinitions definitions;

    JavaRareOperations(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
        this.definitions = new JavaDefinitions(imports, types);
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
        return text.isEmpty() ? List.of() : op("execute", Code.string(text.indexOf('\n') < 0 ? text : text + "\n"));
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
    public List<Code> setRowSecurity(SetRowSecurity operation) {
        String method =
                switch (operation.security()) {
                    case ENABLE -> "enableRowSecurity";
                    case DISABLE -> "disableRowSecurity";
                    case FORCE -> "forceRowSecurity";
                    case NO_FORCE -> "noForceRowSecurity";
                };
        return op(method, name(operation.table()));
    }

    @Override
    public List<Code> addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        List<Code> arguments = new ArrayList<>(
                List.of(name(operation.table()), Code.string(operation.constraint()), Code.string(operation.index())));
        if (operation.deferral() != Deferral.NOT_DEFERRABLE) {
            arguments.add(Code.word(imports.use(operation.deferral())));
        }
        String method = operation.primary() ? "addPrimaryKeyUsingIndex" : "addUniqueUsingIndex";
        return List.of(new Call("op." + method, arguments));
    }

    @Override
    public List<Code> addNotNull(AddNotNull operation) {
        return op(
                operation.valid() ? "addNotNull" : "addNotNullNotValid",
                name(operation.table()),
                Code.string(operation.constraint()),
                Code.string(operation.column()));
    }

    @Override
    public List<Code> dropNotNull(DropNotNull operation) {
        return op("dropConstraint", name(operation.table()), Code.string(operation.constraint()));
    }

    @Override
    public List<Code> grantToInserters(GrantToInserters operation) {
        List<Code> names = new ArrayList<>(List.of(name(operation.sequence())));
        operation.tables().forEach(table -> names.add(name(table)));
        return op("grantSequenceToInserters", names.toArray(Code[]::new));
    }

    @Override
    public List<Code> alterSequence(AlterSequence operation) {
        Chain alteration = Code.chain(Code.word("sequence"));
        JavaSequenceChanges changes = new JavaSequenceChanges(types);
        for (SequenceChange change : operation.changes()) {
            alteration = alteration.then(change.accept(changes));
        }
        return op("alterSequence", name(operation.sequence()), new Code.Lambda("sequence", alteration));
    }

    @Override
    public List<Code> changeDomain(ChangeDomain operation) {
        Domain to = operation.to();
        List<Code> statements = new ArrayList<>();
        if (!operation.changes().isEmpty()) {
            statements.addAll(alter(to.name(), operation.changes(), to.type()));
        }
        if (!Objects.equals(operation.from().comment(), to.comment())) {
            Commented domain = new Commented.OnType(to.name());
            statements.addAll(domain.accept(new JavaComments(imports, types, to.comment())));
        }
        return statements;
    }

    @Override
    public List<Code> alterDomain(AlterDomain operation) {
        return alter(operation.domain(), operation.changes(), new Type("text"));
    }

    /** @param type what the domain's default is a value of */
    private List<Code> alter(QualifiedName domain, List<DomainChange> changes, Type type) {
        Chain alteration = Code.chain(Code.word("domain"));
        JavaDomainChanges calls = new JavaDomainChanges(imports, type);
        for (DomainChange change : changes) {
            alteration = alteration.then(change.accept(calls));
        }
        return op("alterDomain", name(domain), new Code.Lambda("domain", alteration));
    }

    @Override
    public List<Code> createObject(CreateObject operation) {
        return op("create" + kind(operation.object()), definitions.code(operation.object()));
    }

    private String kind(DatabaseObject object) {
        return definitions.named(object.reference()).kind();
    }

    @Override
    public List<Code> dropObject(DropObject operation) {
        return drop(operation.object().reference(), false, false);
    }

    @Override
    public List<Code> replaceObject(ReplaceObject operation) {
        return op("replace", definitions.code(operation.from()), definitions.code(operation.to()));
    }

    /** A cast has no replacement: it is dropped, if it is there, and created. */
    @Override
    public List<Code> createOrReplaceObject(CreateOrReplaceObject operation) {
        DatabaseObject object = operation.object();
        if (object instanceof DatabaseObject.Cast) {
            List<Code> statements = new ArrayList<>(drop(object.reference(), true, false));
            statements.addAll(op("createCast", definitions.code(object)));
            return statements;
        }
        return op("replace" + kind(object), definitions.code(object));
    }

    @Override
    public List<Code> dropObjectByReference(DropObjectByReference operation) {
        return drop(operation.reference(), operation.ifExists(), operation.cascade());
    }

    private List<Code> drop(ObjectReference reference, boolean ifExists, boolean cascade) {
        JavaDefinitions.Named named = definitions.named(reference);
        return new JavaObjects(imports, types).drop("drop" + named.kind(), named.names(), ifExists, cascade);
    }

    @Override
    public List<Code> bulkInsert(BulkInsert operation) {
        List<Code> columns = new ArrayList<>(List.of(name(operation.table())));
        columns.addAll(Code.strings(operation.columns()));
        List<Call> calls = new ArrayList<>();
        operation.forEachRow(row -> calls.add(
                new Call("row", row.stream().map(JavaRareOperations::value).toList())));
        if (operation.isCopied()) {
            calls.add(Code.call("copy"));
        }
        return op("bulkInsert", new Chain(new Call(imports.use(DataChanges.class, "rows"), columns), calls));
    }

    /** A Java literal that PostgreSQL reads as the same value. */
    private static Code value(@Nullable Object value) {
        if (value == null) {
            // A single null would be no row at all.
            return Code.word("(Object) null");
        }
        boolean isWord = value instanceof Integer || value instanceof Short || value instanceof Boolean;
        return isWord ? Code.word(value.toString()) : value instanceof Long ? Code.word(value + "L") : text(value);
    }

    private static Code text(Object value) {
        return Code.string(Literals.text(value));
    }

    @Override
    public List<Code> changeMeanings(ChangeMeanings operation) {
        String what = operation.kind() == Kind.ORDINALS ? "Ordinals" : "Discriminators";
        if (operation.to().isEmpty()) {
            return op("forget" + what, name(operation.table()), Code.string(operation.column()));
        }
        if (operation.from().isEmpty()) {
            List<Code> arguments = new ArrayList<>(List.of(name(operation.table()), Code.string(operation.column())));
            arguments.addAll(strings(operation.written(operation.to())));
            return List.of(new Call("op.record" + what, arguments));
        }
        Chain code = Code.chain(Code.call(
                        imports.use(DataChanges.class, what.toLowerCase(Locale.ROOT)),
                        name(operation.table()),
                        Code.string(operation.column())))
                .then("from", strings(operation.written(operation.from())).toArray(Code[]::new))
                .then("to", strings(operation.written(operation.to())).toArray(Code[]::new));
        for (Map.Entry<String, String> rename : operation.renamed().entrySet()) {
            code = code.then("renamed", Code.string(rename.getKey()), Code.string(rename.getValue()));
        }
        code = operation.array() ? code.then("ofArray") : code;
        return op("change" + what, operation.unique() ? code.then("inUniqueKey") : code);
    }

    private static List<Code> strings(List<String> values) {
        return values.stream().map(Code::string).toList();
    }

    @Override
    public List<Code> renameConstant(RenameConstant operation) {
        return op(
                operation.array() ? "renameConstantInArrays" : "renameConstant",
                name(operation.table()),
                Code.string(operation.column()),
                Code.string(operation.constant()),
                Code.string(operation.newName()));
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

    @Override
    public List<Code> require(Require operation) {
        return op("require", Code.string(operation.rule()), Code.string(operation.sql()));
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
