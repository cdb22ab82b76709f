package dev.migrate.autogen.scratch;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.IndexKey.Target;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A declared table and its double in {@code pg_temp}. The double has the columns and whatever contains an expression or
 * an operator class; keys and references consist of column names, which need nobody's opinion.
 */
final class ScratchTable {

    private final Table declared;
    private final ScratchNames names;
    private final Function<Column, Optional<Column>> known;
    private final Map<String, Constraint> constraints = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    /** @param known canonical columns, as far as they don't depend on the table: their doubles need no more than a type */
    ScratchTable(Table declared, ScratchNames names, Function<Column, Optional<Column>> known) {
        this.declared = declared;
        this.names = names;
        this.known = known;
        for (Constraint constraint : declared.constraints()) {
            if (hasExpression(constraint)) {
                constraints.put(names.nextPart(), constraint);
            }
        }
        for (Index index : declared.indexes()) {
            if (!isPlain(index)) {
                indexes.put(names.nextPart(), index);
            }
        }
    }

    static Table named(String name) {
        return Table.of(new QualifiedName(null, name));
    }

    /** Whether nothing in the table but its columns needs the server to be understood. */
    static boolean isPlain(Table table) {
        for (Column column : table.columns()) {
            if (column.generated() != null) {
                return false;
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (hasExpression(constraint)) {
                return false;
            }
        }
        for (Index index : table.indexes()) {
            if (!isPlain(index)) {
                return false;
            }
        }
        return table.partitioning() == null
                || table.partitioning().keys().stream().allMatch(ScratchTable::isPlain);
    }

    private static boolean hasExpression(Constraint constraint) {
        return constraint instanceof Check || constraint instanceof Exclusion;
    }

    static boolean isPlain(Index index) {
        if (index.where() != null) {
            return false;
        }
        for (IndexKey key : index.keys()) {
            if (!isPlain(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(IndexKey key) {
        return key.column().isPresent() && key.collation() == null && key.operatorClass() == null;
    }

    QualifiedName name() {
        return declared.name();
    }

    /** How many relations its double locks: the table, its TOAST table with index, and its indexes. */
    int locks() {
        return 3 + constraints.size() + indexes.size();
    }

    /** What creates the double. */
    ScratchPart part() {
        Table bare = Table.of(names.scratch(declared.name()));
        Partitioning partitioning = declared.partitioning();
        return ScratchPart.table(
                declared,
                bare.withColumns(declared.columns().stream().map(this::scratch).toList())
                        .withConstraints(constraints.entrySet().stream()
                                .map(e -> scratch(e.getKey(), e.getValue()))
                                .toList())
                        .withIndexes(indexes.entrySet().stream()
                                .map(e -> scratch(e.getKey(), e.getValue()))
                                .toList())
                        .withPartitioning(
                                partitioning == null
                                        ? null
                                        : new Partitioning(partitioning.strategy(), scratch(partitioning.keys()))),
                constraints,
                indexes);
    }

    private Column scratch(Column column) {
        Column whole = names.toScratch(column, declared);
        return known.apply(column).isPresent()
                ? Column.of(whole.name(), whole.type()).collation(whole.collation())
                : whole;
    }

    private Constraint scratch(String name, Constraint constraint) {
        if (constraint instanceof Check check) {
            return new Check(name, names.toScratch(check.expression(), declared), Validity.VALID, true);
        }
        Exclusion exclusion = (Exclusion) constraint;
        return new Exclusion(
                name,
                exclusion.method(),
                exclusion.elements().stream()
                        .map(e -> new Exclusion.Element(scratch(e.key()), e.operator()))
                        .toList(),
                exclusion.include(),
                exclusion.where() == null ? null : names.toScratch(exclusion.where(), declared),
                exclusion.deferral());
    }

    private Index scratch(String name, Index index) {
        return Index.of(name, names.scratch(declared.name()), scratch(index.keys()))
                .using(index.method())
                .where(index.where() == null ? null : names.toScratch(index.where(), declared));
    }

    private List<IndexKey> scratch(List<IndexKey> keys) {
        return keys.stream().map(this::scratch).toList();
    }

    private IndexKey scratch(IndexKey key) {
        return key.mapExpression(written -> names.toScratch(written, declared));
    }

    /** The sequences that the column types brought with them, as {@code serial} does. */
    List<Sequence> ownedSequences(Schema readBack) {
        List<Sequence> owned = new ArrayList<>();
        QualifiedName scratchName = names.scratch(declared.name());
        for (Sequence sequence : readBack.sequences()) {
            Sequence.Owner owner = sequence.ownedBy();
            if (owner != null && owner.table().equals(scratchName)) {
                QualifiedName real = declared.name().schema() == null
                        ? sequence.name()
                        : declared.name().sibling(new ConventionalNames().sequence(declared.name(), owner.column()));
                names.add(sequence.name().name(), real);
                owned.add(sequence.named(real).ownedBy(new Sequence.Owner(declared.name(), owner.column())));
            }
        }
        return owned;
    }

    /** The declared table with everything that the double tells about it. */
    Table canonical(Schema readBack) {
        Table read = readBack.table(names.scratch(declared.name())).orElseThrow();
        Map<Constraint, Constraint> newConstraints = new LinkedHashMap<>();
        List<Constraint> result = new ArrayList<>();
        List<Constraint> extra = new ArrayList<>();
        for (Constraint constraint : read.constraints()) {
            Constraint own = constraints.get(String.valueOf(constraint.name()));
            if (own == null) {
                extra.add(constraint.accept(new TakenOver(names, read)));
            } else {
                newConstraints.put(own, canonical(own, constraint));
            }
        }
        declared.constraints().forEach(c -> result.add(newConstraints.getOrDefault(c, c)));
        extra.stream().filter(c -> result.stream().noneMatch(r -> means(r, c))).forEach(result::add);
        Map<Index, Index> newIndexes = new LinkedHashMap<>();
        for (Index index : read.indexes()) {
            Index own = indexes.get(index.name());
            if (own != null) {
                newIndexes.put(own, canonical(own, index));
            }
        }
        Partitioning partitioning = declared.partitioning();
        return declared.withColumns(columns(read))
                .withConstraints(result)
                .withIndexes(declared.indexes().stream()
                        .map(i -> newIndexes.getOrDefault(i, i))
                        .toList())
                .withPartitioning(
                        partitioning == null || read.partitioning() == null
                                ? partitioning
                                : new Partitioning(
                                        partitioning.strategy(),
                                        canonical(
                                                partitioning.keys(),
                                                read.partitioning().keys())));
    }

    private static boolean means(Constraint one, Constraint other) {
        return one.named("same").equals(other.named("same"));
    }

    private List<Column> columns(Table read) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < declared.columns().size(); i++) {
            Column column = declared.columns().get(i);
            Column readBack = read.columns().get(i);
            columns.add(known.apply(column).orElseGet(() -> names.canonical(column, readBack)));
        }
        return columns;
    }

    private Constraint canonical(Constraint own, Constraint read) {
        if (own instanceof Check check) {
            return check.expression(names.toReal(check.expression(), ((Check) read).expression()));
        }
        Exclusion exclusion = (Exclusion) own;
        Exclusion printed = (Exclusion) read;
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < exclusion.elements().size(); i++) {
            Exclusion.Element element = printed.elements().get(i);
            elements.add(new Exclusion.Element(
                    canonical(exclusion.elements().get(i).key(), element.key()), element.operator()));
        }
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                elements,
                exclusion.include(),
                canonical(exclusion.where(), printed.where()),
                exclusion.deferral());
    }

    private Index canonical(Index own, Index read) {
        return own.keys(canonical(own.keys(), read.keys())).where(canonical(own.where(), read.where()));
    }

    private @Nullable Expression canonical(@Nullable Expression own, @Nullable Expression read) {
        return own == null || read == null ? own : names.toReal(own, read);
    }

    private List<IndexKey> canonical(List<IndexKey> own, List<IndexKey> read) {
        List<IndexKey> keys = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            keys.add(canonical(own.get(i), read.get(i)));
        }
        return keys;
    }

    private IndexKey canonical(IndexKey own, IndexKey read) {
        Target target = own.target();
        if (target instanceof Target.OfExpression mine) {
            target = read.target() instanceof Target.OfExpression printed
                    ? new Target.OfExpression(names.toReal(mine.expression(), printed.expression()))
                    // An expression that is only a column is stored as that column.
                    : read.target();
        }
        return read.target(target);
    }
}
