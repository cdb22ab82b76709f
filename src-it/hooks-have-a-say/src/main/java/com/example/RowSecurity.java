package com.example;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.CustomOperation;
import dev.migrate.schema.QualifiedName;

/** Turns row level security on or off. */
public record RowSecurity(String table, boolean enabled) implements CustomOperation.Invertible {

    @Override
    public String sql(int postgresMajor) {
        return "ALTER TABLE " + SqlIdentifiers.quote(QualifiedName.parse(table))
                + (enabled ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY";
    }

    @Override
    public String java() {
        return "new RowSecurity(\"" + table + "\", " + enabled + ")";
    }

    @Override
    public RowSecurity inverse() {
        return new RowSecurity(table, !enabled);
    }
}
