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

/**
 * Something to create in {@code pg_temp}.
 *
 * @param subject what a message calls it: {@code table users}
 * @param operation what creates it
 * @param pieces the same, bit by bit: which of them fails tells what is wrong with the whole; empty if it has none
 */
record ScratchPart(String subject, Operation operation, List<ScratchPart> pieces) {

    ScratchPart {
        pieces = List.copyOf(pieces);
    }

    static ScratchPart whole(String subject, Operation operation) {
        return new ScratchPart(subject, operation, List.of());
    }

    /**
     * A table.
     *
     * @param declared what the messages speak of
     * @param definition the same under its names in {@code pg_temp}
     * @param constraints the declared ones by their names in {@code pg_temp}
     * @param indexes the declared ones by their names in {@code pg_temp}
     */
    static ScratchPart table(
            Table declared, Table definition, Map<String, Constraint> constraints, Map<String, Index> indexes) {
        String of = " of table " + declared.name();
        QualifiedName name = definition.name();
        List<ScratchPart> pieces = new ArrayList<>();
        pieces.add(whole("table " + declared.name(), new CreateTable(Table.of(name))));
        definition.columns().stream()
                // A generated column may refer to columns behind it.
                .sorted(Comparator.comparing((Column column) -> column.generated() != null))
                .map(column -> whole("column " + column.name() + of, new AddColumn(name, column)))
                .forEach(pieces::add);
        for (Constraint constraint : definition.constraints()) {
            String realName = String.valueOf(
                    constraints.getOrDefault(constraint.name(), constraint).name());
            pieces.add(whole("constraint " + realName + of, new AddConstraint(name, constraint)));
        }
        for (Index index : definition.indexes()) {
            String realName = indexes.getOrDefault(index.name(), index).name();
            pieces.add(whole("index " + realName + of, new CreateIndex(index)));
        }
        return new ScratchPart("table " + declared.name(), new CreateTable(definition), pieces);
    }
}
