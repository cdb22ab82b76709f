package dev.migrate.autogen.online;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which operations can't fail because of rows any more, as the migration has looked for such rows before its first
 * statement. An operation is known by what it changes: done in several steps, it has other forms.
 *
 * @param keys what they change
 */
public record CheckedRows(Set<List<Object>> keys) {

    public CheckedRows {
        keys = Set.copyOf(keys);
    }

    /** Whether such rows have been looked for. */
    public boolean contain(Operation operation) {
        return key(operation).filter(keys::contains).isPresent();
    }

    static Optional<List<Object>> key(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return Optional.ofNullable(add.constraint().name()).map(name -> List.of(add.table(), name, "constraint"));
        }
        if (operation instanceof ChangeColumn change) {
            return Optional.of(List.of(change.table(), change.to().name(), "type"));
        }
        if (operation instanceof ChangeMeanings change) {
            return Optional.of(List.of(change.table(), change.column(), change.kind()));
        }
        return operation instanceof ChangeEnum change
                ? Optional.of(List.of(change.from().name(), "labels"))
                : Optional.empty();
    }
}
