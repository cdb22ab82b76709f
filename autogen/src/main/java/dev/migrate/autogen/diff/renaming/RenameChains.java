package dev.migrate.autogen.diff.renaming;

import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renames of constraints and indexes in an order that runs: into a name that another one gives up after that one, and by
 * way of a third name where they change places. A key's index is called after its constraint, so that both kinds share
 * the names of their schema.
 */
public final class RenameChains {

    private final List<Reversible> waiting;
    private final Set<QualifiedName> names = new HashSet<>();
    private final List<Reversible> ordered = new ArrayList<>();

    private RenameChains(List<Reversible> renames) {
        this.waiting = new ArrayList<>(renames);
        renames.forEach(rename -> {
            names.add(oldName(rename));
            names.add(newName(rename));
        });
    }

    /** The operations, of which each run of renames is untangled where it stands. */
    public static List<Reversible> untangled(List<Reversible> operations) {
        List<Reversible> result = new ArrayList<>();
        List<Reversible> renames = new ArrayList<>();
        for (Reversible operation : operations) {
            if (operation instanceof RenameConstraint || operation instanceof RenameIndex) {
                renames.add(operation);
            } else {
                result.addAll(new RenameChains(renames).untangled());
                renames.clear();
                result.add(operation);
            }
        }
        result.addAll(new RenameChains(renames).untangled());
        return List.copyOf(result);
    }

    private List<Reversible> untangled() {
        while (!waiting.isEmpty()) {
            Optional<Reversible> free =
                    waiting.stream().filter(rename -> !isTaken(rename)).findFirst();
            if (free.isPresent()) {
                waiting.remove(free.get());
                ordered.add(free.get());
            } else {
                giveWay(waiting.remove(0));
            }
        }
        return ordered;
    }

    private boolean isTaken(Reversible rename) {
        return waiting.stream()
                .anyMatch(other -> other != rename && oldName(other).equals(newName(rename)));
    }

    /** Renames to a name that nothing has, and from there when the rest is done. */
    private void giveWay(Reversible rename) {
        String free = "renamed_" + newName(rename).name();
        while (!names.add(newName(rename).sibling(Identifiers.truncate(free)))) {
            free = "renamed_" + free;
        }
        String between = Identifiers.truncate(free);
        if (rename instanceof RenameConstraint constraint) {
            ordered.add(new RenameConstraint(constraint.table(), constraint.constraint(), between));
            waiting.add(new RenameConstraint(constraint.table(), between, constraint.newName()));
        } else if (rename instanceof RenameIndex index) {
            ordered.add(new RenameIndex(index.index(), between));
            waiting.add(new RenameIndex(index.index().sibling(between), index.newName()));
        }
    }

    private static QualifiedName oldName(Reversible rename) {
        return rename instanceof RenameConstraint constraint
                ? constraint.table().sibling(constraint.constraint())
                : ((RenameIndex) rename).index();
    }

    private static QualifiedName newName(Reversible rename) {
        return rename instanceof RenameConstraint constraint
                ? constraint.table().sibling(constraint.newName())
                : ((RenameIndex) rename).index().sibling(((RenameIndex) rename).newName());
    }
}
