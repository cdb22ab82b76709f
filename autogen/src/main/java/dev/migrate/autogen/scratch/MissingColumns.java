package dev.migrate.autogen.scratch;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the columns that keys and indexes name and neither the mapping nor the database has. */
final class MissingColumns {

    private final Map<QualifiedName, List<Table>> tables = new HashMap<>();

    /** @param live what the database has: a column that isn't mapped may be indexed all the same */
    MissingColumns(List<Table> declared, List<Table> live) {
        Stream.of(declared, live).flatMap(List::stream).forEach(table -> tables.computeIfAbsent(
                        table.name(), name -> new ArrayList<>())
                .add(table));
    }

    /** One sentence for each. */
    List<String> of(Table table) {
        List<String> sentences = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            String subject = "Constraint " + constraint.name() + " of table " + table.name();
            for (String column : constraint.columns()) {
                missing(subject, table.name(), column).ifPresent(sentences::add);
            }
            if (constraint instanceof ForeignKey key) {
                for (String column : key.targetColumns()) {
                    missing(subject, key.target(), column).ifPresent(sentences::add);
                }
            }
        }
        for (Index index : table.indexes()) {
            Stream.concat(
                            index.keys().stream().map(IndexKey::column).flatMap(Optional::stream),
                            index.include().stream())
                    .forEach(column -> missing(
                                    "Index " + index.name() + " of table " + table.name(), table.name(), column)
                            .ifPresent(sentences::add));
        }
        return sentences;
    }

    private Optional<String> missing(String subject, QualifiedName table, String column) {
        List<Table> known = tables.getOrDefault(table, List.of());
        // What a table inherits, its parent declares.
        boolean isUnknown = known.isEmpty()
                || known.stream().anyMatch(each -> !each.inherits().isEmpty());
        boolean isThere = known.stream().anyMatch(each -> each.column(column).isPresent());
        return isUnknown || isThere
                ? Optional.empty()
                : Optional.of(subject + " is declared on column " + table + "." + column
                        + ", which neither the mapping nor the database has. Correct the mapping that declares it, and"
                        + " run again.");
    }
}
