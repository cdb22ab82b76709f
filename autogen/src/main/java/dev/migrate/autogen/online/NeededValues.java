package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Literals;
import dev.migrate.schema.NeededValue;
import dev.migrate.schema.NeededValue.Marker;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Set;

/** Columns that come, and that accept NULL though Hibernate can't read what existing rows hold without them. */
final class NeededValues {

    private final Schema existing;
    private final List<NeededValue> values;

    /**
     * @param existing what there is before
     * @param wanted what there is after, as the entities say
     */
    NeededValues(Schema existing, Schema wanted) {
        this.existing = existing;
        this.values = wanted.mapping().neededValues();
    }

    /** What happens to rows that get no value, and what to do. */
    List<String> warnings(Operation operation) {
        return operation instanceof AddColumn add
                        && add.column().isUnfilled()
                        && existing.table(add.table()).isPresent()
                ? values.stream()
                        .filter(value -> value.table().equals(add.table())
                                && value.column().equals(add.column().name())
                                && hasMoments(value)
                                && mayHaveRows(value))
                        .map(NeededValues::warning)
                        .toList()
                : List.of();
    }

    /** A moment that comes with its zone is null either way. */
    private boolean hasMoments(NeededValue value) {
        String moment = value.moment();
        return moment == null
                || existing.table(value.table())
                        .flatMap(table -> table.column(moment))
                        .isPresent();
    }

    /** A check that lists the other classes of the table, and none of these, has kept their rows out. */
    private boolean mayHaveRows(NeededValue value) {
        Marker marker = value.marker();
        return marker == null
                || existing.table(value.table()).stream()
                        .flatMap(table -> table.constraintsOf(Check.class).stream())
                        .filter(Check::valid)
                        .map(check -> check.expression().sql())
                        .filter(check -> SqlText.mentionsColumn(check, marker.column()))
                        .map(SqlText::strings)
                        .noneMatch(listed -> listsAny(listed, marker.others()) && !listsAny(listed, marker.values()));
    }

    private static boolean listsAny(Set<String> strings, Set<String> values) {
        return values.stream().map(Literals::literal).anyMatch(strings::contains);
    }

    private static String warning(NeededValue value) {
        String column = OnlineOptions.key(value.table(), value.column());
        String consequence = value.moment() == null
                ? "its property is a primitive, and Hibernate can't read them"
                : "without its zone, in seconds, Hibernate reads " + value.moment() + " as null";
        return "Rows of " + value.entity() + " that are there have no value for " + column + ": " + consequence
                + ". Fill them in the file, or run"
                + " again with -Dmigrate.overwrite " + OnlineOptions.backfillArgument(column) + ".";
    }
}
