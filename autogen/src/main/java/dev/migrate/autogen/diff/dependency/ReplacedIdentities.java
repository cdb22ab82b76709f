package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/**
 * An identity has a sequence of its own, which PostgreSQL calls {@code table_column_seq}. Where a sequence of that name
 * takes over, the identity goes before it comes, and whatever else becomes of the column keeps its turn.
 */
public final class ReplacedIdentities {

    private ReplacedIdentities() {}

    /** The operations, with the identities that are in the way dropped apart from the other changes of their columns. */
    public static List<Reversible> released(List<Reversible> operations) {
        return operations.stream()
                .flatMap(operation -> operation instanceof ChangeColumn change && isInTheWay(change, operations)
                        ? released(change)
                        : Stream.of(operation))
                .toList();
    }

    private static Stream<Reversible> released(ChangeColumn change) {
        Column free = change.from().identity(null);
        Reversible drop = new ChangeColumn(change.table(), change.from(), free, null, null);
        return free.equals(change.to())
                ? Stream.of(drop)
                : Stream.of(
                        drop, new ChangeColumn(change.table(), free, change.to(), change.using(), change.usingBack()));
    }

    /** Whether the identity that goes has a sequence of a name that another one is to have. */
    public static boolean isInTheWay(ChangeColumn change, List<Reversible> operations) {
        if (change.from().generator() == null || change.to().generator() != null) {
            return false;
        }
        QualifiedName sequence = change.table()
                .sibling(new ConventionalNames()
                        .sequence(change.table(), change.from().name()));
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateSequence create
                        && create.sequence().name().equals(sequence));
    }
}
