package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.Defaults;
import dev.migrate.autogen.diff.comparison.GeneratedNames;
import dev.migrate.autogen.diff.comparison.ListDiff;
import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.autogen.diff.comparison.StorageParameters;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What entities cannot say is taken from the catalog, so that it is no difference:
 *
 * <ul>
 *   <li>of a table: unlogged, storage parameters unless declared, tablespace, parents, partitioning;
 *   <li>of a column: storage and compression, as long as its type has the same ones; the default of a serial column,
 *       as long as its type takes numbers, which Hibernate knows as an identity or as a sequence;
 *   <li>of an index: storage parameters and tablespace, unless declared;
 *   <li>of a key: included columns, WITHOUT OVERLAPS and PERIOD; of a primary key and of a foreign key to one: the order
 *       of the columns, which Hibernate chooses, its update otherwise than its export; of a check: NO INHERIT;
 *   <li>of a sequence: the column that owns it; of a sequence, enum or domain: its comment; of a composite type's
 *       attribute: its collation, unless declared;
 *   <li>extended statistics, unless declared.
 * </ul>
 */
public final class Undeclared {

    private static final String ANY = "any";

    private Undeclared() {}

    public static Schema takenFrom(Schema catalog, Schema declared) {
        return new Schema(
                declared.schemas(),
                filled(catalog.tables(), declared.tables(), Table::name, pair -> table(pair.from(), pair.to())),
                filled(catalog.sequences(), declared.sequences(), Sequence::name, Undeclared::sequence),
                filled(
                        catalog.enums(),
                        declared.enums(),
                        type -> type.name(),
                        pair -> pair.to().comment() == null
                                ? pair.to().comment(pair.from().comment())
                                : pair.to()),
                filled(
                        catalog.domains(),
                        declared.domains(),
                        domain -> domain.name(),
                        pair -> pair.to().comment() == null
                                ? pair.to().comment(pair.from().comment())
                                : pair.to()),
                declared.extensions(),
                statistics(catalog.statistics(), declared.statistics()),
                declared.auxiliaryObjects().stream()
                        .map(object -> collated(catalog, object))
                        .toList(),
                declared.mapping(),
                declared.dependencies());
    }

    private static List<Statistics> statistics(List<Statistics> catalog, List<Statistics> declared) {
        List<Statistics> all = new ArrayList<>(declared);
        all.addAll(ListDiff.of(catalog, declared, Statistics::name).removed());
        return all;
    }

    private static AuxiliaryObject collated(Schema catalog, AuxiliaryObject declared) {
        return catalog.auxiliaryObjects().stream()
                .filter(present -> present.identity().equals(declared.identity()))
                .findFirst()
                .map(present -> CompositeChange.collated(present, declared))
                .orElse(declared);
    }

    private static <K, T> List<T> filled(
            List<T> catalog, List<T> declared, Function<T, K> key, Function<Pair<T>, T> fill) {
        ListDiff<T> diff = ListDiff.of(catalog, declared, key);
        List<T> result = new ArrayList<>(diff.added());
        diff.kept().forEach(pair -> result.add(fill.apply(pair)));
        return result;
    }

    private static Sequence sequence(Pair<Sequence> pair) {
        Sequence to = pair.to();
        Sequence owned = to.ownedBy() == null ? to.ownedBy(pair.from().ownedBy()) : to;
        return owned.comment() == null ? owned.comment(pair.from().comment()) : owned;
    }

    /** The catalog's table itself where they differ in the order of their parts only: nobody has to compare it again. */
    private static Table table(Table from, Table to) {
        if (isSameInAnyOrder(from, to)) {
            return from;
        }
        Table filled = filled(from, to);
        return isSameInAnyOrder(from, filled) ? from : filled;
    }

    private static boolean isSameInAnyOrder(Table from, Table to) {
        return Objects.equals(from.comment(), to.comment())
                && from.onlyIfMissing() == to.onlyIfMissing()
                && StorageParameters.declaredOver(from.storageParameters(), to.storageParameters())
                        .equals(from.storageParameters())
                && hasSameColumns(from, to)
                && isSameInAnyOrder(from.constraints(), to.constraints())
                && isSameInAnyOrder(from.indexes(), to.indexes());
    }

