package dev.migrate.autogen.java;

import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.CreateOption;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.Commented;
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
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Extension;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Operations as the calls that a migration makes: {@code op.addColumn("agents", column(…))}. */
final class JavaOperations extends JavaRareOperations {

    private final Imports imports;
    private final Hooks hooks;
    private final JavaTypes types;
    private final JavaTables tables;
    private final JavaColumns columns;
    private final JavaConstraints constraints;
    private final JavaIndexes indexes;
    private final JavaSequences sequences;
    private final JavaObjects objects;

    JavaOperations(Imports imports, Hooks hooks) {
        this(imports, hooks, new JavaTypes(imports, hooks));
    }

    private JavaOperations(Imports imports, Hooks hooks, JavaTypes types) {
        super(imports, types);
        this.imports = imports;
        this.hooks = hooks;
        this.types = types;
        this.tables = new JavaTables(imports, types);
        this.columns = new JavaColumns(imports, types);
        this.constraints = new JavaConstraints(imports);
        this.indexes = new JavaIndexes(imports);
        this.sequences = new JavaSequences(imports, types);
        this.objects = new JavaObjects(imports, types);
    }

    /** The statements that do an operation, in order: the hooks', or else the usual ones. */
    List<Code> code(Operation operation) {
        return hooks.java(operation)
                .map(text -> List.<Code>of(imports.expression(text)))
                .orElseGet(() -> operation.accept(this));
    }

    @Override
    public List<Code> createTable(CreateTable operation) {
        List<Code> statements = new ArrayList<>(op("createTable", tables.code(operation.table())));
        for (Index index : operation.table().indexes()) {
            Index alike = operation.table().onlyIfMissing() ? index.ifNotExists() : index;
            statements.addAll(op("createIndex", indexes.code(alike)));
        }
        return statements;
    }

    @Override
    public List<Code> dropTable(DropTable operation) {
        return op("dropTable", name(operation.table().name()));
    }

    @Override
    public List<Code> renameTable(RenameTable operation) {
        return op("renameTable", name(operation.table()), Code.string(operation.newName()));
    }

    @Override
    public List<Code> setTableSchema(SetTableSchema operation) {
        String schema = operation.schema();
        return schema == null
                ? op("setTableSchemaToDefault", name(operation.table()))
                : op("setTableSchema", name(operation.table()), Code.string(schema));
    }

    @Override
    public List<Code> setSequenceSchema(SetSequenceSchema operation) {
        String schema = operation.schema();
        return schema == null
                ? op("setSequenceSchemaToDefault", name(operation.sequence()))
                : op("setSequenceSchema", name(operation.sequence()), Code.string(schema));
    }

    @Override
    public List<Code> addColumn(AddColumn operation) {
        ForeignKey reference = operation.reference();
        return reference == null
                ? op("addColumn", name(operation.table()), columns.code(operation.column()))
                : op(
                        "addColumn",
                        name(operation.table()),
                        columns.code(operation.column()),
                        constraints.code(reference));
    }

    @Override
    public List<Code> dropColumn(DropColumn operation) {
        return op(
                "dropColumn",
                name(operation.table()),
                Code.string(operation.column().name()));
    }

    @Override
    public List<Code> dropColumnByName(DropColumnByName operation) {
        return objects.drop(
                "dropColumn",
                List.of(name(operation.table()), Code.string(operation.column())),
                operation.ifExists(),
                operation.cascade());
    }

    @Override
    public List<Code> renameColumn(RenameColumn operation) {
        return op(
                "renameColumn",
                name(operation.table()),
                Code.string(operation.column()),
                Code.string(operation.newName()));
    }

    @Override
    public List<Code> changeColumn(ChangeColumn operation) {
        return op("alterColumn", name(operation.table()), alteration(operation));
    }

    /** Changes of one table's columns, as one statement. */
    List<Code> changeColumns(List<ChangeColumn> changes) {
        Stream<Code> alterations = changes.stream().map(this::alteration);
        return op(
                "alterColumns",
                Stream.concat(Stream.of(name(changes.get(0).table())), alterations)
                        .toArray(Code[]::new));
    }

