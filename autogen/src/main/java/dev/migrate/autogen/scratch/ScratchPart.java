package dev.migrate.autogen.scratch;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Something to create in {@code pg_temp}.
 *
 * @param subject what a message calls it: {@code table users}
 * @param declared what would create it in reality, for messages
 * @param operation what creates its double
 * @param pieces the same, bit by bit: which of them fails tells what is wrong with the whole; empty if it has none
 */
record ScratchPart(String subject, Operation declared, Operation operation, List<ScratchPart> pieces) {

    ScratchPart {
        pieces = List.copyOf(pieces);
    }

    static ScratchPart whole(String subject, Operation declared, Operation operation) {
        return new ScratchPart(subject, declared, operation, List.of());
    }

    /**
     * A table.
     *
     * @param definition the double
     * @param constraints the declared ones by their names in {@code pg_temp}
     * @param indexes the declared ones by their names in {@code pg_temp}
     */
    static ScratchPart table(
            Table declared, Table definition, Map<String, Constraint> constraints, Map<String, Index> indexes) {
        String of = " of table " + declared.name();
        QualifiedName real = declared.name();
        QualifiedName name = definition.name();
        List<ScratchPart> pieces = new ArrayList<>();
        pieces.add(whole("table " + real, new CreateTable(Table.of(real)), new CreateTable(Table.of(name))));
        IntStream.range(0, definition.columns().size())
                .boxed()
                // A generated column may refer to columns behind it.
                .sorted(Comparator.comparing(i -> declared.columns().get(i).generated() != null))
                .map(i -> column(
                        of,
                        real,
                        declared.columns().get(i),
                        new AddColumn(name, definition.columns().get(i))))
                .forEach(pieces::add);
        for (Constraint constraint : definition.constraints()) {
            Constraint author = constraints.getOrDefault(constraint.name(), constraint);
            pieces.add(whole(
                    "constraint " + author.name() + of,
                    new AddConstraint(real, author),
                    new AddConstraint(name, constraint)));
        }
        for (Index index : definition.indexes()) {
            Index author = indexes.getOrDefault(index.name(), index);
            pieces.add(whole("index " + author.name() + of, new CreateIndex(author), new CreateIndex(index)));
        }
        return new ScratchPart("table " + real, new CreateTable(declared), new CreateTable(definition), pieces);
    }

    private static ScratchPart column(String of, QualifiedName table, Column declared, AddColumn operation) {
        return whole("column " + declared.name() + of, new AddColumn(table, declared), operation);
    }
}
