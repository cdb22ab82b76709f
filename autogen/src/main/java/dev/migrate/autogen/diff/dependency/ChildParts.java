package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Constraints and indexes that partitions and inheriting tables have of their own: with a column of their parent
 * PostgreSQL drops them without a word, also where the column is made anew. Each database has other partitions, so a
 * migration can't make them again.
 */
final class ChildParts {

    private final DropColumn drop;
    private final Schema before;
    private final Schema after;

    ChildParts(DropColumn drop, Schema before, Schema after) {
        this.drop = drop;
        this.before = before;
        this.after = after;
    }

    /** What has to be known of a column's drop; empty if no undeclared table below has something of its own on it. */
    Optional<String> sentence() {
        List<String> names = Descendants.of(drop.table(), before).stream()
                .filter(name -> !name.equals(drop.table()) && after.table(name).isEmpty())
                .flatMap(name -> before.table(name).stream())
                .flatMap(this::lost)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Takes along what tables below " + drop.table() + " have of their own: "
                        + names.stream().collect(Collectors.joining(", "))
                        + ". Create behind it what is to be there again.");
    }

    private Stream<String> lost(Table table) {
        ColumnUse use = new ColumnUse(Set.of(drop.column().name()));
        return Stream.concat(
                table.constraints().stream()
                        .filter(use::in)
                        .map(each -> "constraint " + each.name() + " on " + table.name()),
                table.indexes().stream().filter(use::in).map(each -> "index " + each.name() + " on " + table.name()));
    }
}
