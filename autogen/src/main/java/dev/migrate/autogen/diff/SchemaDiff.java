package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.comparison.Defaults;
import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.ListDiff;
import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.comparison.SequenceDiff;
import dev.migrate.autogen.diff.comparison.StatisticsDiff;
import dev.migrate.autogen.diff.comparison.TableDiff;
import dev.migrate.autogen.diff.dependency.CompositeColumns;
import dev.migrate.autogen.diff.dependency.DomainDiff;
import dev.migrate.autogen.diff.dependency.DroppedTables;
import dev.migrate.autogen.diff.dependency.EnumDependents;
import dev.migrate.autogen.diff.dependency.Keys;
import dev.migrate.autogen.diff.dependency.LostDefaults;
import dev.migrate.autogen.diff.dependency.ObjectDependencies;
import dev.migrate.autogen.diff.dependency.Rebuilds;
import dev.migrate.autogen.diff.dependency.ReplacedDomains;
import dev.migrate.autogen.diff.dependency.ReplacedIdentities;
import dev.migrate.autogen.diff.dependency.RowDocuments;
import dev.migrate.autogen.diff.dependency.StatisticsDependencies;
import dev.migrate.autogen.diff.ordering.OperationOrder;
import dev.migrate.autogen.diff.ordering.TableCreation;
import dev.migrate.autogen.diff.ownership.HookedSchemas;
import dev.migrate.autogen.diff.ownership.LeftAlone;
import dev.migrate.autogen.diff.ownership.MappedViews;
import dev.migrate.autogen.diff.ownership.PartitionLimits;
import dev.migrate.autogen.diff.ownership.Provenance;
import dev.migrate.autogen.diff.ownership.Undeclared;
import dev.migrate.autogen.diff.renaming.Naming;
import dev.migrate.autogen.diff.renaming.RenameCandidates;
import dev.migrate.autogen.diff.renaming.Renames;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Extension;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares two schemas. Both have to be canonical: expressions and types as PostgreSQL prints them.
 *
 * <pre>{@code Difference difference = SchemaDiff.diff(catalog, entities, DiffOptions.ENTITIES);}</pre>
 */
public final class SchemaDiff {

    private final DiffOptions options;
    private final Schema before;
    private final Schema after;
    private final List<Reversible> operations = new ArrayList<>();
    private final Provenance provenance;
    private final LeftAlone leftAlone;

    private SchemaDiff(Schema before, Schema after, DiffOptions options, Provenance provenance, LeftAlone leftAlone) {
        this.options = options;
        this.before = before;
        this.after = after;
        this.provenance = provenance;
        this.leftAlone = leftAlone;
    }

    /**
     * How {@code from} becomes {@code to}.
     *
     * @param from what the database has
     * @param to what is wanted
     * @throws dev.migrate.MigrateException if a rename names nothing that the database has
     */
    public static Difference diff(Schema from, Schema to, DiffOptions options) {
        Schema found = Naming.unqualified(from, options.defaultSchema());
        // Another catalog has tables where it says so.
        MappedViews views = new MappedViews(
                options.isComplete() ? Schema.EMPTY : found, Naming.unqualified(to, options.defaultSchema()));
        Schema declared = views.leftOut();
        Renames renames = Renames.of(options.renames(), found, declared, options.defaultSchema());
        HookedSchemas hooked = HookedSchemas.of(renames.schema(), declared, options.hooks());
        Schema wanted = hooked.wanted();
        Schema before = hooked.before();
        Provenance provenance = Provenance.of(
                Naming.unqualified(options.created(), options.defaultSchema()),
                options.dropUnknown(),
                options.written(),
                renames.operations());
        LeftAlone leftAlone = new LeftAlone(
                before,
                provenance,
                options.hibernateDefaults() ? List.of() : wanted.mapping().defaultedColumns());
        PartitionLimits limits = new PartitionLimits(before);
        Schema after =
                options.isComplete() ? wanted : leftAlone.addedTo(Undeclared.takenFrom(before, limits.within(wanted)));
        SchemaDiff diff = new SchemaDiff(before, after, options, provenance, leftAlone);
        diff.compare();
        List<Reversible> all = new ArrayList<>(renames.operations());
        all.addAll(diff.withDependents());
        List<Reversible> effective = provenance.tolerant(effective(OperationOrder.ordered(all, before, after)));
        List<Reversible> ordered = options.hooks().rewritten(renames.carried().dropped(effective));
        return new Difference(
                ordered,
                RenameCandidates.in(joined(ordered, leftAlone.drops()), before, after),
                leftAlone.unknown(),
                joined(leftAlone.demands(), limits.sentences()),
                joined(leftAlone.undeclarable(), views.lines()),
                ObjectDiff.unwritten(wanted),
                leftAlone.kept(),
                before,
                after,
                Set.of());
    }

