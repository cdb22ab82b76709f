package dev.migrate.autogen.diff;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which parts of a database its history didn't make: a seed says it of each part by its name. */
final class Elsewhere {

    private static final String TABLE = "table ";

    private final long seed;
    private final int percent;

    Elsewhere(SchemaPair pair) {
        this.seed = pair.seed();
        this.percent = pair.elsewhere();
    }

    boolean isNothing() {
        return percent == 0;
    }

    private boolean isMade(String part) {
        return new Draws(Objects.hash(seed, part)).chance(percent);
    }

    /** What the history makes of a database's schema. */
    Schema created(Schema live) {
        return SchemaParts.without(live, part -> !part.endsWith(", not null") && isMade(origin(part, live)));
    }

    /** Partitions belong to whoever made what they are partitions of. */
    private static String origin(String part, Schema live) {
        return live.tables().stream()
                .filter(table -> table.partitionOf() != null && part.equals(TABLE + table.name()))
                .findFirst()
                .map(table -> origin(TABLE + table.partitionOf().parent(), live))
                .orElse(part);
    }

    /** What of others' tables, columns, indexes and constraints a migration has taken away, though nothing they need went. */
    List<String> lost(Schema before, Schema declared, Schema after) {
        List<String> lost = new ArrayList<>();
        Schema created = created(before);
        for (Table table : before.tables()) {
            Table left = after.table(table.name()).orElse(null);
            Table ours = created.table(table.name()).orElse(Table.of(table.name()));
            boolean isDeclared = declared.table(table.name()).isPresent();
            if (left == null) {
                if (created.table(table.name()).isEmpty() && table.partitionOf() == null) {
                    lost.add("table " + table.name());
                }
                continue;
            }
            Set<String> columns =
                    left.columns().stream().map(column -> column.name()).collect(Collectors.toSet());
            table.columns().stream()
                    .filter(column -> ours.column(column.name()).isEmpty() && !columns.contains(column.name()))
                    .forEach(column -> lost.add("column " + table.name() + "." + column.name()));
            table.indexes().stream()
                    .filter(index -> !ours.indexes().contains(index) && columns.containsAll(index.columns()))
                    .filter(index -> isDeclared && !has(left, index))
                    .forEach(index -> lost.add("index " + index.name()));
            table.constraints().stream()
                    .filter(constraint -> !(constraint instanceof PrimaryKey)
                            && !ours.constraints().contains(constraint)
                            && columns.containsAll(constraint.columns())
                            && isPossible(constraint, after))
                    .filter(constraint -> left.constraints().stream()
                            .noneMatch(other -> Objects.equals(other.name(), constraint.name())
                                    || (other.columns().equals(constraint.columns())
                                            && other.getClass() == constraint.getClass())))
                    .forEach(constraint -> lost.add("constraint " + constraint.name() + " on " + table.name()));
        }
        return lost;
    }

    /** Whether what a foreign key needs is still there. */
    static boolean isPossible(Constraint constraint, Schema after) {
        return !(constraint instanceof ForeignKey key)
                || after.table(key.target())
                        .filter(target -> Stream.concat(
                                        target.constraints().stream()
                                                .filter(each -> !isDeferrable(each))
                                                .flatMap(each -> each.keyColumns().stream()),
                                        target.indexes().stream().map(Index::columns))
                                .anyMatch(columns -> Set.copyOf(columns).equals(Set.copyOf(key.targetColumns()))))
                        .isPresent();
    }

    private static boolean isDeferrable(Constraint constraint) {
        return (constraint instanceof Unique unique && unique.deferral() != Deferral.NOT_DEFERRABLE)
                || (constraint instanceof PrimaryKey key && key.deferral() != Deferral.NOT_DEFERRABLE);
    }

    private static boolean has(Table table, Index index) {
        return table.indexes().stream()
                .anyMatch(other ->
                        other.name().equals(index.name()) || other.columns().equals(index.columns()));
    }
}
