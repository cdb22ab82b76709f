package dev.migrate.autogen.diff.meaning;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.Operation;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StoredValue;
import dev.migrate.schema.Type;
import java.util.List;

/**
 * What the values in each column stand for, as the operations of a history have recorded it: {@code docs/decisions/0019}
 * says why the database doesn't.
 */
public final class RecordedMeanings {

    private record Meanings(Kind kind, List<StoredValue> values) {}

    private final ColumnNotes<Meanings> recorded;

    private RecordedMeanings(ColumnNotes<Meanings> recorded) {
        this.recorded = recorded;
    }

    /** Before the first revision. */
    public static RecordedMeanings none(String defaultSchema) {
        return new RecordedMeanings(new ColumnNotes<>(defaultSchema));
    }

    /** What the values in a column stand for; empty if nobody has recorded it. */
    public List<StoredValue> of(QualifiedName table, String column, Kind kind) {
        return recorded.of(table, column)
                .filter(meanings -> meanings.kind() == kind)
                .map(Meanings::values)
                .orElse(List.of());
    }

    /** The same when these operations have been done as well. */
    public RecordedMeanings after(List<? extends Operation> operations) {
        RecordedMeanings changed = new RecordedMeanings(recorded.copy());
        ColumnNotes.each(operations).forEach(changed::follow);
        return changed;
    }

    private void follow(Operation operation) {
        if (operation instanceof ChangeMeanings change) {
            recorded.remove(change.table(), change.column());
            if (!change.to().isEmpty()) {
                recorded.put(change.table(), change.column(), new Meanings(change.kind(), change.to()));
            }
        } else if (operation instanceof ChangeColumn change) {
            retype(change.table(), change.from().name(), change.to().type());
        } else if (operation instanceof AlterColumn alter) {
            for (ColumnChange change : alter.changes()) {
                if (change instanceof ColumnChange.SetType type) {
                    retype(alter.table(), alter.column(), type.type());
                }
            }
        }
        recorded.follow(operation);
    }

    /** Names are no ordinals. */
    private void retype(QualifiedName table, String column, Type type) {
        if (!EnumConversion.isOrdinal(type) && !of(table, column, Kind.ORDINALS).isEmpty()) {
            recorded.remove(table, column);
        }
    }
}