    /** A change that was taken apart, so that its first half can come early, may have no second half. */
    private static List<Reversible> effective(List<Reversible> operations) {
        return operations.stream()
                .filter(operation -> !(operation instanceof ChangeColumn change
                        && change.using() == null
                        && change.from().equals(change.to())))
                .toList();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }

    /** What was found, with all that it needs to be possible. */
    private List<Reversible> withDependents() {
        if (operations.isEmpty()) {
            return List.of();
        }
        List<Reversible> all = ReplacedDomains.released(operations, before);
        all = CompositeColumns.released(all, before);
        all = Rebuilds.addedTo(all, before, after);
        all = EnumDependents.addedTo(all, before);
        all = DroppedTables.released(all, before);
        all = LostDefaults.released(all);
        all = ReplacedIdentities.released(all);
        all = ObjectDependencies.addedTo(all, before, after);
        return StatisticsDependencies.addedTo(all, before, after);
    }

    private void compare() {
        schemasAndExtensions();
        sequences();
        enums();
        domains();
        tables();
        operations.addAll(StatisticsDiff.of(before, after));
        operations.addAll(ObjectDiff.of(before, after, options.isComplete()));
    }

    private void schemasAndExtensions() {
        ListDiff<String> schemas = ListDiff.of(before.schemas(), after.schemas(), Function.identity());
        schemas.added().forEach(name -> operations.add(new CreateSchema(name, false)));
        ListDiff<String> extensions = ListDiff.of(before.extensions(), after.extensions(), Function.identity());
        extensions.added().forEach(name -> operations.add(new CreateExtension(Extension.of(name))));
        if (options.isComplete()) {
            schemas.removed().forEach(name -> operations.add(new DropSchema(name)));
            extensions.removed().forEach(name -> operations.add(new DropExtension(Extension.of(name))));
        }
    }

    private void sequences() {
        ListDiff<Sequence> sequences = ListDiff.of(before.sequences(), after.sequences(), Sequence::name);
        sequences.added().forEach(sequence -> operations.addAll(SequenceDiff.create(sequence)));
        sequences.kept().forEach(pair -> operations.addAll(SequenceDiff.change(released(pair))));
        for (Sequence sequence : sequences.removed()) {
            if (!options.isComplete() && isOwnedByWhatStays(sequence)) {
                operations.addAll(SequenceDiff.widened(sequence, before, after));
                continue; // A serial column's sequence, which comes and goes with the column.
            }
            if (!options.isComplete() && isCalledByWhatStays(sequence)) {
                continue;
            }
            Sequence.Owner owner = sequence.ownedBy();
            if (owner != null && isOwnedByWhatGoes(sequence) && !provenance.covers(sequence.name())) {
                operations.addAll(SequenceDiff.dropWithOwner(sequence, owner));
            } else {
                drop("sequence", sequence.name(), SequenceDiff.drop(sequence));
            }
        }
    }

    /** Without an owner that goes: it would take the sequence along. */
    private Pair<Sequence> released(Pair<Sequence> kept) {
        return isOwnedByWhatGoes(kept.to()) ? new Pair<>(kept.from(), kept.to().ownedBy((Sequence.Owner) null)) : kept;
    }

    private boolean isOwnedByWhatGoes(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner != null
                && !isOwnedByWhatStays(sequence)
                && (after.table(owner.table()).isPresent()
                        || before.table(owner.table()).filter(this::isDropped).isPresent());
    }

    /** A column that becomes a generated one goes, and comes again. */
    private boolean isOwnedByWhatStays(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner != null
                && after.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .filter(column -> column.generated() == null)
                        .isPresent();
    }

