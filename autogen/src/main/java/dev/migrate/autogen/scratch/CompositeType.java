package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A composite type that a mapping declares by its SQL, such as Hibernate's for {@code @Struct}.
 *
 * @param name as the identity of {@code declared} has it
 * @param fields in their parentheses
 * @param declared the SQL, in which comments may follow the type
 */
record CompositeType(QualifiedName name, String fields, AuxiliaryObject declared) {

    private static final String KIND = "type ";

    /** The composite type that {@code object} is; empty if it is something else. */
    static Optional<CompositeType> of(AuxiliaryObject object) {
        SqlReader sql = new SqlReader(object.create());
        if (!object.identity().startsWith(KIND) || !sql.accept("create", "type")) {
            return Optional.empty();
        }
        sql.name();
        return sql.accept("as") && sql.isAtGroup()
                ? Optional.of(new CompositeType(
                        SqlIdentifiers.readQualified(object.identity().substring(KIND.length())),
                        "(" + sql.group() + ")",
                        object))
                : Optional.empty();
    }

    static List<CompositeType> among(List<AuxiliaryObject> objects) {
        return objects.stream().map(CompositeType::of).flatMap(Optional::stream).toList();
    }

    /**
     * The composite types, each behind those that it consists of: while one of these has no double yet, its name means the
     * real one.
     */
    static List<CompositeType> nested(List<AuxiliaryObject> objects) {
        List<CompositeType> waiting = new ArrayList<>(among(objects));
        List<CompositeType> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            CompositeType next = waiting.stream()
                    .filter(type -> waiting.stream().noneMatch(other -> !other.equals(type) && type.contains(other)))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private boolean contains(CompositeType other) {
        return AuthorSql.mentions(fields, other.name.name());
    }

    /** What is declared, with the identity that a type of that name has in the catalog. */
    AuxiliaryObject identifiedAs(QualifiedName catalogName) {
        return declared.printed(KIND + SqlIdentifiers.quote(catalogName), null);
    }

    ScratchPart part(ScratchNames names) {
        String type = SqlIdentifiers.quote(names.scratch(name));
        AuxiliaryObject scratch = new AuxiliaryObject(
                KIND + type, "CREATE TYPE " + type + " AS " + names.toScratch(fields, null), "DROP TYPE " + type);
        return ScratchPart.whole(
                declared.identity(), new CreateAuxiliaryObject(declared), new CreateAuxiliaryObject(scratch));
    }
}
