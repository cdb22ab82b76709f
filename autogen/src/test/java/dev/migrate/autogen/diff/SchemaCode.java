package dev.migrate.autogen.diff;

import dev.migrate.JdbcWork;
import dev.migrate.Operations;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Schemas as Java that tests can hold: {@code schema(op -> { op.createTable(table("users")…); })}. */
final class SchemaCode implements Operations {

    private static final String START = "void upgrade(Operations op) {\n";

    private final List<Operation> operations = new ArrayList<>();

    private SchemaCode() {}

    /** The schema that these operations make; what they have no words for stands behind them. */
    static Schema schema(Consumer<Operations> creations, AuxiliaryObject... objects) {
        SchemaCode recorded = new SchemaCode();
        creations.accept(recorded);
        List<String> schemas = new ArrayList<>();
        List<EnumType> enums = new ArrayList<>();
        List<Domain> domains = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Statistics> statistics = new ArrayList<>();
        for (Operation operation : recorded.operations) {
            if (operation instanceof CreateSchema create) {
                schemas.add(create.name());
            } else if (operation instanceof CreateEnum create) {
                enums.add(create.type());
            } else if (operation instanceof CreateDomain create) {
                domains.add(create.domain());
            } else if (operation instanceof CreateSequence create) {
                sequences.add(create.sequence());
            } else if (operation instanceof CreateStatistics create) {
                statistics.add(create.statistics());
            } else if (operation instanceof CreateTable create) {
                tables.add(create.table());
            } else if (operation instanceof CreateIndex create) {
                Table last = tables.remove(tables.size() - 1);
                tables.add(last.withIndexes(joined(last.indexes(), create.index())));
            } else {
                throw new IllegalArgumentException("No part of a schema: " + operation);
            }
        }
        return Schema.EMPTY
                .withSchemas(schemas)
                .withEnums(enums)
                .withDomains(domains)
                .withSequences(sequences)
                .withTables(tables)
                .withStatistics(statistics)
                .withAuxiliaryObjects(List.of(objects));
    }

    private static List<Index> joined(List<Index> indexes, Index more) {
        List<Index> all = new ArrayList<>(indexes);
        all.add(more);
        return all;
    }

    static String of(Schema schema) {
        List<Reversible> creations = new ArrayList<>();
        schema.schemas().forEach(name -> creations.add(new CreateSchema(name, false)));
        schema.enums().forEach(type -> creations.add(new CreateEnum(type)));
        schema.domains().forEach(domain -> creations.add(new CreateDomain(domain)));
        schema.sequences().forEach(sequence -> creations.add(new CreateSequence(sequence)));
        for (Table table : schema.tables()) {
            creations.add(new CreateTable(table.withIndexes(List.of())));
            table.indexes().forEach(index -> creations.add(new CreateIndex(index)));
        }
        schema.statistics().forEach(statistics -> creations.add(new CreateStatistics(statistics)));
        MigrationFile file = MigrationFile.of("", "R1", "1", "", "2026-01-01T00:00:00Z")
                .doing(List.of(), creations.stream().map(Paragraph::of).toList(), List.of());
        String source = MigrationWriter.write(file);
        int start = source.indexOf(START) + START.length();
        StringBuilder code = new StringBuilder("schema(op -> {\n")
                .append(creations.isEmpty() ? "" : source.substring(start, source.indexOf("\n    }\n", start) + 1))
                .append("    }");
        for (AuxiliaryObject object : schema.auxiliaryObjects()) {
            code.append(",\n    new AuxiliaryObject(")
                    .append(literal(object.identity()))
                    .append(", ")
                    .append(literal(object.create()))
                    .append(", ")
                    .append(literal(object.drop()))
                    .append(")");
        }
        return code.append(")").toString();
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public void apply(Operation operation) {
        operations.add(operation);
    }

    @Override
    public void outsideTransaction(Runnable block) {
        block.run();
    }

    @Override
    public void withConnection(JdbcWork work) {
        throw new IllegalArgumentException("No part of a schema.");
    }

    @Override
    public Optional<String> x(String key) {
        return Optional.empty();
    }

    @Override
    public boolean offline() {
        return false;
    }

    @Override
    public String currentSchema() {
        return "public";
    }
}
