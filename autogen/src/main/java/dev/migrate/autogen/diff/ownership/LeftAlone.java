package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.comparison.DefinitionDiff;
import dev.migrate.autogen.diff.comparison.ListDiff;
import dev.migrate.autogen.diff.comparison.TableDiff;
import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultedColumn;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of entities have beyond them and keep:
 *
 * <ul>
 *   <li>columns, constraints and indexes that this history didn't create: a database administrator's, or another
 *       application's, and what {@linkplain LeftProperties is no object of its own};
 *   <li>what a mapping has no words for, whoever created it: exclusion constraints, indexes of another method than
 *       btree, partial ones and those with included columns.
 * </ul>
 *
 * What uses a column that goes can't stay.
 */
public final class LeftAlone {

    private final Schema before;
    private final Provenance provenance;
    private final List<String> unknown = new ArrayList<>();
    private final List<String> demands = new ArrayList<>();
    private final List<String> undeclarable = new ArrayList<>();
    private final List<Reversible> drops = new ArrayList<>();
    private final HibernateDefaults defaults;

    /** @param defaulted columns of which Hibernate's defaults decide something, if these don't count */
    public LeftAlone(Schema before, Provenance provenance, List<DefaultedColumn> defaulted) {
        this.before = before;
        this.provenance = provenance;
        this.defaults = new HibernateDefaults(before, provenance, defaulted);
    }

    /** What columns keep because only a default of Hibernate's is against it. */
    public List<KeptProperty> kept() {
        return defaults.kept();
    }

    /** What isn't of this history: one line each, such as {@code column users.legacy_id}. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** Why rows of entities can't be inserted because of what isn't of this history: one sentence each. */
    public List<String> demands() {
        return List.copyOf(demands);
    }

    /** What entities can't declare: one line each, such as {@code index ix_agents_labels on agents (gin)}. */
    public List<String> undeclarable() {
        return List.copyOf(undeclarable);
    }

    /** What would have dropped the unknown columns and tables: any of them may have got another name. */
    public List<Reversible> drops() {
        return List.copyOf(drops);
    }

    public void add(Table table) {
        add("table", table.name());
        drops.add(new DropTable(table));
    }

    public void add(String kind, QualifiedName name) {
        unknown.add(kind + " " + name);
    }

    /** The wanted schema with what stays. */
    public Schema addedTo(Schema wanted) {
        LeftProperties properties = new LeftProperties(provenance, wanted.enums());
        ListDiff<Sequence> sequences = ListDiff.of(before.sequences(), wanted.sequences(), Sequence::name);
        List<Sequence> counting = joined(
                sequences.added(),
                sequences.kept().stream()
                        .map(pair -> properties.addedTo(pair.from(), pair.to()))
                        .toList());
        unknown.addAll(properties.lines());
        return wanted.withSequences(counting)
                .withTables(wanted.tables().stream()
                        .map(table -> before.table(table.name())
                                .map(present -> added(present, table, wanted))
                                .orElse(table))
                        .toList());
    }

    private Table added(Table present, Table mapped, Schema schema) {
        if (present.equals(mapped)) {
            return mapped;
        }
        Table declared = defaults.addedTo(present, mapped);
        List<Column> missing = missing(present.columns(), declared.columns(), Column::name);
        List<Column> kept = missing.stream()
                .filter(column -> !provenance.covers(present.name(), column))
                .toList();
        for (Column column : kept) {
            unknown.add("column " + present.name() + "." + column.name());
            drops.add(new DropColumn(present.name(), column));
            if (!column.nullable() && column.isUnfilled()) {
                demands.add(demand(present.name(), column));
            }
        }
        ColumnUse lost = new ColumnUse(missing.stream()
                .filter(column -> !kept.contains(column))
                .map(Column::name)
                .collect(Collectors.toSet()));
        LeftProperties properties = new LeftProperties(provenance, schema.enums());
        Table wanted = properties.addedTo(present, new ServingIndexes(present, provenance).addedTo(declared), lost);
        unknown.addAll(properties.lines());
        List<Constraint> keptConstraints = constraints(present, wanted, lost, schema);
        return wanted.withColumns(joined(withoutNullsIn(keptConstraints, wanted.columns()), kept))
                .withConstraints(joined(including(wanted.constraints(), lost), keptConstraints))
                .withIndexes(joined(wanted.indexes(), indexes(present, wanted, lost)));
    }

    private static String demand(QualifiedName table, Column column) {
        String name = table + "." + column.name();
        return name + " stays, is NOT NULL without a default, and isn't mapped: unless a trigger fills it, Hibernate's"
                + " inserts into " + table + " fail. Say what it is called now (-Dmigrate.rename=" + name + ":…), or"
                + " drop it, let it accept NULL or give it a default in a migration.";
    }

    /** The keys without what they include of columns that go, and would take them along. */
    private static List<Constraint> including(List<Constraint> constraints, ColumnUse lost) {
        return constraints.stream()
                .map(constraint -> {
                    if (constraint instanceof PrimaryKey key) {
                        return key.columns(key.columns(), without(key.include(), lost));
                    }
                    return constraint instanceof Unique unique
                            ? unique.columns(unique.columns(), without(unique.include(), lost))
                            : constraint;
                })
                .toList();
    }

