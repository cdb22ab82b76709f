package dev.migrate.autogen.diff.text;

import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.dependency.ObjectDependencies;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Operation;
import dev.migrate.schema.AuxiliaryObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights on views and routines that are dropped and created anew, and their owners: a migration is written with those
 * of one database, and runs on others.
 */
public final class Rights {

    private static final String COMMENT =
            "Rights and owner as in the database that was read: add here what others grant.";

    private Rights() {}

    /** What a reader has to know of an operation that gives rights or an owner back. */
    public static Optional<String> comment(Operation operation) {
        return created(operation)
                        .flatMap(object -> object.create().lines())
                        .anyMatch(line ->
                                line.startsWith("GRANT ") || line.startsWith("REVOKE ") || line.contains(" OWNER TO "))
                ? Optional.of(COMMENT)
                : Optional.empty();
    }

    /** What has to be known of a whole migration; empty if it creates nothing anew. */
    public static Optional<String> warning(List<? extends Operation> operations) {
        String names = operations.stream()
                .flatMap(operation -> created(operation)
                        .filter(object -> operation instanceof ChangeEnum || isDropped(object, operations)))
                .map(AuxiliaryObject::identity)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Dropped and created anew, with the rights and the owner of the database that was read: "
                        + names + ". What another database grants on them, add to the file.");
    }

    /** The views and routines that it creates; those of an enum type that is replaced come back with it. */
    private static Stream<AuxiliaryObject> created(Operation operation) {
        Stream<? extends Operation> creations = operation instanceof ChangeEnum change && !change.onlyAdds()
                ? change.rebuilt().stream()
                : Stream.of(operation);
        return creations
                .filter(CreateAuxiliaryObject.class::isInstance)
                .map(creation -> ((CreateAuxiliaryObject) creation).object())
                .filter(Rights::isGranted);
    }

    private static boolean isGranted(AuxiliaryObject object) {
        return ObjectDependencies.isView(object) || ObjectDiff.isRoutine(object);
    }

    private static boolean isDropped(AuxiliaryObject object, List<? extends Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropAuxiliaryObject drop
                        && drop.object().identity().equals(object.identity()));
    }
}
