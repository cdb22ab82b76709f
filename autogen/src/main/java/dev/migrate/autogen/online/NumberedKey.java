package dev.migrate.autogen.online;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/** A column whose values are numbers of a sequence or an identity, with its table. */
record NumberedKey(Table table, Column column) {

    boolean is(QualifiedName ofTable, Column other) {
        return table.name().equals(ofTable) && column.name().equals(other.name());
    }
}
