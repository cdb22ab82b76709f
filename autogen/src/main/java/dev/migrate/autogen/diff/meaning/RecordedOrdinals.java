package dev.migrate.autogen.diff.meaning;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.EnumOperation.ChangeOrdinals;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ordinals in each column stand for, as the operations of a history have recorded it: {@code docs/decisions/0019}
 * says why the database doesn't. It follows what gets another name, and ends with what is dropped.
 */
public final class RecordedOrdinals {

    private record Place(QualifiedName table, String column) {}

    private final String defaultSchema;
    private final Map<Place, List<String>> constants;

    private RecordedOrdinals(String defaultSchema, Map<Place, List<String>> constants) {
        this.defaultSchema = defaultSchema;
        this.constants = constants;
    }

    /** Before the first revision. */
    public static RecordedOrdinals none(String defaultSchema) {
        return new RecordedOrdinals(defaultSchema, Map.of());
    }

    /** What 0, 1, … stand for in a column; empty if nobody has recorded it. */
    public List<String> of(QualifiedName table, String column) {
        return constants.getOrDefault(place(table, column), List.of());
    }

    /** The same when these operations have been done as well. */
    public RecordedOrdinals after(List<? extends Operation> operations) {
        RecordedOrdinals changed = new RecordedOrdinals(defaultSchema, new HashMap<>(constants));
        operations.forEach(changed::follow);
        return changed;
    }

    private void follow(Operation operation) {
        if (operation instanceof ChangeOrdinals change) {
            constants.remove(place(change.table(), change.column()));
            if (!change.to().isEmpty()) {
                constants.put(place(change.table(), change.column()), change.to());
            }
        } else if (operation instanceof RenameTable rename) {
            renameTable(rename);
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(rename.table(), rename.column(), rename.newName());
        } else if (operation instanceof DropTable drop) {
            forget(drop.table().name());
        } else if (operation instanceof DropByName drop && drop.kind() == ObjectOperation.Kind.TABLE) {
            forget(drop.name());
        } else if (operation instanceof DropColumn drop) {
            constants.remove(place(drop.table(), drop.column().name()));
        } else if (operation instanceof DropColumnByName drop) {
            constants.remove(place(drop.table(), drop.column()));
        } else if (operation instanceof ChangeColumn change) {
            retype(change.table(), change.from().name(), change.to().type());
        } else if (operation instanceof AlterColumn alter) {
            follow(alter);
        }
    }

    private void follow(AlterColumn alter) {
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.SetType type) {
                retype(alter.table(), alter.column(), type.type());
            } else if (change instanceof ColumnChange.Rename rename) {
                renameColumn(alter.table(), alter.column(), rename.newName());
            }
        }
    }

    /** Names are no ordinals. */
    private void retype(QualifiedName table, String column, Type type) {
        if (!EnumConversion.isOrdinal(type)) {
            constants.remove(place(table, column));
        }
    }

    private void renameColumn(QualifiedName table, String column, String newName) {
        List<String> known = constants.remove(place(table, column));
        if (known != null) {
            constants.put(place(table, newName), known);
        }
    }

    private void renameTable(RenameTable rename) {
        QualifiedName old = unqualified(rename.table());
        List<Place> places = constants.keySet().stream()
                .filter(place -> place.table().equals(old))
                .toList();
        for (Place place : places) {
            List<String> known = constants.remove(place);
            constants.put(new Place(old.sibling(rename.newName()), place.column()), known);
        }
    }

    private void forget(QualifiedName table) {
        constants.keySet().removeIf(place -> place.table().equals(unqualified(table)));
    }

    private Place place(QualifiedName table, String column) {
        return new Place(unqualified(table), column);
    }

    private QualifiedName unqualified(QualifiedName table) {
        return defaultSchema.equals(table.schema()) ? table.inSchema(null) : table;
    }
}
