package dev.migrate.autogen.catalog;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.SequenceRow.ColumnId;
import dev.migrate.runtime.connection.UnnamedStatements;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import dev.migrate.schema.Validity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a PostgreSQL catalog, version 13 or later.
 *
 * <p>Objects in the connection's {@code current_schema()} are named without their schema, all others with it. Types and
 * expressions are as PostgreSQL prints them when only that schema is on the search path. Sequence options are resolved.
 * Left out are objects that belong to an extension, the copies that partitions have of their parent's constraints and
 * indexes, and Migrate's own tables. Auxiliary objects are all functions, views, triggers, casts and composite types that
 * there are: whoever compares them looks for those that are declared, and leaves the others alone.
 *
 * <p>If the connection is in auto-commit mode the catalog is read in a read-only transaction of its own, otherwise within
 * the open one; either way its search path is what it was before.
 */
public final class CatalogReader {

    /**
     * Reads what {@code scope} selects.
     *
     * @throws MigrateException if the server is older than PostgreSQL 13, no schema of the search path exists, or the
     *     catalog cannot be read
     */
    public Schema read(Connection connection, CatalogScope scope) {
        return read(connection, scope, CatalogReader::everything);
    }

    /**
     * The same with tables and their sequences only, for half of the work.
     *
     * @throws MigrateException as {@link #read}
     */
    public Schema readTables(Connection connection, CatalogScope scope) {
        return read(connection, scope, CatalogReader::tables);
    }

    /**
     * The schemas outside of {@code scope} in which it would find tables or sequences, of a role that the connection's
     * user acts for, if it named them. Those that extensions live in are left out.
     *
     * @throws MigrateException as {@link #read}
     */
    public Set<String> schemasBeyond(Connection connection, CatalogScope scope) {
        return inSession(connection, scope, session -> {
            Set<String> schemas = new HashSet<>();
            session.read("relations_elsewhere.sql", row -> {
                String schema = row.text("schema");
                return scope.reads(schema, row.text("name")) && schemas.add(schema);
            });
            return schemas;
        });
    }

    /** How much of a catalog is read. */
    @FunctionalInterface
    private interface Extent {
        Schema read(CatalogSession session, CatalogScope scope, IndexKeys keys) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T in(CatalogSession session) throws SQLException;
    }

    private static Schema read(Connection connection, CatalogScope scope, Extent extent) {
        return inSession(connection, scope, session -> extent.read(session, scope, IndexKeys.read(session)));
    }

    private static <T> T inSession(Connection connection, CatalogScope scope, Reading<T> reading) {
        try {
            return UnnamedStatements.during(connection, () -> {
                try (CatalogSession session = CatalogSession.open(connection, scope)) {
                    return reading.in(session);
                }
            });
        } catch (SQLException e) {
            throw new MigrateException("The catalog cannot be read: " + e.getMessage(), e);
        }
    }

    private static Schema tables(CatalogSession session, CatalogScope scope, IndexKeys keys) throws SQLException {
        List<SequenceRow> sequences = sequences(session);
        TableReader tables = tables(session, scope, keys, sequences);
        return Schema.EMPTY.withTables(tables.tables()).withSequences(sequences(sequences, tables));
    }

    private static List<SequenceRow> sequences(CatalogSession session) throws SQLException {
        return session.read("sequences.sql", row -> SequenceRow.read(session, row));
    }

    private static TableReader tables(
            CatalogSession session, CatalogScope scope, IndexKeys keys, List<SequenceRow> sequences)
            throws SQLException {
        Map<ColumnId, SequenceOptions> generators = new HashMap<>();
        for (SequenceRow sequence : sequences) {
            if (sequence.isIdentity() && sequence.column() != null) {
                generators.put(sequence.column(), sequence.options());
            }
        }
        return TableReader.read(session, scope, keys, generators);
    }

    private static Schema everything(CatalogSession session, CatalogScope scope, IndexKeys keys) throws SQLException {
        List<SequenceRow> sequences = sequences(session);
        TableReader tables = tables(session, scope, keys, sequences);
        DependencyReader dependencies = new DependencyReader();
        tables.identify(dependencies);
        Schema schema = new Schema(
                        session.namespaces().stream()
                                .map(CatalogSession.Namespace::name)
                                .filter(name -> !session.isDefault(name))
                                .toList(),
                        tables.tables(),
                        sequences(sequences, tables),
                        session.read("enums.sql", row -> enumType(session, row, dependencies)),
                        domains(session, keys, dependencies),
                        session.read("extensions.sql", row -> row.text("name")),
                        session.read("auxiliary_objects.sql", row -> auxiliaryObject(row, dependencies)),
                        MappingFacts.NONE)
                .withStatistics(statistics(session, tables, dependencies));
        return isOfTablesOnly(schema) ? schema : schema.withDependencies(dependencies.read(session, tables));
    }