    private static List<String> without(List<String> included, ColumnUse lost) {
        return included.stream()
                .filter(column -> !lost.columns().contains(column))
                .toList();
    }

    private List<Constraint> constraints(Table present, Table wanted, ColumnUse lost, Schema schema) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint constraint :
                beyond(present.constraints(), wanted.constraints(), Constraint::name, each -> each.named("any"))) {
            String line = "constraint " + constraint.name() + " on " + present.name();
            if (!lost.in(constraint)
                    && isPossible(constraint, wanted, schema)
                    && stays(line, peculiarity(constraint), provenance.covers(present.name(), constraint))) {
                kept.add(constraint);
            }
        }
        return kept;
    }

    /** Where a primary key stays, none of its columns can accept NULL. */
    private static List<Column> withoutNullsIn(List<Constraint> kept, List<Column> columns) {
        Set<String> keyed = kept.stream()
                .filter(PrimaryKey.class::isInstance)
                .flatMap(key -> ((PrimaryKey) key).columns().stream())
                .collect(Collectors.toSet());
        return columns.stream()
                .map(column -> keyed.contains(column.name()) ? column.notNull() : column)
                .toList();
    }

    private List<Index> indexes(Table present, Table wanted, ColumnUse lost) {
        List<Index> kept = new ArrayList<>();
        Set<String> taken = RelationNames.of(wanted);
        for (Index index :
                beyond(TableDiff.plain(present), TableDiff.plain(wanted), Index::name, each -> each.named("any"))) {
            String line = "index " + index.name() + " on " + present.name();
            if (!lost.in(index)
                    && !taken.contains(index.qualifiedName().toString())
                    && stays(line, peculiarity(index), provenance.covers(present.name(), index))) {
                kept.add(index);
            }
        }
        return kept;
    }

    /** Whether something stays; then it is noted why. */
    private boolean stays(String line, Optional<String> peculiarity, boolean isOfThisHistory) {
        peculiarity.ifPresent(what -> undeclarable.add(line + " (" + what + ")"));
        if (peculiarity.isEmpty() && !isOfThisHistory) {
            unknown.add(line);
        }
        return peculiarity.isPresent() || !isOfThisHistory;
    }

    private static Optional<String> peculiarity(Constraint constraint) {
        return constraint instanceof Exclusion ? Optional.of("exclusion") : Optional.empty();
    }

    private static Optional<String> peculiarity(Index index) {
        if (!index.method().equals(Index.BTREE)) {
            return Optional.of(index.method());
        }
        if (index.where() != null) {
            return Optional.of("partial");
        }
        return index.include().isEmpty() ? Optional.empty() : Optional.of("with included columns");
    }

    private boolean isPossible(Constraint constraint, Table wanted, Schema schema) {
        if (constraint instanceof ForeignKey key) {
            return schema.table(key.target())
                    .map(target -> key.targetColumns().stream().allMatch(column -> isThere(column, target)))
                    .orElseGet(() -> before.table(key.target())
                            .filter(target -> isDropped(target, schema))
                            .isEmpty());
        }
        return !(constraint instanceof PrimaryKey)
                || wanted.constraints().stream().noneMatch(PrimaryKey.class::isInstance);
    }

    /** Whether a wanted table has the column, or keeps it. */
    private boolean isThere(String column, Table wanted) {
        return wanted.column(column).isPresent()
                || before.table(wanted.name())
                        .flatMap(present -> present.column(column))
                        .filter(present -> !provenance.covers(wanted.name(), present))
                        .isPresent();
    }

    private boolean isDropped(Table present, Schema wanted) {
        return provenance.covers(present.name()) && !isPartitionOfWhatStays(present, wanted);
    }

    /** Partitions are made and dropped as time goes by, not by entities; so are those of partitions. */
    public boolean isPartitionOfWhatStays(Table present, Schema wanted) {
        PartitionOf partition = present.partitionOf();
        return partition != null
                && (wanted.table(partition.parent()).isPresent()
                        || before.table(partition.parent())
                                .filter(parent -> isPartitionOfWhatStays(parent, wanted))
                                .isPresent());
    }

    private static <T> List<T> missing(List<T> present, List<T> wanted, Function<T, String> name) {
        Set<String> names = wanted.stream().map(name).collect(Collectors.toSet());
        return present.stream()
                .filter(each -> !names.contains(name.apply(each)))
                .toList();
    }

    /** What no wanted one does, and what none of them changes by having its name. */
    private static <T> List<T> beyond(
            List<T> present, List<T> wanted, Function<T, @Nullable String> name, Function<T, T> definition) {
        return DefinitionDiff.of(present, wanted, name, definition).removed().stream()
                .filter(each -> wanted.stream().noneMatch(other -> Objects.equals(name.apply(each), name.apply(other))))
                .toList();
    }

    private static <T> List<T> joined(List<T> wanted, List<T> kept) {
        return Stream.concat(wanted.stream(), kept.stream()).toList();
    }
}
