package dev.migrate.autogen.online;

import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.KnownValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What existing rows get in columns that come, where nobody has to be asked: what the mapping knows, and the numbers of the
 * sequence that numbers a table's new key.
 */
final class KnownValues {

    private final List<Reversible> operations;
    private final Schema existing;
    private final Schema wanted;
    private final NumberedKeys keys;

    /**
     * @param existing what there is before
     * @param wanted what there is after
     */
    KnownValues(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.wanted = wanted;
        this.keys = new NumberedKeys(operations, existing, wanted);
    }

    /**
     * The options with what is known, unless they say something else.
     *
     * @param moves fill rows with what they have elsewhere
     */
    OnlineOptions addedTo(OnlineOptions options, RowMoves moves) {
        Map<String, String> known = new TreeMap<>();
        for (Reversible operation : operations) {
            if (operation instanceof AddColumn add && add.column().isUnfilled()) {
                value(add.table(), add.column())
                        .filter(sql ->
                                moves.fill(add.table(), add.column().name()).isEmpty())
                        .ifPresent(sql -> known.put(
                                OnlineOptions.key(add.table(), add.column().name()), sql));
            } else if (operation instanceof ChangeColumn change
                    && change.from().nullable()
                    && !change.to().nullable()) {
                declared(change.table(), change.to())
                        .ifPresent(sql -> known.put(
                                OnlineOptions.key(change.table(), change.to().name()), sql));
            }
        }
        return options.known(known);
    }

    private Optional<String> value(QualifiedName table, Column column) {
        return existing.table(table).isEmpty()
                ? Optional.empty()
                : declared(table, column).or(() -> number(table, column));
    }

    private Optional<String> declared(QualifiedName table, Column column) {
        return wanted.mapping().knownValues().stream()
                .filter(value -> value.table().equals(table) && value.column().equals(column.name()))
                .map(KnownValue::sql)
                .filter(sql -> column.type().sql().equals("boolean") == (sql.equals("true") || sql.equals("false")))
                .findFirst();
    }

    /** A key that is a reference, too, has the number of what it refers to. */
    private Optional<String> number(QualifiedName table, Column column) {
        boolean isKey = wanted.table(table)
                .filter(becoming -> becoming.primaryKey()
                                .map(PrimaryKey::columns)
                                .filter(List.of(column.name())::equals)
                                .isPresent()
                        && becoming.constraintsOf(ForeignKey.class).stream()
                                .noneMatch(reference -> reference.columns().contains(column.name())))
                .isPresent();
        if (!isKey || !column.type().isInteger()) {
            return Optional.empty();
        }
        List<Sequence> numbering = wanted.sequences().stream()
                .filter(sequence -> keys.numbered(sequence).stream().anyMatch(key -> key.is(table, column)))
                .toList();
        return numbering.size() == 1
                ? Optional.of("nextval(" + NumberedKeys.literal(numbering.get(0)) + ")")
                : Optional.empty();
    }

    /** Whether no two rows get the same. */
    static boolean areDistinct(String sql) {
        return sql.startsWith("nextval(") || sql.startsWith("gen_random_uuid()");
    }
}
