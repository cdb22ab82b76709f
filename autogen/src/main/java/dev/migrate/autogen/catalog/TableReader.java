package dev.migrate.autogen.catalog;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.SequenceRow.ColumnId;
import dev.migrate.runtime.RunSettings;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables: each kind of part with one query over all tables, put together here by the table's OID. */
final class TableReader {

    private final CatalogSession session;
    private final IndexKeys keys;
    private final Map<ColumnId, SequenceOptions> generators;
    private final Map<Long, TableRow> tables = new LinkedHashMap<>();
    private final Map<Long, TableColumns> columns = new HashMap<>();
    private final Map<Long, List<QualifiedName>> parents = new HashMap<>();
    private final Map<Long, List<Constraint>> constraints = new HashMap<>();
    private final Map<Long, ObjectId> constraintIds = new HashMap<>();
    private final Map<Long, ObjectId> indexIds = new HashMap<>();
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final Map<String, Type> types = new HashMap<>();

    private TableReader(CatalogSession session, IndexKeys keys, Map<ColumnId, SequenceOptions> generators) {
        this.session = session;
        this.keys = keys;
        this.generators = generators;
    }

    /** @param generators the sequences of identity columns */
    static TableReader read(
            CatalogSession session, CatalogScope scope, IndexKeys keys, Map<ColumnId, SequenceOptions> generators)
            throws SQLException {
        TableReader reader = new TableReader(session, keys, generators);
        reader.readTables(scope);
        reader.readColumns();
        reader.leaveOutOtherHistories();
        reader.readConstraintsAndIndexes();
        return reader;
    }

    /** The tables that the scope selects. */
    List<Table> tables() {
        return tables.values().stream().map(this::table).toList();
    }

    /** Says which constraints and indexes the OIDs stand for. */
    void identify(DependencyReader dependencies) {
        constraintIds.forEach((id, constraint) -> dependencies.add("pg_constraint", id, constraint));
        indexIds.forEach((id, index) -> dependencies.add("pg_class", id, index));
    }

    boolean hasTable(long id) {
        return tables.containsKey(id);
    }

    QualifiedName tableName(long id) {
        return existing(tables, id).name();
    }

    String columnName(ColumnId id) {
        return existing(columns, id.table()).name(id.number());
    }

    static <T> T existing(Map<Long, T> byId, long id) {
        T value = byId.get(id);
        if (value == null) {
            throw new MigrateException("The catalog changed while it was read: the object with OID " + id
                    + " was dropped. Run the command again when nobody else changes the schema.");
        }
        return value;
    }

    private void readTables(CatalogScope scope) throws SQLException {
        for (TableRow table : session.read("relations.sql", row -> TableRow.read(session, row))) {
            if (scope.reads(table.schema(), table.name().name())) {
                tables.put(table.id(), table);
            }
        }
        session.read("inheritance.sql", row -> parents.computeIfAbsent(row.number("table_id"), id -> new ArrayList<>())
                .add(session.name(row.text("parent_schema"), row.text("parent_name"))));
    }

    private void readColumns() throws SQLException {
        session.read("columns.sql", row -> {
            ColumnId id = new ColumnId(row.number("table_id"), row.count("number"));
            columns.computeIfAbsent(id.table(), table -> new TableColumns())
                    .add(id.number(), column(id, row), row.number("collation_id"), row.flag("is_local"));
            return id;
        });
    }

    /** Where another history keeps what is applied: no entity declares that, and it is nobody's to drop. */
    private void leaveOutOtherHistories() {
        List<TableRow> versions = tables.values().stream()
                .filter(table -> columnNames(table).equals(List.of("revision")))
                .toList();
        for (TableRow version : versions) {
            QualifiedName name = version.name();
            QualifiedName journalName = name.sibling(Identifiers.truncate(RunSettings.journalTable(name.name())));
            tables.values().stream()
                    .filter(table -> table.name().equals(journalName)
                            && columnNames(table).containsAll(List.of("revision", "direction", "outcome", "checksum")))
                    .findFirst()
                    .ifPresent(journal -> tables.keySet().removeAll(List.of(version.id(), journal.id())));
        }
    }

