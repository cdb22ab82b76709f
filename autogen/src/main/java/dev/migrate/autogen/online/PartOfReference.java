package dev.migrate.autogen.online;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/** A column that comes into a foreign key of several: what rows refer to by the others counts for nothing without it. */
final class PartOfReference {

    private PartOfReference() {}

    /**
     * What happens to rows that get no value, and what to do.
     *
     * @param all what the migration does
     * @param existing what there is before
     */
    static List<String> warnings(Reversible operation, List<Reversible> all, Schema existing) {
        return operation instanceof AddColumn add
                        && add.column().nullable()
                        && add.column().defaultExpression() == null
                ? existing.table(add.table()).stream()
                        .flatMap(table -> all.stream().flatMap(other -> key(table, add, other).stream()))
                        .map(key -> warning(add, key))
                        .toList()
                : List.of();
    }

    private static Optional<ForeignKey> key(Table table, AddColumn add, Reversible operation) {
        return operation instanceof AddConstraint other
                        && other.table().equals(table.name())
                        && other.constraint() instanceof ForeignKey key
                        && key.columns().contains(add.column().name())
                        && key.columns().stream()
                                .anyMatch(column -> table.column(column).isPresent())
                ? Optional.of(key)
                : Optional.empty();
    }

    private static String warning(AddColumn add, ForeignKey key) {
        String column = OnlineOptions.key(add.table(), add.column().name());
        return "Rows of " + add.table() + " that are there refer to nothing by " + key.name()
                + " until they have a value for " + column
                + ": it doesn't look at them. Fill them in the file, or run again with -Dmigrate.overwrite "
                + OnlineOptions.backfillArgument(column) + ".";
    }
}
