package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.meaning.EnumConversion;
import dev.migrate.ddl.MeaningsDdl;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a change of ordinals or discriminators requires of the rows: none has what is gone. Where the column has another name or
 * type when the revision begins, only the change itself can tell.
 */
final class RemovedConstants {

    private RemovedConstants() {}

    static Optional<Require> of(ChangeMeanings change, List<? extends Operation> all, Schema existing) {
        if (change.removed().isEmpty()
                || all.stream().anyMatch(other -> isNamed(other, change))
                || existing.table(change.table())
                        .flatMap(table -> table.column(change.column()))
                        .filter(column -> change.kind() == Kind.DISCRIMINATORS
                                || (column.type().sql().endsWith("[]") == change.array()
                                        && EnumConversion.isOrdinal(column.type())))
                        .isEmpty()) {
            return Optional.empty();
        }
        List<String> key = existing.table(change.table())
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of(change.column()));
        return Optional.of(new Require(
                "no row of " + change.table() + " has " + MeaningsDdl.removed(change) + " in " + change.column(),
                "SELECT " + SqlIdentifiers.quoteAll(key) + " FROM " + SqlIdentifiers.quote(change.table()) + " WHERE "
                        + MeaningsDdl.hasRemoved(change)));
    }

    private static boolean isNamed(Operation other, ChangeMeanings change) {
        return (other instanceof TableRenaming rename && rename.renamed().equals(change.table()))
                || (other instanceof RenameColumn column
                        && column.table().equals(change.table())
                        && column.newName().equals(change.column()));
    }
}
