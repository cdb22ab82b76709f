package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * A {@code columnDefinition}, from which the foreign key is taken out: {@code bigint constraint fk_shop references shops
 * (id) on delete cascade not null} (PostgreSQL manual, CREATE TABLE). The rest is left to the server; a temporary table, in
 * which it says what it makes of that, can't refer to a table that stays.
 *
 * @param type everything else
 * @param foreignKey without a name if PostgreSQL is to choose it
 */
record ColumnText(String type, Optional<ForeignKey> foreignKey) {

    /** @param column whose definition it is */
    static ColumnText of(String definition, String column, SqlNames names) {
        if (!SqlIdentifiers.fold(definition).contains("references")) {
            return new ColumnText(definition, Optional.empty());
        }
        SqlReader text = new SqlReader(definition);
        StringBuilder type = new StringBuilder();
        while (!text.isAtEnd()) {
            String remaining = text.remaining();
            String name = text.accept("constraint") ? SqlNames.simple(text.next()) : null;
            if (text.accept("references")) {
                ForeignKey key = reference(text, column, names);
                return new ColumnText(
                        type.append(text.rest()).toString().strip(), Optional.of(name == null ? key : key.named(name)));
            }
            if (name == null) {
                text.next();
            }
            type.append(remaining, 0, remaining.length() - text.remaining().length());
        }
        return new ColumnText(definition, Optional.empty());
    }

    private static ForeignKey reference(SqlReader text, String column, SqlNames names) {
        String target = text.name();
        List<String> targetColumns = text.isAtGroup() ? SqlNames.list(text.group()) : List.of();
        return ForeignKeyText.withOptions(
                ForeignKeyReader.of(null, List.of(column), names.qualified(target), targetColumns), text);
    }
}
