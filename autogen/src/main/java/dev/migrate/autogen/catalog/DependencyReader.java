package dev.migrate.autogen.catalog;

import dev.migrate.autogen.catalog.SequenceRow.ColumnId;
import dev.migrate.schema.Dependencies;
import dev.migrate.schema.Dependency;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the objects that were read need of one another, which the catalog says in their OIDs. */
final class DependencyReader {

    private final Map<String, Map<Long, ObjectId>> objects = new HashMap<>();

    /** Says what an OID of one of PostgreSQL's catalogs stands for. */
    void add(String catalog, long id, ObjectId object) {
        objects.computeIfAbsent(catalog, name -> new HashMap<>()).put(id, object);
    }

    /** Whether it was said what that OID stands for. */
    boolean knows(String catalog, long id) {
        return objects.getOrDefault(catalog, Map.of()).containsKey(id);
    }

    /** @param tables whose parts are known by the table's OID and a number */
    Dependencies read(CatalogSession session, TableReader tables) throws SQLException {
        List<Dependency> read = new ArrayList<>();
        session.read("dependencies.sql", row -> {
            Optional<ObjectId> dependent = object(row, "dependent", tables);
            Optional<ObjectId> needed = dependent.isEmpty() ? Optional.empty() : object(row, "needed", tables);
            if (needed.isPresent()) {
                read.add(new Dependency(dependent.get(), needed.get(), kind(row.text("kind"))));
            }
            return row;
        });
        return Dependencies.of(read);
    }

    /** Empty for what isn't read. */
    private Optional<ObjectId> object(Row row, String end, TableReader tables) throws SQLException {
        String catalog = row.text(end + "_catalog");
        long id = row.number(end + "_id");
        if (catalog.equals("pg_class") && tables.hasTable(id)) {
            ColumnId column = new ColumnId(id, row.count(end + "_part"));
            if (column.number() == 0) {
                return Optional.of(new OfTable(tables.tableName(id)));
            }
            return column.number() < 0
                    ? Optional.empty() // A system column is there as long as its table.
                    : Optional.of(new OfColumn(tables.tableName(id), tables.columnName(column)));
        }
        return Optional.ofNullable(objects.getOrDefault(catalog, Map.of()).get(id));
    }

    private static Dependency.Kind kind(String code) {
        return switch (code) {
            case "n" -> Dependency.Kind.NORMAL;
            case "a" -> Dependency.Kind.AUTOMATIC;
            default -> Dependency.Kind.PARTITION;
        };
    }
}