    private Code alteration(ChangeColumn change) {
        return alteration(change.to().name(), change.to().type(), change.changes());
    }

    @Override
    public List<Code> alterColumn(AlterColumn operation) {
        return op(
                "alterColumn",
                name(operation.table()),
                alteration(operation.column(), new Type("text"), operation.changes()));
    }

    @Override
    public List<Code> alterColumns(AlterColumns operation) {
        Stream<Code> alterations = operation.columns().stream()
                .map(column -> alteration(column.column(), new Type("text"), column.changes()));
        return op(
                "alterColumns",
                Stream.concat(Stream.of(name(operation.table())), alterations).toArray(Code[]::new));
    }

    /** @param type what the column's default is a value of */
    private Code alteration(String column, Type type, List<ColumnChange> changes) {
        Chain alteration = Code.chain(Code.call(imports.use(ColumnAlteration.class, "alter"), Code.string(column)));
        JavaColumnChanges attributes = new JavaColumnChanges(imports, types, type);
        for (ColumnChange change : changes) {
            alteration = alteration.then(change.accept(attributes));
        }
        return alteration;
    }

    @Override
    public List<Code> createIndex(CreateIndex operation) {
        return op("createIndex", indexes.code(operation.index()));
    }

    @Override
    public List<Code> dropIndex(DropIndex operation) {
        Index index = operation.index();
        return dropIndexByName(
                new DropIndexByName(index.qualifiedName(), index.isConcurrent(), index.onlyIfMissing(), false));
    }

    @Override
    public List<Code> dropIndexByName(DropIndexByName operation) {
        return objects.drop(
                operation.concurrently() ? "dropIndexConcurrently" : "dropIndex",
                List.of(name(operation.index())),
                operation.ifExists(),
                operation.cascade());
    }

    @Override
    public List<Code> renameIndex(RenameIndex operation) {
        return op("renameIndex", name(operation.index()), Code.string(operation.newName()));
    }

    @Override
    public List<Code> addConstraint(AddConstraint operation) {
        Constraint constraint = operation.constraint();
        return op(JavaConstraints.addMethod(constraint), name(operation.table()), constraints.code(constraint));
    }

    @Override
    public List<Code> dropConstraint(DropConstraint operation) {
        return dropConstraintByName(new DropConstraintByName(
                operation.table(), JavaConstraints.name(operation.constraint()), operation.ifExists(), false));
    }

    @Override
    public List<Code> dropConstraintByName(DropConstraintByName operation) {
        return objects.drop(
                "dropConstraint",
                List.of(name(operation.table()), Code.string(operation.constraint())),
                operation.ifExists(),
                operation.cascade());
    }

    @Override
    public List<Code> renameConstraint(RenameConstraint operation) {
        return op(
                "renameConstraint",
                name(operation.table()),
                Code.string(operation.constraint()),
                Code.string(operation.newName()));
    }

    @Override
    public List<Code> validateConstraint(ValidateConstraint operation) {
        return op("validateConstraint", name(operation.table()), Code.string(operation.constraint()));
    }

    @Override
    public List<Code> createSequence(CreateSequence operation) {
        return op("createSequence", sequences.code(operation.sequence()));
    }

    @Override
    public List<Code> dropSequence(DropSequence operation) {
        Sequence sequence = operation.sequence();
        return dropByName(new DropByName(Kind.SEQUENCE, sequence.name(), sequence.onlyIfMissing(), false));
    }

    @Override
    public List<Code> changeSequence(ChangeSequence operation) {
        Sequence to = operation.to();
        Chain changes = sequences.changes(operation.from(), to);
        List<Code> statements = new ArrayList<>();
        if (!changes.calls().isEmpty()) {
            statements.addAll(op("alterSequence", name(to.name()), new Code.Lambda("sequence", changes)));
        }
        if (!Objects.equals(operation.from().comment(), to.comment())) {
            Commented sequence = new Commented.OnSequence(to.name());
            statements.addAll(sequence.accept(new JavaComments(imports, types, to.comment())));
        }
        return statements;
    }

