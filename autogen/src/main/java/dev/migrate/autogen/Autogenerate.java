package dev.migrate.autogen;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.MeaningChanges;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.meaning.ConstantRename;
import dev.migrate.autogen.diff.meaning.RecordedMeanings;
import dev.migrate.autogen.diff.meaning.WrittenColumns;
import dev.migrate.autogen.diff.renaming.Naming;
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.scratch.Canonicalizer;
import dev.migrate.autogen.scratch.Replay;
import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Planner;
import dev.migrate.schema.Column;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.MeaningColumn;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares entities with a database: the whole pipeline.
 *
 * <pre>{@code
 * entities ─> declared schema ─> what PostgreSQL makes of it ─┐
 *                                                             ├─> difference
 * database, or the history on a scratch database ─> catalog ──┘
 * }</pre>
 */
public final class Autogenerate {

    private final EntityReader reader;
    private final EntitySource entities;
    private final Function<DataSource, Migrate> history;
    private final ScratchServer scratch;
    private final CatalogScope filter;
    private final DiffOptions options;
    private final Predicate<RenameCandidate> isRename;

    /**
     * Says what to compare.
     *
     * @param reader reads the entities, usually an {@link EntityClassLoader}
     * @param entities which ones
     * @param history runs the project's migrations on a database
     * @param scratch where migrations are replayed when there is no database to look at, or when it must be known what
     *     this history created
     * @param filter which schemas and tables count beside those that the entities use
     * @param options renames, and what may be dropped
     */
    public Autogenerate(
            EntityReader reader,
            EntitySource entities,
            Function<DataSource, Migrate> history,
            ScratchServer scratch,
            CatalogScope filter,
            DiffOptions options) {
        this(new ReadOnce(reader), entities, history, scratch, filter, options, candidate -> false);
    }

    private Autogenerate(
            EntityReader reader,
            EntitySource entities,
            Function<DataSource, Migrate> history,
            ScratchServer scratch,
            CatalogScope filter,
            DiffOptions options,
            Predicate<RenameCandidate> isRename) {
        this.reader = reader;
        this.entities = entities;
        this.history = history;
        this.scratch = scratch;
        this.filter = filter;
        this.options = options;
        this.isRename = isRename;
    }

    /** The same comparison after somebody has been asked of each candidate whether it is a rename. */
    public Autogenerate asking(Predicate<RenameCandidate> newIsRename) {
        return new Autogenerate(reader, entities, history, scratch, filter, options, newIsRename);
    }

    /**
     * What has to change in this database so that it holds what the entities declare.
     *
     * @throws MigrateException if the database is not at the history's heads, or either side can't be read
     */
    public Difference compareWith(DataSource database) {
        try (Meanwhile<EntitySource> found = findEntities()) {
            Migrate migrate = history.apply(database);
            requireUpToDate(migrate);
            Comparison comparison =
                    compare(database, () -> {}, found, elsewhere -> false).recordedBy(migrate);
            Difference first = comparison.difference(options);
            Set<String> elsewhere = NamedSchemas.in(migrate, comparison.elsewhere());
            if (first.leftAlone().isEmpty() && elsewhere.isEmpty() && !comparison.isPerhapsOurs(first)) {
                return asked(comparison, options, first);
            }
            // Something isn't declared: whether it may go depends on who made it.
            Schema created = createdByHistory(comparison.scope().and(elsewhere));
            Set<String> left = schemasOf(created).collect(Collectors.toSet());
            return asked(
                    elsewhere.stream().anyMatch(left::contains)
                            ? compare(database, () -> {}, found, left::contains).recordedBy(migrate)
                            : comparison,
                    options.created(created));
        }
    }

    /**
     * What has to change so that the history leads to what the entities declare: the same comparison, on a scratch
     * database with all migrations applied. Everything there was created by this history.
     *
     * @throws MigrateException if a migration fails, or the entities can't be read
     */
    public Difference compareWithHistory() {
        try (Meanwhile<EntitySource> found = findEntities();
                ScratchDatabase database = scratch.create()) {
            Comparison comparison = compare(
                            database.dataSource(),
                            () -> Replay.run(history.apply(database.dataSource())),
                            found,
                            elsewhere -> true)
                    .recordedBy(history.apply(database.dataSource()));
            return asked(comparison, options.dropUnknown(true).created(comparison.actual()));
        }
    }

    /**
     * What differs between this database and the entities, wherever in the history it stands; nothing is a rename.
     * Everything there counts as created by this history.
     */
    public Difference driftOf(DataSource database) {
        try (Meanwhile<EntitySource> found = findEntities()) {
            Comparison comparison = compare(database, () -> {}, found, elsewhere -> true);
            return comparison
                    .writtenBy(history.apply(database))
                    .difference(options.dropUnknown(true)
                            .created(comparison.actual())
                            .renames(List.of()));
        }
    }

