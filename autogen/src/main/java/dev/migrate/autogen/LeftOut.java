package dev.migrate.autogen;

import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What entities need for those of their tables alone that the filters leave out: as little as these it is compared,
 * whichever side has it.
 *
 * @param sequences that number keys of these tables only
 * @param enums of columns of these tables only, with their casts
 * @param schemas that only these are in
 */
record LeftOut(Set<QualifiedName> sequences, List<EnumType> enums, Set<String> schemas) {

    /**
     * @param declared what the entities declare
     * @param compared what of it the filters let through
     */
    static LeftOut of(Schema declared, Schema compared) {
        List<Table> left = declared.tables().stream()
                .filter(table -> compared.table(table.name()).isEmpty())
                .toList();
        Set<QualifiedName> names = left.stream().map(Table::name).collect(Collectors.toSet());
        Set<QualifiedName> sequences = declared.mapping().numberedTables().stream()
                .filter(numbered -> !numbered.tables().isEmpty() && names.containsAll(numbered.tables()))
                .map(NumberedTables::sequence)
                .collect(Collectors.toSet());
        List<EnumType> enums = declared.enums().stream()
                .filter(type -> uses(left, type) && !uses(compared.tables(), type) && !isMentioned(declared, type))
                .toList();
        LeftOut objects = new LeftOut(sequences, enums, Set.of());
        Set<String> used = Autogenerate.schemasOf(objects.without(compared)).collect(Collectors.toSet());
        return new LeftOut(
                sequences,
                enums,
                names.stream()
                        .map(QualifiedName::schema)
                        .flatMap(Stream::ofNullable)
                        .filter(schema -> !used.contains(schema))
                        .collect(Collectors.toSet()));
    }

    /** The same schema without it. */
    Schema without(Schema schema) {
        return schema.withSequences(only(schema.sequences(), sequence -> !sequences.contains(sequence.name())))
                .withEnums(only(schema.enums(), type -> enums.stream()
                        .noneMatch(left -> left.name().equals(type.name()))))
                .withAuxiliaryObjects(only(schema.auxiliaryObjects(), object -> enums.stream()
                        .noneMatch(type -> EnumDiff.isCast(object, type.name()))))
                .withSchemas(only(schema.schemas(), name -> !schemas.contains(name)));
    }

    private static boolean uses(List<Table> tables, EnumType type) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> EnumDiff.isOf(column.type(), type.name()));
    }

    /** By a domain or by anything else that is more than a cast of it: whose that is isn't known. */
    private static boolean isMentioned(Schema schema, EnumType type) {
        return schema.domains().stream().anyMatch(domain -> EnumDiff.isOf(domain.type(), type.name()))
                || schema.auxiliaryObjects().stream()
                        .anyMatch(object -> !EnumDiff.isCast(object, type.name())
                                && object.create().contains(type.name().name()));
    }

    private static <T> List<T> only(List<T> objects, Predicate<T> kept) {
        return objects.stream().filter(kept).toList();
    }
}