    /** Whether nothing is there that could need more than a table says itself. */
    private static boolean isOfTablesOnly(Schema schema) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.generated() != null) {
                    return false;
                }
            }
        }
        return schema.auxiliaryObjects().isEmpty()
                && schema.statistics().isEmpty()
                && schema.enums().isEmpty()
                && schema.domains().isEmpty();
    }

    private static AuxiliaryObject auxiliaryObject(Row row, DependencyReader dependencies) throws SQLException {
        String definition = row.optional("create");
        String identity = row.text("identity");
        String catalog = row.optional("catalog");
        if (catalog != null) {
            dependencies.add(catalog, row.number("id"), new ObjectId.OfObject(identity));
        }
        return new AuxiliaryObject(
                identity, definition == null ? "" : definition + row.text("appended"), row.text("drop"), definition);
    }

    /** Those of the tables and views that are read, in whatever schema they are. */
    private static List<Statistics> statistics(
            CatalogSession session, TableReader tables, DependencyReader dependencies) throws SQLException {
        List<Statistics> statistics = new ArrayList<>();
        session.read("statistics.sql", row -> {
            long table = row.number("table_id");
            if (tables.hasTable(table) || dependencies.knows("pg_class", table)) {
                Statistics read = statistics(session, row);
                dependencies.add("pg_statistic_ext", row.number("id"), new ObjectId.OfStatistics(read.name()));
                statistics.add(read);
            }
            return row;
        });
        return statistics;
    }

    private static Statistics statistics(CatalogSession session, Row row) throws SQLException {
        return new Statistics(
                session.name(row.text("schema"), row.text("name")),
                session.name(row.text("table_schema"), row.text("table_name")),
                row.texts("kinds").stream().flatMap(kind -> kind(kind).stream()).collect(Collectors.toSet()),
                Stream.concat(
                                row.texts("columns").stream().map(IndexKey::column),
                                row.texts("expressions").stream()
                                        .map(printed -> IndexKey.expression(PrintedSql.expression(printed))))
                        .toList(),
                row.optional("target") == null ? null : row.count("target"),
                row.optional("comment"),
                false);
    }

    /** Empty for what PostgreSQL keeps of expressions, whether it is asked to or not. */
    private static Optional<Statistics.Kind> kind(String code) {
        return switch (code) {
            case "d" -> Optional.of(Statistics.Kind.NDISTINCT);
            case "f" -> Optional.of(Statistics.Kind.DEPENDENCIES);
            case "m" -> Optional.of(Statistics.Kind.MCV);
            default -> Optional.empty();
        };
    }

    private static List<Sequence> sequences(List<SequenceRow> rows, TableReader tables) {
        List<Sequence> sequences = new ArrayList<>();
        for (SequenceRow row : rows) {
            ColumnId column = row.column();
            if (column == null) {
                sequences.add(new Sequence(row.name(), row.options(), null, row.comment(), false));
            } else if (!row.isIdentity() && tables.hasTable(column.table())) {
                Sequence.Owner owner = new Sequence.Owner(tables.tableName(column.table()), tables.columnName(column));
                sequences.add(new Sequence(row.name(), row.options(), owner, row.comment(), false));
            }
        }
        return sequences;
    }

    private static EnumType enumType(CatalogSession session, Row row, DependencyReader dependencies)
            throws SQLException {
        return new EnumType(typeName(session, row, dependencies), row.texts("labels"), row.optional("comment"));
    }

    private static QualifiedName typeName(CatalogSession session, Row row, DependencyReader dependencies)
            throws SQLException {
        QualifiedName name = session.name(row.text("schema"), row.text("name"));
        dependencies.add("pg_type", row.number("id"), new ObjectId.OfType(name));
        return name;
    }

    private static List<Domain> domains(CatalogSession session, IndexKeys keys, DependencyReader dependencies)
            throws SQLException {
        Map<Long, List<Check>> checks = new HashMap<>();
        session.read("domain_checks.sql", row -> checks.computeIfAbsent(
                        row.number("domain_id"), id -> new ArrayList<>())
                .add(new Check(row.text("name"), PrintedSql.expression(row.text("expression")), Validity.VALID, true)
                        .valid(row.flag("is_valid"))));
        return session.read("domains.sql", row -> {
            String printed = row.optional("expression");
            return new Domain(
                    typeName(session, row, dependencies),
                    new Type(row.text("type")),
                    !row.flag("is_not_null"),
                    printed == null ? null : Expression.of(printed),
                    row.optional("collation_id") == null ? null : keys.collation(row.number("collation_id")),
                    checks.getOrDefault(row.number("id"), List.of()),
                    row.optional("comment"));
        });
    }
}