    private static boolean hasSameColumns(Table from, Table to) {
        if (from.columns().size() != to.columns().size()) {
            return false;
        }
        for (Column column : from.columns()) {
            Column wanted = to.column(column.name()).orElse(null);
            if (wanted == null || !column.equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    /** @param from has no two alike: in a catalog parts of a table have names of their own */
    private static <T> boolean isSameInAnyOrder(List<T> from, List<T> to) {
        return from.size() == to.size() && to.containsAll(from);
    }

    private static Table filled(Table from, Table to) {
        List<Column> columns = to.columns().stream()
                .map(column -> from.column(column.name())
                        .map(present -> column(present, column))
                        .orElse(column))
                .toList();
        return new Table(
                to.name(),
                columns,
                to.constraints().stream()
                        .map(constraint -> constraint(from, to, constraint))
                        .toList(),
                to.indexes().stream().map(index -> index(from.indexes(), index)).toList(),
                to.comment(),
                from.isUnlogged(),
                StorageParameters.declaredOver(from.storageParameters(), to.storageParameters()),
                from.tablespace(),
                from.inherits(),
                from.partitioning(),
                from.partitionOf(),
                to.onlyIfMissing());
    }

    private static Column column(Column from, Column to) {
        Column stored = TypeFamily.isStoredAlike(from.type(), to.type()) ? stored(from, to) : to;
        boolean isNumbered = isSerial(from) && TypeFamily.convertsByItself(from.type(), to.type());
        return isNumbered && to.defaultExpression() == null && isPlain(to)
                ? stored.defaultExpression(from.defaultExpression()).identity((Identity) null)
                : stored;
    }

    private static Column stored(Column from, Column to) {
        Column stored = to;
        if (to.storage() == null && from.storage() != null) {
            stored = stored.storage(from.storage());
        }
        if (to.compression() == null && from.compression() != null) {
            stored = stored.compression(from.compression());
        }
        return stored;
    }

    private static boolean isSerial(Column column) {
        return Defaults.isNextval(column.defaultExpression());
    }

    /** Neither generated nor an identity that refuses the values which a serial column takes. */
    private static boolean isPlain(Column column) {
        Identity generator = column.generator();
        return column.generated() == null && (generator == null || generator.mode() == Identity.Mode.BY_DEFAULT);
    }

    private static Constraint constraint(Table from, Table to, Constraint declared) {
        if (from.constraints().contains(declared)) {
            return declared;
        }
        String name = declared.name();
        return from.constraints().stream()
                .filter(present -> inAnyOrder(withoutUndeclared(present)).equals(inAnyOrder(declared)))
                .findFirst()
                .map(present ->
                        name == null || GeneratedNames.isGenerated(to, declared) ? present : present.named(name))
                .orElse(declared);
    }

    private static Constraint withoutUndeclared(Constraint present) {
        if (present instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), key.columns(), List.of(), false, key.deferral());
        }
        if (present instanceof Unique unique) {
            return new Unique(
                    unique.name(), unique.columns(), List.of(), unique.nullsCollide(), false, unique.deferral());
        }
        if (present instanceof ForeignKey key) {
            return key.period(false);
        }
        return present instanceof Check check && !check.inherited()
                ? new Check(check.name(), check.expression(), check.validity(), true)
                : present;
    }

    /** The same for all constraints that differ in their names, and in the order of a composite key, only. */
    static Constraint inAnyOrder(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns(key.columns().stream().sorted().toList(), key.include())
                    .named(ANY);
        }
        return constraint instanceof ForeignKey key ? inAnyOrder(key) : constraint.named(ANY);
    }

    /** The same for all keys that differ in their names, and in the order of their columns, only. */
    static ForeignKey inAnyOrder(ForeignKey key) {
        if (key.targetColumns().isEmpty()) {
            return key.named(ANY);
        }
        SortedMap<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.put(key.columns().get(i), key.targetColumns().get(i));
        }
        if (pairs.size() < key.columns().size()) {
            return key.named(ANY);
        }
        return key.columns(List.copyOf(pairs.keySet()), List.copyOf(pairs.values()), key.onDeleteColumns())
                .named(ANY);
    }

    private static Index index(List<Index> catalog, Index declared) {
        if (catalog.contains(declared)) {
            return declared;
        }
        return catalog.stream()
                .filter(present -> bare(present).equals(bare(declared)))
                .filter(present -> declared.with().isEmpty() || declared.with().equals(present.with()))
                .findFirst()
                .map(present -> present.named(declared.name()))
                .orElse(declared);
    }

    private static Index bare(Index index) {
        return new Index(
                ANY,
                index.table(),
                index.method(),
                index.isUnique(),
                index.nullsCollide(),
                index.keys(),
                index.include(),
                index.where(),
                new TreeMap<>(),
                null,
                index.valid(),
                false,
                false);
    }
}
