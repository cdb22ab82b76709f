package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What only a mapping says of a schema's rows, and no catalog tells of. It is never a difference, and decides how one is
 * made up for.
 *
 * @param numberedTables which keys the sequences number
 * @param neededValues columns that could be NULL, but whose entities can't be read then
 * @param rootDiscriminators what tells rows of a superclass from those of its subclasses
 * @param meaningColumns which columns hold constants of enums, and which tell entities apart
 * @param leftToOthers tables and sequences that the application uses and doesn't make
 * @param hierarchies where the rows of entities are
 * @param knownValues what rows get in columns that they don't have yet
 * @param generatorRows the rows of tables that generators count in
 * @param defaultedColumns what Hibernate's defaults decide, because the mapping doesn't say it
 */
public record MappingFacts(
        List<NumberedTables> numberedTables,
        List<NeededValue> neededValues,
        List<RootDiscriminator> rootDiscriminators,
        List<MeaningColumn> meaningColumns,
        Set<QualifiedName> leftToOthers,
        List<Hierarchy> hierarchies,
        List<KnownValue> knownValues,
        List<GeneratorRow> generatorRows,
        List<DefaultedColumn> defaultedColumns) {

    public static final MappingFacts NONE = new MappingFacts(List.of(), List.of());

    /** Of a schema whose tables the application makes itself, and that has no hierarchies. */
    public MappingFacts(List<NumberedTables> numberedTables, List<NeededValue> neededValues) {
        this(numberedTables, neededValues, List.of(), List.of(), Set.of(), List.of());
    }

    /** Of a schema of which no values are known. */
    public MappingFacts(
            List<NumberedTables> numberedTables,
            List<NeededValue> neededValues,
            List<RootDiscriminator> rootDiscriminators,
            List<MeaningColumn> meaningColumns,
            Set<QualifiedName> leftToOthers,
            List<Hierarchy> hierarchies) {
        this(
                numberedTables,
                neededValues,
                rootDiscriminators,
                meaningColumns,
                leftToOthers,
                hierarchies,
                List.of(),
                List.of(),
                List.of());
    }

    public MappingFacts {
        numberedTables = sorted(numberedTables, Comparator.comparing(NumberedTables::sequence));
        neededValues =
                sorted(neededValues, Comparator.comparing(NeededValue::table).thenComparing(NeededValue::column));
        rootDiscriminators = sorted(rootDiscriminators, Comparator.comparing(RootDiscriminator::table));
        meaningColumns = sorted(
                meaningColumns, Comparator.comparing(MeaningColumn::table).thenComparing(MeaningColumn::column));
        leftToOthers = Set.copyOf(leftToOthers);
        hierarchies = sorted(
                hierarchies, Comparator.comparing(hierarchy -> hierarchy.root().entity()));
        knownValues =
                sorted(knownValues, Comparator.comparing(KnownValue::table).thenComparing(KnownValue::column));
        generatorRows =
                sorted(generatorRows, Comparator.comparing(GeneratorRow::table).thenComparing(GeneratorRow::name));
        defaultedColumns = sorted(
                defaultedColumns, Comparator.comparing(DefaultedColumn::table).thenComparing(DefaultedColumn::column));
    }

    /** The same of tables and sequences that have other names. */
    public MappingFacts named(UnaryOperator<QualifiedName> names) {
        return new MappingFacts(
                numberedTables.stream()
                        .map(numbered -> new NumberedTables(
                                names.apply(numbered.sequence()),
                                numbered.tables().stream().map(names).toList()))
                        .toList(),
                neededValues.stream()
                        .map(value -> value.of(names.apply(value.table())))
                        .toList(),
                rootDiscriminators.stream().map(root -> root.named(names)).toList(),
                meaningColumns.stream()
                        .map(column -> column.of(names.apply(column.table())))
                        .toList(),
                leftToOthers.stream().map(names).collect(Collectors.toSet()),
                hierarchies.stream().map(hierarchy -> hierarchy.named(names)).toList(),
                knownValues.stream()
                        .map(value -> new KnownValue(names.apply(value.table()), value.column(), value.sql()))
                        .toList(),
                generatorRows.stream().map(row -> row.named(names)).toList(),
                defaultedColumns.stream()
                        .map(column -> column.of(names.apply(column.table())))
                        .toList());
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