    /** The same comparison for a history that has other migrations. */
    public Autogenerate history(Function<DataSource, Migrate> newHistory) {
        return new Autogenerate(reader, entities, newHistory, scratch, filter, options, isRename);
    }

    /** Begun before anything else: to be searched and loaded, classes need no server. */
    private Meanwhile<EntitySource> findEntities() {
        return Meanwhile.start("finding the entities", () -> {
            reader.prepare(entities);
            return entities;
        });
    }

    private Difference asked(Comparison comparison, DiffOptions options) {
        return asked(comparison, options, comparison.difference(options));
    }

    /** A confirmed rename of a table can make candidates of its columns: they are asked for next, each one once. */
    private Difference asked(Comparison comparison, DiffOptions options, Difference first) {
        DiffOptions current = options;
        Difference difference = first;
        Set<String> asked = new HashSet<>();
        while (true) {
            List<String> confirmed = difference.candidates().stream()
                    .filter(candidate -> asked.add(candidate.option()))
                    .filter(isRename)
                    .map(RenameCandidate::option)
                    .toList();
            if (confirmed.isEmpty()) {
                return difference;
            }
            current = current.renames(Stream.concat(current.renames().stream(), confirmed.stream())
                    .toList());
            difference = comparison.difference(current);
        }
    }

    private static void requireUpToDate(Migrate migrate) {
        // What else may be wrong, such as an unknown revision in the version table, is thrown here as it is.
        boolean isCurrent = Planner.isCurrent(migrate.graph(), migrate.current());
        try {
            migrate.requireWhole();
            if (!isCurrent) {
                migrate.requireCurrent();
            }
        } catch (MigrateException behind) {
            throw new MigrateException("Target database is not up to date. " + behind.getMessage(), behind);
        }
    }

    /**
     * @param preparation what has to be done to the database before it is read, while the entities are
     * @param found the entities, as soon as they can be read
     * @param isOurs whether a schema that the entities don't use is looked at
     */
    private Comparison compare(
            DataSource database, Runnable preparation, Meanwhile<EntitySource> found, Predicate<String> isOurs) {
        try (Connection connection = database.getConnection()) {
            ServerVersion server =
                    ServerVersion.ofMajor(connection.getMetaData().getDatabaseMajorVersion());
            String defaultSchema = defaultSchema(connection);
            try (Meanwhile<Schema> catalog = Meanwhile.start("reading the catalog", () -> {
                preparation.run();
                return new CatalogReader().read(connection, filter);
            })) {
                Schema declared =
                        reader.read(found.result().postgresMajor(server.major()).defaultSchema(defaultSchema));
                CatalogScope used = scopeOf(declared, defaultSchema);
                Schema actual = catalog.result();
                Set<String> elsewhere = new CatalogReader().schemasBeyond(connection, used);
                CatalogScope scope = used.and(
                        elsewhere.stream().filter(isOurs.or(this::isLeft)).collect(Collectors.toSet()));
                if (!scope.schemas().equals(filter.schemas())) {
                    actual = new CatalogReader().read(connection, scope);
                }
                Schema wanted = new Canonicalizer(connection)
                        .canonicalize(declared, actual, table -> scope.reads(table, defaultSchema));
                Schema compared = scope.within(wanted, defaultSchema);
                LeftOut leftOut = LeftOut.of(wanted.withMapping(declared.mapping()), compared);
                return new Comparison(
                        scope,
                        elsewhere,
                        withoutOthers(leftOut.without(actual), declared.mapping()),
                        withoutOthers(leftOut.without(compared), declared.mapping()),
                        server,
                        defaultSchema,
                        Optional.empty(),
                        WrittenColumns.none(defaultSchema));
            }
        } catch (SQLException e) {
            throw new MigrateException("The database cannot be compared: " + e.getMessage(), e);
        }
    }

