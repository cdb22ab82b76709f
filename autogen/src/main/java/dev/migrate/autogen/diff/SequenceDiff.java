package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.ListDiff.Pair;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sequences compared. A sequence is created before the table whose column owns it, and becomes owned after; it is
 * released before it is dropped, or else it would go away with the column.
 */
final class SequenceDiff {

    private SequenceDiff() {}

    static List<Reversible> create(Sequence sequence) {
        Sequence free = sequence.ownedBy((Sequence.Owner) null);
        return sequence.ownedBy() == null
                ? List.of(new CreateSequence(sequence))
                : List.of(new CreateSequence(free), new ChangeSequence(free, sequence));
    }

    static List<Reversible> drop(Sequence sequence) {
        Sequence free = sequence.ownedBy((Sequence.Owner) null);
        return sequence.ownedBy() == null
                ? List.of(new DropSequence(sequence))
                : List.of(new ChangeSequence(sequence, free), new DropSequence(free));
    }

    /** One change for how it counts, and one for its owner, since they belong at different times. */
    static List<Reversible> change(Pair<Sequence> pair) {
        Sequence from = pair.from();
        Sequence to = pair.to();
        List<Reversible> operations = new ArrayList<>();
        Sequence counting =
                from.options().resolved().equals(to.options().resolved()) ? from : from.options(to.options());
        if (!counting.equals(from)) {
            operations.add(new ChangeSequence(from, counting));
        }
        if (!Objects.equals(from.ownedBy(), to.ownedBy())) {
            operations.add(new ChangeSequence(counting, counting.ownedBy(to.ownedBy())));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new SetComment(new Commented.OnSequence(to.name()), from.comment(), to.comment()));
        }
        return List.copyOf(operations);
    }

    /** Whether a change is one of ownership, and so depends on tables. */
    static boolean isOwnership(ChangeSequence change) {
        return !Objects.equals(change.from().ownedBy(), change.to().ownedBy());
    }
}
