package dev.migrate.autogen.diff.meaning;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes about columns that follow what gets another name, and end with what is dropped. */
final class ColumnNotes<T> {

    private record Place(QualifiedName table, String column) {}

    private final String defaultSchema;
    private final Map<Place, T> notes;

    /** @param defaultSchema the schema that an unqualified name is in */
    ColumnNotes(String defaultSchema) {
        this(defaultSchema, Map.of());
    }

    private ColumnNotes(String defaultSchema, Map<Place, T> notes) {
        this.defaultSchema = defaultSchema;
        this.notes = new HashMap<>(notes);
    }

    ColumnNotes<T> copy() {
        return new ColumnNotes<>(defaultSchema, notes);
    }

    Optional<T> of(QualifiedName table, String column) {
        return Optional.ofNullable(notes.get(place(table, column)));
    }

    void put(QualifiedName table, String column, T note) {
        notes.put(place(table, column), note);
    }

    void remove(QualifiedName table, String column) {
        notes.remove(place(table, column));
    }

    /** The operations, with those that alter several columns as one for each column. */
    static Stream<Operation> each(List<? extends Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        operation instanceof AlterColumns alter ? alter.each().stream() : Stream.of(operation));
    }

    /** Moves and removes notes as an operation renames and drops what they are about. */
    void follow(Operation operation) {
        if (operation instanceof TableRenaming rename) {
            renameTable(rename);
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(rename.table(), rename.column(), rename.newName());
        } else if (operation instanceof AlterColumn alter) {
            for (ColumnChange change : alter.changes()) {
                if (change instanceof ColumnChange.Rename rename) {
                    renameColumn(alter.table(), alter.column(), rename.newName());
                }
            }
        } else if (operation instanceof DropTable drop) {
            forget(drop.table().name());
        } else if (operation instanceof DropByName drop && drop.kind() == ObjectOperation.Kind.TABLE) {
            forget(drop.name());
        } else if (operation instanceof DropColumn drop) {
            remove(drop.table(), drop.column().name());
        } else if (operation instanceof DropColumnByName drop) {
            remove(drop.table(), drop.column());
        }
    }

    private void renameColumn(QualifiedName table, String column, String newName) {
        T known = notes.remove(place(table, column));
        if (known != null) {
            notes.put(place(table, newName), known);
        }
    }

    private void renameTable(TableRenaming rename) {
        QualifiedName old = unqualified(rename.table());
        List<Place> places = notes.keySet().stream()
                .filter(place -> place.table().equals(old))
                .toList();
        for (Place place : places) {
            T known = notes.remove(place);
            notes.put(new Place(unqualified(rename.renamed()), place.column()), known);
        }
    }

    private void forget(QualifiedName table) {
        notes.keySet().removeIf(place -> place.table().equals(unqualified(table)));
    }

    private Place place(QualifiedName table, String column) {
        return new Place(unqualified(table), column);
    }

    private QualifiedName unqualified(QualifiedName table) {
        return defaultSchema.equals(table.schema()) ? table.inSchema(null) : table;
    }
}