    /**
     * @param elsewhere the schemas with tables that the entities don't use
     * @param recorded what the history says of what rows mean; empty if that isn't compared
     * @param written what the history's operations say of columns
     */
    private record Comparison(
            CatalogScope scope,
            Set<String> elsewhere,
            Schema actual,
            Schema wanted,
            ServerVersion server,
            String defaultSchema,
            Optional<RecordedMeanings> recorded,
            WrittenColumns written) {

        Comparison recordedBy(Migrate migrate) {
            List<Operation> operations = operations(migrate);
            return of(Optional.of(RecordedMeanings.none(defaultSchema).after(operations)), operations);
        }

        /** The same, which says nothing of what rows mean. */
        Comparison writtenBy(Migrate migrate) {
            return of(recorded, operations(migrate));
        }

        private Comparison of(Optional<RecordedMeanings> meaning, List<Operation> operations) {
            return new Comparison(
                    scope,
                    elsewhere,
                    actual,
                    wanted,
                    server,
                    defaultSchema,
                    meaning,
                    WrittenColumns.none(defaultSchema).after(operations));
        }

        private static List<Operation> operations(Migrate migrate) {
            return migrate.graph().topological().stream()
                    .flatMap(revision -> migrate.record(revision.id(), Direction.UPGRADE).operations().stream())
                    .map(Operation.class::cast)
                    .toList();
        }

        /** Whether an operation of the history may have made what is kept: only a replay shows it. */
        boolean isPerhapsOurs(Difference difference) {
            // What is kept has the names that it gets.
            WrittenColumns renamed = written.after(difference.operations());
            return difference.kept().stream().anyMatch(one -> Stream.of(WrittenColumns.Property.values())
                    .anyMatch(property -> renamed.contain(one.table(), one.column(), property)));
        }

        /** A constant that is a label of an enum type is renamed there. */
        private Optional<String> ofEnumType(ConstantRename rename) {
            Optional<Column> column = Naming.unqualified(wanted, defaultSchema)
                    .table(rename.column().table())
                    .flatMap(table -> table.column(rename.column().column()));
            return Naming.unqualified(actual, defaultSchema).enums().stream()
                    .filter(type -> type.values().contains(rename.constant())
                            && column.filter(one -> EnumDiff.isOf(one.type(), type.name()))
                                    .isPresent())
                    .findFirst()
                    .map(type -> type.name() + "." + rename.constant() + ":" + rename.newName());
        }

        Difference difference(DiffOptions options) {
            List<MeaningColumn> columns =
                    Naming.unqualified(wanted, defaultSchema).mapping().meaningColumns();
            List<ConstantRename> constants = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (String rename : options.renames()) {
                Optional<ConstantRename> constant = ConstantRename.of(rename, columns);
                Optional<String> value = constant.flatMap(this::ofEnumType);
                constant.ifPresent(constants::add);
                value.ifPresent(others::add);
                if (constant.isEmpty()) {
                    others.add(rename);
                }
            }
            Difference difference = SchemaDiff.diff(
                    actual,
                    wanted,
                    options.renames(others).written(written).server(server).defaultSchema(defaultSchema));
            return recorded.map(known -> MeaningChanges.addedTo(difference, known, constants))
                    .orElse(difference);
        }
    }

    private static String defaultSchema(Connection connection) throws SQLException {
        @Nullable String schema = connection.getSchema();
        if (schema == null) {
            throw new MigrateException("No schema of the connection's search_path exists."
                    + " Create one, or set currentSchema in the URL to one that exists.");
        }
        return schema;
    }

    /** The schemas that the entities use, and those the user names; other applications' are none of our business. */
    private CatalogScope scopeOf(Schema declared, String defaultSchema) {
        Schema own = withoutOthers(declared, declared.mapping());
        return filter.and(
                Stream.concat(own.schemas().stream(), schemasOf(own).filter(schema -> !schema.equals(defaultSchema)))
                        .collect(Collectors.toSet()));
    }

    /** Whether a rename begins with it: what moves out of a schema may be the last that the entities had there. */
    private boolean isLeft(String schema) {
        return options.renames().stream().anyMatch(rename -> rename.startsWith(schema + "."));
    }

    private static Schema withoutOthers(Schema schema, MappingFacts mapping) {
        Set<QualifiedName> left = mapping.leftToOthers();
        if (left.isEmpty()) {
            return schema;
        }
        Schema own = schema.onlyTables(name -> !left.contains(name));
        return own.withSequences(own.sequences().stream()
                .filter(sequence -> !left.contains(sequence.name()))
                .toList());
    }

    static Stream<String> schemasOf(Schema schema) {
        return Stream.of(
                        schema.tables().stream().map(t -> t.name()),
                        schema.sequences().stream().map(s -> s.name()),
                        schema.enums().stream().map(e -> e.name()),
                        schema.domains().stream().map(d -> d.name()))
                .flatMap(Function.identity())
                .map(QualifiedName::schema)
                .flatMap(Stream::ofNullable);
    }

    private Schema createdByHistory(CatalogScope scope) {
        try (ScratchDatabase database = scratch.create()) {
            Replay.run(history.apply(database.dataSource()));
            try (Connection connection = database.dataSource().getConnection()) {
                return new CatalogReader().read(connection, scope);
            }
        } catch (SQLException e) {
            throw new MigrateException("The scratch database cannot be read: " + e.getMessage(), e);
        }
    }
}