    @Override
    public List<Code> renameSequence(RenameSequence operation) {
        return op("renameSequence", name(operation.sequence()), Code.string(operation.newName()));
    }

    @Override
    public List<Code> createStatistics(CreateStatistics operation) {
        return op("createStatistics", indexes.code(operation.statistics()));
    }

    @Override
    public List<Code> dropStatistics(DropStatistics operation) {
        Statistics statistics = operation.statistics();
        return dropByName(new DropByName(Kind.STATISTICS, statistics.name(), statistics.onlyIfMissing(), false));
    }

    @Override
    public List<Code> setStatisticsTarget(SetStatisticsTarget operation) {
        return op(
                "setStatisticsTarget",
                name(operation.statistics()),
                Code.word(String.valueOf(operation.from())),
                Code.word(String.valueOf(operation.to())));
    }

    @Override
    public List<Code> createEnum(CreateEnum operation) {
        return op("createEnum", objects.code(operation.type()));
    }

    @Override
    public List<Code> dropEnum(DropEnum operation) {
        return op("dropEnum", name(operation.type().name()));
    }

    @Override
    public List<Code> addEnumValue(AddEnumValue operation) {
        return objects.addValue(operation);
    }

    @Override
    public List<Code> renameEnumValue(RenameEnumValue operation) {
        return op(
                "renameEnumValue",
                name(operation.type()),
                Code.string(operation.value()),
                Code.string(operation.newValue()));
    }

    @Override
    public List<Code> changeEnum(ChangeEnum operation) {
        if (operation.onlyAdds()) {
            return objects.change(operation);
        }
        List<Code> statements = new ArrayList<>();
        List<Reversible> rebuilt = operation.rebuilt();
        for (int i = rebuilt.size() - 1; i >= 0; i--) {
            statements.addAll(code(rebuilt.get(i).inverse()));
        }
        statements.addAll(objects.change(operation));
        rebuilt.forEach(each -> statements.addAll(code(each)));
        return statements;
    }

    @Override
    public List<Code> createSchema(CreateSchema operation) {
        Code name = Code.string(operation.name());
        return operation.ifNotExists()
                ? op("createSchema", name, Code.word(imports.use(CreateOption.IF_NOT_EXISTS)))
                : op("createSchema", name);
    }

    @Override
    public List<Code> dropSchema(DropSchema operation) {
        return op("dropSchema", Code.string(operation.name()));
    }

    @Override
    public List<Code> createExtension(CreateExtension operation) {
        Extension extension = operation.extension();
        boolean isPlain = extension.equals(Extension.of(extension.name()));
        return op("createExtension", isPlain ? Code.string(extension.name()) : objects.code(extension));
    }

    @Override
    public List<Code> dropExtension(DropExtension operation) {
        return op("dropExtension", Code.string(operation.extension().name()));
    }

    @Override
    public List<Code> createDomain(CreateDomain operation) {
        return op("createDomain", objects.code(operation.domain()));
    }

    @Override
    public List<Code> dropDomain(DropDomain operation) {
        return op("dropDomain", name(operation.domain().name()));
    }

    @Override
    public List<Code> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return execute(operation.object().create());
    }

    @Override
    public List<Code> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return execute(operation.object().drop());
    }

    @Override
    public List<Code> dropByName(DropByName operation) {
        return objects.drop(operation);
    }

    @Override
    public List<Code> setComment(SetComment operation) {
        return operation.target().accept(new JavaComments(imports, types, operation.to()));
    }

    @Override
    public List<Code> commentOn(CommentOn operation) {
        return operation.target().accept(new JavaComments(imports, types, operation.text()));
    }

    @Override
    public List<Code> execute(Execute operation) {
        return execute(operation.sql());
    }
}