    /** Undeclared takes such a default over: Hibernate knows it as an identity. */
    private boolean isCalledByWhatStays(Sequence sequence) {
        return after.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> Defaults.isNextvalOf(column.defaultExpression(), sequence.name()));
    }

    private void enums() {
        ListDiff<EnumType> enums = ListDiff.of(before.enums(), after.enums(), EnumType::name);
        enums.added().forEach(type -> operations.add(new CreateEnum(type)));
        enums.kept().forEach(pair -> operations.addAll(EnumDiff.of(pair, before)));
        enums.removed().stream()
                .filter(type -> !isUsedByWhatStays(type.name()))
                .forEach(type -> drop("enum type", type.name(), List.of(new DropEnum(type))));
    }

    private void domains() {
        ListDiff<Domain> domains = ListDiff.of(before.domains(), after.domains(), Domain::name);
        domains.added().forEach(domain -> operations.add(new CreateDomain(domain)));
        // What is over a replaced one is replaced with it.
        for (Domain domain : new DomainLayers(before.domains()).fromTheGround(before.domains())) {
            domains.kept().stream()
                    .filter(pair -> pair.from().equals(domain))
                    .findFirst()
                    .ifPresentOrElse(this::keepDomain, () -> removeDomain(domain));
        }
    }

    private void keepDomain(Pair<Domain> pair) {
        operations.addAll(
                ReplacedDomains.isOverReplaced(pair.from(), operations)
                        ? DomainDiff.replacement(pair.from(), pair.to())
                        : DomainDiff.of(pair.from(), pair.to(), before));
    }

    private void removeDomain(Domain domain) {
        boolean stays = isUsedByWhatStays(domain.name());
        if (!stays) {
            drop("domain", domain.name(), List.of(new DropDomain(domain)));
        }
        if ((stays || !provenance.covers(domain.name())) && ReplacedDomains.isOverReplaced(domain, operations)) {
            operations.addAll(DomainDiff.replacement(domain, domain));
        }
    }

    /** A type that a {@code columnDefinition} names is declared by it as far as entities can declare one. */
    private boolean isUsedByWhatStays(QualifiedName type) {
        return !options.isComplete()
                && (after.tables().stream()
                                .flatMap(table -> table.columns().stream())
                                .anyMatch(column -> EnumDiff.isOf(column.type(), type))
                        || before.domains().stream()
                                .filter(domain -> EnumDiff.isOf(wanted(domain).type(), type))
                                .anyMatch(domain -> isUsedByWhatStays(domain.name())));
    }

    private Domain wanted(Domain domain) {
        return after.domains().stream()
                .filter(other -> other.name().equals(domain.name()))
                .findFirst()
                .orElse(domain);
    }

    private void tables() {
        ListDiff<Table> tables = ListDiff.of(before.tables(), after.tables(), Table::name);
        RowDocuments documents = new RowDocuments(before, after);
        tables.kept().stream()
                .flatMap(pair -> TableDiff.of(pair.from(), pair.to(), options.isComplete(), options.server()).stream())
                .map(documents::byName)
                .forEach(operations::add);
        Keys late = Keys.addedBy(operations).withRebuilt(operations, after);
        Keys early = Keys.removedBy(operations).withRebuilt(operations, before);
        operations.addAll(TableCreation.of(tables.added(), late::has));
        tables.removed().stream()
                .filter(table -> !provenance.covers(table.name()) && !leftAlone.isPartitionOfWhatStays(table, after))
                .forEach(leftAlone::add);
        List<Table> dropped = tables.removed().stream().filter(this::isDropped).toList();
        operations.addAll(inverse(TableCreation.of(dropped, early::has)));
    }

    private boolean isDropped(Table table) {
        return leftAlone.isPartitionOfWhatStays(table, after) ? options.isComplete() : provenance.covers(table.name());
    }

    private static List<Reversible> inverse(List<Reversible> creations) {
        List<Reversible> reversed = new ArrayList<>(creations);
        Collections.reverse(reversed);
        return reversed.stream().map(Reversible::inverse).toList();
    }

    private void drop(String kind, QualifiedName name, List<Reversible> drops) {
        if (provenance.covers(name)) {
            operations.addAll(drops);
        } else {
            leftAlone.add(kind, name);
        }
    }
}
