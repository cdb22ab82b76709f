package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.meaning.WrittenColumns;
import dev.migrate.autogen.diff.renaming.ColumnRenaming;
import dev.migrate.autogen.diff.renaming.Naming;
import dev.migrate.autogen.diff.renaming.SequenceRenaming;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this history created, and may therefore drop. Everything else has another owner, who wasn't asked. */
public final class Provenance {

    private final boolean isEverything;
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final List<Sequence> sequences;
    private final Set<QualifiedName> statistics = new HashSet<>();
    private final WrittenColumns written;
    private final Set<QualifiedName> names = new HashSet<>();

    private Provenance(boolean isEverything, Schema created, WrittenColumns written) {
        this.isEverything = isEverything;
        this.written = written;
        sequences = created.sequences();
        created.statistics().forEach(each -> statistics.add(each.name()));
        created.tables().forEach(table -> tables.put(table.name(), table));
        Stream.of(
                        tables.keySet().stream(),
                        created.sequences().stream().map(sequence -> sequence.name()),
                        created.enums().stream().map(type -> type.name()),
                        created.domains().stream().map(domain -> domain.name()))
                .flatMap(Function.identity())
                .forEach(names::add);
    }

    /**
     * @param created where the history leads, with names as the catalog has them
     * @param dropUnknown whether everything counts as created by it
     * @param written what the history's operations say of columns
     * @param renames what gets another name before anything else is compared
     */
    public static Provenance of(Schema created, boolean dropUnknown, WrittenColumns written, List<Reversible> renames) {
        Schema renamed = created;
        for (Reversible rename : renames) {
            renamed = after(rename, renamed);
        }
        return new Provenance(dropUnknown, renamed, written.after(renames));
    }

    private static Schema after(Reversible rename, Schema schema) {
        if (rename instanceof TableRenaming table) {
            return Naming.moveTable(schema, table.table(), table.renamed());
        }
        if (rename instanceof SetSequenceSchema move) {
            return new SequenceRenaming(move.sequence(), move.sequence().inSchema(move.schema())).applyTo(schema);
        }
        if (rename instanceof RenameSequence sequence) {
            return new SequenceRenaming(sequence.sequence(), sequence.sequence().sibling(sequence.newName()))
                    .applyTo(schema);
        }
        return rename instanceof RenameColumn column
                ? new ColumnRenaming(column.table(), column.column(), column.newName()).applyTo(schema)
                : schema;
    }

    /** Whether a table, sequence or type may be dropped. */
    public boolean covers(QualifiedName name) {
        return isEverything || names.contains(name);
    }

    public boolean covers(QualifiedName table, Column column) {
        return isEverything
                || created(table).flatMap(known -> known.column(column.name())).isPresent();
    }

    /** What something may have or not, such as a comment. */
    @FunctionalInterface
    interface Property<T> {
        @Nullable
        Object of(T owner);
    }

    /** Whether this history gave a table what may therefore be taken from it. */
    public boolean covers(QualifiedName table, Property<Table> property) {
        return isEverything
                || created(table).filter(known -> property.of(known) != null).isPresent();
    }

    public boolean covers(QualifiedName table, Column column, Property<Column> property) {
        return isEverything
                || created(table)
                        .flatMap(known -> known.column(column.name()))
                        .filter(known -> property.of(known) != null)
                        .isPresent();
    }

    /**
     * Whether an operation of this history gave a column what it has. It has it from elsewhere where the history makes
     * something else.
     */
    boolean wrote(QualifiedName table, String column, WrittenColumns.Property property, Predicate<Table> gaveIt) {
        return written.contain(table, column, property)
                && created(table).filter(gaveIt).isPresent();
    }

    public boolean covers(QualifiedName table, Constraint constraint) {
        return covers(table, constraint, known -> true);
    }

    /** @param gaveIt whether what this history made there is what may be dropped */
    boolean covers(QualifiedName table, Constraint constraint, Predicate<Constraint> gaveIt) {
        return isEverything
                || created(table).stream()
                        .flatMap(known -> known.constraints().stream())
                        .filter(known -> known.named("any").equals(constraint.named("any"))
                                || (known.name() != null && known.name().equals(constraint.name())))
                        .anyMatch(gaveIt);
    }

    /** @param gaveIt whether what this history made there is what may be changed */
    boolean covers(Sequence sequence, Predicate<Sequence> gaveIt) {
        return isEverything
                || sequences.stream()
                        .filter(known -> known.name().equals(sequence.name()))
                        .anyMatch(gaveIt);
    }

    public boolean covers(QualifiedName table, Index index) {
        return isEverything
                || created(table).stream()
                        .flatMap(known -> known.indexes().stream())
                        .anyMatch(known -> known.name().equals(index.name()));
    }

    /** The operations, in which indexes, constraints and statistics that other owners made may be missing: in new databases they are. */
    public List<Reversible> tolerant(List<Reversible> operations) {
        return operations.stream().map(this::tolerant).toList();
    }

    private Reversible tolerant(Reversible operation) {
        if (operation instanceof DropStatistics drop && isOthers(drop.statistics())) {
            return new DropStatistics(drop.statistics().ifNotExists());
        }
        if (operation instanceof DropIndex drop
                && isOthers(drop.index().table(), table -> covers(table, drop.index()))) {
            return new DropIndex(drop.index().ifNotExists());
        }
        return operation instanceof DropConstraint drop
                        && isOthers(drop.table(), table -> covers(table, drop.constraint()))
                ? new DropConstraint(drop.table(), drop.constraint(), true)
                : operation;
    }

    private boolean isOthers(Statistics dropped) {
        return isOthers(dropped.table(), table -> isEverything || statistics.contains(dropped.name()));
    }

    private boolean isOthers(QualifiedName table, Predicate<QualifiedName> covered) {
        return created(table).isPresent() && !covered.test(table);
    }

    private Optional<Table> created(QualifiedName table) {
        return Optional.ofNullable(tables.get(table));
    }
}
