package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Everything that one side of a comparison has: what entities declare, or what a catalog holds. Each list is sorted by
 * name, so two equal schemas are equal values.
 *
 * @param schemas names of the schemas that exist or are wanted, beside the first of the search path
 * @param tables with their columns, constraints and indexes
 * @param sequences those that are objects of their own
 * @param enums enumerated types
 * @param domains domain types
 * @param extensions names of installed or wanted extensions
 * @param statistics extended statistics
 * @param auxiliaryObjects functions, triggers, casts and other objects that are compared by their definition
 * @param mapping what entities say beyond that; nothing from a catalog
 * @param dependencies what these objects need of one another; nothing from entities, but for what PostgreSQL says of
 *     auxiliary objects
 */
public record Schema(
        List<String> schemas,
        List<Table> tables,
        List<Sequence> sequences,
        List<EnumType> enums,
        List<Domain> domains,
        List<String> extensions,
        List<Statistics> statistics,
        List<AuxiliaryObject> auxiliaryObjects,
        MappingFacts mapping,
        Dependencies dependencies) {

    public static final Schema EMPTY =
            new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), MappingFacts.NONE);

    public Schema {
        schemas = List.copyOf(new TreeSet<>(schemas));
        tables = sorted(tables, Comparator.comparing(Table::name));
        sequences = sorted(sequences, Comparator.comparing(Sequence::name));
        enums = sorted(enums, Comparator.comparing(EnumType::name));
        domains = sorted(domains, Comparator.comparing(Domain::name));
        extensions = List.copyOf(new TreeSet<>(extensions));
        statistics = sorted(statistics, Comparator.comparing(Statistics::name));
        auxiliaryObjects = sorted(auxiliaryObjects, Comparator.comparing(AuxiliaryObject::identity));
    }

    /** A schema without statistics, of which it isn't known what its objects need of one another. */
    public Schema(
            List<String> schemas,
            List<Table> tables,
            List<Sequence> sequences,
            List<EnumType> enums,
            List<Domain> domains,
            List<String> extensions,
            List<AuxiliaryObject> auxiliaryObjects,
            MappingFacts mapping) {
        this(
                schemas,
                tables,
                sequences,
                enums,
                domains,
                extensions,
                List.of(),
                auxiliaryObjects,
                mapping,
                Dependencies.NONE);
    }

    /** A schema of tables only. */
    public static Schema ofTables(Table... tables) {
        return EMPTY.withTables(List.of(tables));
    }

    /** The table of this name, if there is one. */
    public Optional<Table> table(QualifiedName name) {
        int low = 0;
        int high = tables.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tables.get(middle).name().compareTo(name);
            if (order == 0) {
                return Optional.of(tables.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    /** The same with these schemas. */
    public Schema withSchemas(List<String> names) {
        return new Schema(
                names,
                tables,
                sequences,
                enums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same with these tables. */
    public Schema withTables(List<Table> newTables) {
        return new Schema(
                schemas,
                newTables,
                sequences,
                enums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same without the tables of other names, and without the sequences that those own. */
    public Schema onlyTables(Predicate<QualifiedName> names) {
        return withTables(tables.stream()
                        .filter(table -> names.test(table.name()))
                        .toList())
                .withSequences(sequences.stream()
                        .filter(sequence -> sequence.ownedBy() == null
                                || names.test(sequence.ownedBy().table()))
                        .toList());
    }

    /** The same with these sequences. */
    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(
                schemas,
                tables,
                newSequences,
                enums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same with these enum types. */
    public Schema withEnums(List<EnumType> newEnums) {
        return new Schema(
                schemas,
                tables,
                sequences,
                newEnums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same with these domains. */
    public Schema withDomains(List<Domain> newDomains) {
        return new Schema(
                schemas,
                tables,
                sequences,
                enums,
                newDomains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same with these extensions. */
    public Schema withExtensions(List<String> names) {
        return new Schema(
                schemas, tables, sequences, enums, domains, names, statistics, auxiliaryObjects, mapping, dependencies);
    }

    /** The same with these statistics. */
    public Schema withStatistics(List<Statistics> newStatistics) {
        return new Schema(
                schemas,
                tables,
                sequences,
                enums,
                domains,
                extensions,
                newStatistics,
                auxiliaryObjects,
                mapping,
                dependencies);
    }

    /** The same with these objects that are known by their SQL. */
    public Schema withAuxiliaryObjects(List<AuxiliaryObject> objects) {
        return new Schema(
                schemas, tables, sequences, enums, domains, extensions, statistics, objects, mapping, dependencies);
    }

    /** The same with what the mapping says beyond its objects. */
    public Schema withMapping(MappingFacts facts) {
        return new Schema(
                schemas,
                tables,
                sequences,
                enums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                facts,
                dependencies);
    }

    /** The same with what its objects need of one another. */
    public Schema withDependencies(Dependencies newDependencies) {
        return new Schema(
                schemas,
                tables,
                sequences,
                enums,
                domains,
                extensions,
                statistics,
                auxiliaryObjects,
                mapping,
                newDependencies);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
