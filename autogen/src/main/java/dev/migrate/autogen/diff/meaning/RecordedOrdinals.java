package dev.migrate.autogen.diff.meaning;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.EnumOperation.ChangeOrdinals;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.List;

/**
 * What the ordinals in each column stand for, as the operations of a history have recorded it: {@code docs/decisions/0019}
 * says why the database doesn't.
 */
public final class RecordedOrdinals {

    private final ColumnNotes<List<String>> constants;

    private RecordedOrdinals(ColumnNotes<List<String>> constants) {
        this.constants = constants;
    }

    /** Before the first revision. */
    public static RecordedOrdinals none(String defaultSchema) {
        return new RecordedOrdinals(new ColumnNotes<>(defaultSchema));
    }

    /** What 0, 1, … stand for in a column; empty if nobody has recorded it. */
    public List<String> of(QualifiedName table, String column) {
        return constants.of(table, column).orElse(List.of());
    }

    /** The same when these operations have been done as well. */
    public RecordedOrdinals after(List<? extends Operation> operations) {
        RecordedOrdinals changed = new RecordedOrdinals(constants.copy());
        ColumnNotes.each(operations).forEach(changed::follow);
        return changed;
    }

    private void follow(Operation operation) {
        if (operation instanceof ChangeOrdinals change) {
            constants.remove(change.table(), change.column());
            if (!change.to().isEmpty()) {
                constants.put(change.table(), change.column(), change.to());
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
        constants.follow(operation);
    }

    /** Names are no ordinals. */
    private void retype(QualifiedName table, String column, Type type) {
        if (!EnumConversion.isOrdinal(type)) {
            constants.remove(table, column);
        }
    }
}
