package dev.migrate.autogen.online;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** A column whose values are numbers of a sequence or an identity, with its table. */
record NumberedKey(Table table, Column column) {

    boolean is(QualifiedName ofTable, Column other) {
        return table.name().equals(ofTable) && column.name().equals(other.name());
    }

    boolean isInteger() {
        return column.type().isInteger();
    }

    /** Its values as numbers that a sequence takes. */
    String select() {
        return "SELECT " + SqlIdentifiers.quote(column.name()) + (isInteger() ? "" : "::bigint") + " FROM "
                + SqlIdentifiers.quote(table.name());
    }

    /** The same under the names that it has when the renames are done. */
    NumberedKey after(List<Reversible> renames) {
        NumberedKey key = this;
        for (Reversible operation : renames) {
            QualifiedName name = key.table.name();
            if (operation instanceof TableRenaming rename && rename.table().equals(name)) {
                key = new NumberedKey(key.table.named(rename.renamed()), key.column);
            } else if (operation instanceof RenameColumn rename
                    && rename.table().equals(name)
                    && rename.column().equals(key.column.name())) {
                key = new NumberedKey(key.table, key.column.name(rename.newName()));
            }
        }
        return key;
    }

    /** What stands behind FROM to count on from its values. */
    static String rows(List<NumberedKey> keys) {
        return keys.size() == 1 && keys.get(0).isInteger()
                ? SqlIdentifiers.quote(keys.get(0).table().name())
                : keys.stream()
                        .map(NumberedKey::select)
                        .collect(Collectors.joining(" UNION ALL ", "(", ") AS numbered"));
    }
}
