package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Foreign keys between random tables, in circles and to themselves: to primary keys and to what else is unique. */
final class RandomReferences {

    private final Draws draws;
    private final ServerVersion server;
    private final Map<QualifiedName, Type> keys;

    RandomReferences(Draws draws, ServerVersion server, Map<QualifiedName, Type> keys) {
        this.draws = draws;
        this.server = server;
        this.keys = keys;
    }

    List<Table> addedTo(List<Table> tables) {
        return tables.stream()
                .map(this::withPrimaryKeysReferenced)
                .map(table -> withUniquesReferenced(table, tables))
                .toList();
    }

    private Table withPrimaryKeysReferenced(Table start) {
        Table table = start;
        for (Map.Entry<QualifiedName, Type> target : keys.entrySet()) {
            if (draws.chance(30)) {
                String targetName = target.getKey().name().replace(' ', '_');
                String column = targetName.toLowerCase(Locale.ROOT) + "_id";
                ForeignKey reference = foreignKey(
                                draws.one(List.of("fk_", "ref_"))
                                        + column
                                        + table.name().name(),
                                column)
                        .references(target.getKey().toString(), "id");
                if (draws.chance(30)) {
                    reference = reference.onDelete(draws.one(List.of(
                            ForeignKey.Action.CASCADE, ForeignKey.Action.SET_NULL, ForeignKey.Action.RESTRICT)));
                }
                table = table.columns(column(column, target.getValue())).foreignKey(varied(reference));
            }
        }
        return table;
    }

    private ForeignKey varied(ForeignKey reference) {
        ForeignKey varied = draws.chance(20) ? reference.initiallyDeferred() : reference;
        varied = draws.chance(10) ? varied.deferrable() : varied;
        varied = draws.chance(10) ? varied.notValid() : varied;
        varied = draws.chance(10) ? varied.onUpdate(ForeignKey.Action.CASCADE) : varied;
        varied = draws.chance(10) ? varied.matchFull() : varied;
        return draws.chance(10) && server.isAtLeast(18) ? varied.notEnforced() : varied;
    }

    private Table withUniquesReferenced(Table start, List<Table> tables) {
        Table table = start;
        for (Table target : tables) {
            for (Unique unique : target.constraintsOf(Unique.class)) {
                if (draws.chance(40) && isReferable(unique, target) && isLike(table, target, unique.columns())) {
                    table = table.foreignKey(reference(table, target, unique));
                }
            }
        }
        return table;
    }

    private ForeignKey reference(Table table, Table target, Unique unique) {
        String first = unique.columns().get(0);
        ForeignKey reference = foreignKey(
                        "fk_" + String.join("_", unique.columns()) + "_"
                                + target.name().name() + "_" + table.name().name(),
                        first,
                        unique.columns().stream().skip(1).toArray(String[]::new))
                .references(target.name().toString(), unique.columns().toArray(String[]::new));
        if (unique.isWithoutOverlaps()) {
            return reference.period();
        }
        reference = draws.chance(20) && server.isAtLeast(15)
                ? reference.onDelete(ForeignKey.Action.SET_NULL, first)
                : reference;
        return varied(reference);
    }

    /** PostgreSQL takes no key for a target that may be violated until the end of a transaction. */
    private static boolean isReferable(Unique unique, Table target) {
        return unique.deferral()
                .equals(target.constraintsOf(PrimaryKey.class).get(0).deferral());
    }

    private static boolean isLike(Table table, Table target, List<String> columns) {
        return columns.stream().allMatch(name -> {
            Optional<Type> type = table.column(name).map(Column::type);
            return type.isPresent()
                    && !type.get().sql().startsWith("feeling") // PostgreSQL compares enums, but no domains over them.
                    && type.equals(target.column(name).map(Column::type));
        });
    }
}
