package dev.migrate.autogen.scratch;

import dev.migrate.MigrateException;
import dev.migrate.runtime.connection.UnnamedStatements;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says of a declared schema how PostgreSQL's catalog would have it, so that it can be compared with one that was read.
 *
 * <p>The server is the only one who parses: types, defaults, formulas, checks, index expressions and predicates are created
 * in {@code pg_temp} and read back. Each expression keeps its author's text and gets the server's as its normal form.
 * Names lose the default schema; what a column's type text says beside the type ({@code serial}, {@code varchar(20)
 * default 'x' check (…)}) becomes what PostgreSQL makes of it; empty target columns become the target's primary key;
 * sequence options are resolved.
 */
public final class Canonicalizer {

    /** A transaction can hold 64 locks times {@code max_connections} by default; others need theirs. */
    private static final int LOCKS = 600;

    private final Connection connection;

    /**
     * @param connection to the server that is compared with; a transaction that is open on it stays as it was. Its
     *     search path says which schema is the default one
     */
    public Canonicalizer(Connection connection) {
        this.connection = connection;
    }

    /**
     * What {@code declared} would be in the catalog.
     *
     * @throws MigrateException if PostgreSQL refuses something that is declared, naming it; or if temporary objects
     *     cannot be created on this connection
     */
    public Schema canonicalize(Schema declared) {
        return canonicalize(declared, Schema.EMPTY);
    }

    /**
     * The same, knowing what the database has: a declared table that is literally equal to a live one needs no trip to
     * the server, and a foreign key may point to a live table that isn't declared.
     */
    public Schema canonicalize(Schema declared, Schema live) {
        return canonicalize(declared, live, table -> true);
    }

    /** The same for the tables that are compared; the others stay as they are declared, and PostgreSQL isn't asked. */
    public Schema canonicalize(Schema declared, Schema live, Predicate<QualifiedName> isCompared) {
        try {
            return UnnamedStatements.during(connection, () -> canonicalizeInSession(declared, live, isCompared));
        } catch (SQLException e) {
            throw new MigrateException(
                    "What the entities declare cannot be prepared for comparison: " + e.getMessage(), e);
        }
    }

    private Schema canonicalizeInSession(Schema declared, Schema live, Predicate<QualifiedName> isCompared)
            throws SQLException {
        try (ScratchSession session = ScratchSession.open(connection)) {
            return new Canonicalization(session, session.defaultSchema().implied(declared), live, isCompared).result();
        }
    }

    /** One run. */
    private static final class Canonicalization {
        private final ScratchSession session;
        private final Schema declared;
        private final Schema live;
        private final Predicate<QualifiedName> isCompared;
        private final ScratchNames names;
        private final Map<QualifiedName, Table> canonical = new HashMap<>();
        private final DeclaredCasts casts;
        private final List<AuxiliaryObject> auxiliaryObjects = new ArrayList<>();
        private final List<Sequence> broughtAlong = new ArrayList<>();
        private final SortedMap<QualifiedName, List<MigrateException>> refused = new TreeMap<>();

        Canonicalization(ScratchSession session, Schema declared, Schema live, Predicate<QualifiedName> isCompared) {
            this.session = session;
            this.declared = declared;
            this.live = live;
            this.isCompared = isCompared;
            this.names = ScratchNames.of(declared, session.defaultSchema());
            this.casts = new DeclaredCasts(declared.auxiliaryObjects());
        }

        Schema result() throws SQLException {
            session.createExtensions(declared.extensions().stream()
                    .filter(name -> !live.extensions().contains(name))
                    .toList());
            ScratchTypes types = new ScratchTypes(declared, names);
            Schema typesRead = types.created(session);
            canonicalizeInChunks(canonicalizePlainTables());
            adoptLivePrinting();
            List<Table> tables = declared.tables().stream()
                    .map(table -> requireKeys(canonical.getOrDefault(table.name(), table)))
                    .toList();
            ForeignKeyTargets targets = new ForeignKeyTargets(tables, live.tables());
            tables = tables.stream().map(targets::resolved).toList();
            requireColumns(tables);
            requireNoneRefused();
            List<Sequence> sequences = new ArrayList<>(types.sequences(typesRead));
            sequences.addAll(broughtAlong);
            return declared.withTables(tables)
                    .withSequences(sequences)
                    .withDomains(types.domains(typesRead))
                    .withAuxiliaryObjects(types.composites(
                            new DeclaredObjects(session, names, declared, live).canonical(auxiliaryObjects),
                            typesRead));
        }

