package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Routines whose body is a string. PostgreSQL doesn't look into it until it runs (manual, 36.5 and 41.1): a name that goes
 * stays there, and a trigger then refuses each write to its table.
 */
final class RoutineBodies {

    private final Schema before;
    private final List<Operation> operations;

    /**
     * @param before with renamed tables by their new names
     * @param operations how it is changed
     */
    RoutineBodies(Schema before, List<Operation> operations) {
        this.before = before;
        this.operations = operations;
    }

    /** Which of them may name what the operation takes away or renames; empty if none does. */
    Optional<String> sentence(Operation operation) {
        if (operation instanceof RenameColumn rename) {
            return sentence(rename.table(), rename.column());
        }
        if (operation instanceof DropColumn drop && !ColumnDiff.isAddedAgain(drop, operations)) {
            return sentence(drop.table(), drop.column().name());
        }
        if (operation instanceof TableRenaming rename) {
            return sentence(rename.table());
        }
        return operation instanceof DropTable drop ? sentence(drop.table().name()) : Optional.empty();
    }

    private Optional<String> sentence(QualifiedName table) {
        return sentence(table.toString(), body -> Mentions.of(body, table));
    }

    private Optional<String> sentence(QualifiedName table, String column) {
        Set<QualifiedName> tables = names(table);
        return sentence(
                table + "." + column,
                body -> Mentions.of(body, column)
                        && tables.stream().anyMatch(name -> Mentions.of(body, name) || isRunBy(name, body)));
    }

    private Optional<String> sentence(String lost, Predicate<AuxiliaryObject> isAbout) {
        String names = before.auxiliaryObjects().stream()
                .filter(object -> ObjectDiff.isRoutine(object) && !Mentions.isParsed(object))
                .filter(object -> isAbout.test(object) && stays(object))
                .map(AuxiliaryObject::identity)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Behind it each run of " + names + " fails that means " + lost + ", since PostgreSQL leaves"
                                + " the bodies of such routines as they are: replace them in the same migration.");
    }

    private boolean isRunBy(QualifiedName table, AuxiliaryObject routine) {
        return before.auxiliaryObjects().stream()
                .anyMatch(object -> object.identity().startsWith("trigger ")
                        && ObjectDependencies.isOf(object, table)
                        && ObjectDependencies.needs(object, routine, before));
    }

    private boolean stays(AuxiliaryObject routine) {
        return operations.stream()
                .noneMatch(operation -> (operation instanceof DropAuxiliaryObject drop
                                && drop.object().identity().equals(routine.identity()))
                        || (operation instanceof CreateAuxiliaryObject create
                                && create.object().identity().equals(routine.identity())));
    }

    /** What the table is called, and was or will be. */
    private Set<QualifiedName> names(QualifiedName table) {
        Set<QualifiedName> names = new LinkedHashSet<>(Set.of(table));
        for (Operation operation : operations) {
            if (operation instanceof TableRenaming rename) {
                QualifiedName target = rename.renamed();
                if (names.contains(rename.table()) || names.contains(target)) {
                    names.add(rename.table());
                    names.add(target);
                }
            }
        }
        return names;
    }
}