    private List<String> columnNames(TableRow table) {
        return columns.getOrDefault(table.id(), new TableColumns()).own().stream()
                .map(Column::name)
                .toList();
    }

    private Column column(ColumnId id, Row row) throws SQLException {
        String name = row.text("name");
        Type type = types.computeIfAbsent(row.text("type"), Type::new);
        boolean isNullable = !row.flag("is_not_null");
        if (row.flag("is_plain")) {
            return new Column(name, type, isNullable, null, null, null, null, null, null, null, false);
        }
        String printed = row.optional("expression");

        Generated.Kind generated = generated(row.text("generated"));
        return new Column(
                name,
                type,
                isNullable,
                printed == null || generated != null ? null : Expression.of(printed),
                identity(row.text("identity"), id),
                printed == null || generated == null ? null : new Generated(PrintedSql.expression(printed), generated),
                row.flag("is_collated") ? keys.collation(row.number("collation_id")) : null,
                storage(row.optional("storage")),
                compression(row.text("compression")),
                row.optional("comment"),
                false);
    }

    private @Nullable Identity identity(String code, ColumnId id) {
        if (code.isEmpty()) {
            return null;
        }
        SequenceOptions options = generators.getOrDefault(id, SequenceOptions.DEFAULT);
        return new Identity(code.equals("a") ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT, options);
    }

    private static Generated.@Nullable Kind generated(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return code.equals("v") ? Generated.Kind.VIRTUAL : Generated.Kind.STORED;
    }

    private static @Nullable String storage(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "x" -> "EXTENDED";
            case "m" -> "MAIN";
            default -> throw new IllegalStateException("The catalog has an unknown storage '" + code + "'");
        };
    }

    private static @Nullable String compression(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return code.equals("l") ? "lz4" : "pglz";
    }

    private void readConstraintsAndIndexes() throws SQLException {
        List<ConstraintRow> constraintRows = session.read("constraints.sql", row -> ConstraintRow.read(session, row));
        Map<Long, IndexRow> indexRows = new LinkedHashMap<>();
        session.read("indexes.sql", IndexRow::read).forEach(index -> indexRows.put(index.id(), index));
        Set<Long> owned = new HashSet<>();
        for (ConstraintRow row : constraintRows) {
            if (row.ownsIndex()) {
                owned.add(row.index());
            }
            if (hasTable(row.table())) {
                constraintIds.put(row.id(), new ObjectId.OfConstraint(tableName(row.table()), row.name()));
                IndexRow backing = row.ownsIndex() ? existing(indexRows, row.index()) : null;
                constraints
                        .computeIfAbsent(row.table(), id -> new ArrayList<>())
                        .add(row.constraint(columns, backing, keys));
            }
        }
        for (IndexRow row : indexRows.values()) {
            if (hasTable(row.table()) && !owned.contains(row.id())) {
                Index index = row.index(tableName(row.table()), keys, existing(columns, row.table()));
                indexIds.put(row.id(), new ObjectId.OfIndex(index.qualifiedName()));
                indexes.computeIfAbsent(row.table(), id -> new ArrayList<>()).add(index);
            }
        }
    }

    private Table table(TableRow row) {
        TableColumns ofTable = columns.getOrDefault(row.id(), new TableColumns());
        List<QualifiedName> ofParents = parents.getOrDefault(row.id(), List.of());
        boolean isPartition = row.bound() != null;
        return new Table(
                row.name(),
                ofTable.own(),
                sorted(constraints, row.id(), ConstraintOrder.BY_KIND_AND_NAME),
                sorted(indexes, row.id(), Comparator.comparing(Index::name)),
                row.comment(),
                row.isUnlogged(),
                row.storageParameters(),
                row.tablespace(),
                isPartition ? List.of() : ofParents,
                row.partitioning(keys, ofTable),
                row.bound() == null ? null : new PartitionOf(ofParents.get(0), row.bound()),
                false);
    }

    private static <T> List<T> sorted(Map<Long, List<T>> byTable, long table, Comparator<T> order) {
        List<T> ofTable = new ArrayList<>(byTable.getOrDefault(table, List.of()));
        ofTable.sort(order);
        return ofTable;
    }
}