        /**
         * Handles the tables of which columns and names are everything, and those whose expressions others share; returns
         * the rest.
         */
        private List<ScratchTable> canonicalizePlainTables() throws SQLException {
            Map<QualifiedName, Table> existing = new HashMap<>();
            live.tables().forEach(table -> existing.put(table.name(), table));
            List<Table> unlike = declared.tables().stream()
                    .filter(table -> isCompared.test(table.name()) && !table.equals(existing.get(table.name())))
                    .toList();
            ColumnShapes shapes = ColumnShapes.read(session, names, casts.withTypesTo(unlike));
            auxiliaryObjects.addAll(casts.canonical(shapes));
            SharedExpressions shared = new SharedExpressions(names, shapes::canonical);
            List<ScratchTable> others = new ArrayList<>();
            for (Table table : unlike) {
                List<Column> columns = new ArrayList<>();
                for (Column column : table.columns()) {
                    shapes.canonical(column).ifPresent(columns::add);
                }
                if (ScratchTable.isPlain(table)
                        && columns.size() == table.columns().size()) {
                    canonical.put(table.name(), table.withColumns(columns));
                } else if (!shared.add(table)) {
                    others.add(new ScratchTable(table, names, shapes::canonical));
                }
            }
            for (ScratchTable each : shared.doubles()) {
                read(each).ifPresent(read -> shared.read(each, read));
            }
            shared.canonical()
                    .forEach((table, result) -> result.ifPresentOrElse(
                            found -> canonical.put(found.name(), found),
                            () -> others.add(new ScratchTable(table, names, shapes::canonical))));
            return others;
        }

        /** What a double becomes; empty if PostgreSQL refuses it. */
        private Optional<Schema> read(ScratchTable scratch) throws SQLException {
            return session.undone(() -> session.refusal(List.of(scratch.part())) == null
                    ? Optional.of(session.readTablesBack())
                    : Optional.empty());
        }

        private void canonicalizeInChunks(List<ScratchTable> tables) throws SQLException {
            List<ScratchTable> chunk = new ArrayList<>();
            int locks = 0;
            for (ScratchTable table : tables) {
                if (locks + table.locks() > LOCKS) {
                    canonicalizeChunk(chunk);
                    chunk.clear();
                    locks = 0;
                }
                chunk.add(table);
                locks += table.locks();
            }
            canonicalizeChunk(chunk);
        }

        private void canonicalizeChunk(List<ScratchTable> chunk) throws SQLException {
            if (chunk.isEmpty()) {
                return;
            }
            Map<ScratchPart, ScratchTable> parts = new LinkedHashMap<>();
            chunk.forEach(table -> parts.put(table.part(), table));
            Schema read = session.undone(() -> {
                for (ScratchSession.Refused each : session.createPossible(List.copyOf(parts.keySet()))) {
                    ScratchTable table = Objects.requireNonNull(parts.remove(each.part()));
                    refuse(table.name(), each.failure());
                }
                return session.readTablesBack();
            });
            for (ScratchTable table : parts.values()) {
                broughtAlong.addAll(table.ownedSequences(read));
                Table result = table.canonical(read);
                canonical.put(result.name(), result);
            }
        }

        private void refuse(QualifiedName table, MigrateException failure) {
            refused.computeIfAbsent(table, none -> new ArrayList<>()).add(failure);
        }

        /** What has no expression isn't tried on the server; whether its columns are there is known without. */
        private void requireColumns(List<Table> tables) {
            MissingColumns missing = new MissingColumns(tables, live.tables());
            for (Table table : tables) {
                if (isCompared.test(table.name()) && !refused.containsKey(table.name())) {
                    missing.of(table).forEach(sentence -> refuse(table.name(), new MigrateException(sentence)));
                }
            }
        }

        /** @throws MigrateException if something is refused; the message names all that is, and how to leave it out */
        private void requireNoneRefused() {
            if (refused.isEmpty()) {
                return;
            }
            MigrateException all = ScratchSession.together(
                    refused.values().stream().flatMap(List::stream).toList());
            String tables =
                    refused.keySet().stream().map(QualifiedName::toString).collect(Collectors.joining(","));
            throw new MigrateException(
                    all.getMessage() + "\nTo compare without "
                            + (refused.size() == 1 ? "this table" : "these tables")
                            + ": -Dmigrate.excludeTables=" + tables,
                    all.getCause() == null ? all : all.getCause());
        }

        private void adoptLivePrinting() throws SQLException {
            Reprinting reprinting = new Reprinting(session, names);
            for (Table existing : live.tables()) {
                Table table = canonical.get(existing.name());
                if (table != null) {
                    canonical.put(table.name(), reprinting.asPrinted(table, existing));
                }
            }
        }

        /** The columns of a primary key are NOT NULL, whether they say so or not. */
        private static Table requireKeys(Table table) {
            List<String> required = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
            for (Column column : table.columns()) {
                if (column.nullable() && required.contains(column.name())) {
                    return withRequired(table, required);
                }
            }
            return table;
        }

        private static Table withRequired(Table table, List<String> required) {
            return table.withColumns(table.columns().stream()
                    .map(column -> required.contains(column.name()) ? column.notNull() : column)
                    .toList());
        }
    }
}
