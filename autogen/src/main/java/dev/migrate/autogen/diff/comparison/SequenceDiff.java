package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sequences compared. A sequence is created before the table whose column owns it, and becomes owned after; it is
 * released before it is dropped, or else it would go away with the column.
 */
public final class SequenceDiff {

    /** From the least to the greatest. */
    private static final List<String> WHOLE_NUMBERS = List.of("smallint", "integer", "bigint");

    private SequenceDiff() {}

    public static List<Reversible> create(Sequence sequence) {
        Sequence free = sequence.ownedBy((Sequence.Owner) null);
        return sequence.ownedBy() == null
                ? List.of(new CreateSequence(sequence))
                : List.of(new CreateSequence(free), new ChangeSequence(free, sequence));
    }

    public static List<Reversible> drop(Sequence sequence) {
        Sequence free = sequence.ownedBy((Sequence.Owner) null);
        return sequence.ownedBy() == null
                ? List.of(new DropSequence(sequence))
                : List.of(new ChangeSequence(sequence, free), new DropSequence(free));
    }

    /**
     * The same for one that another owner made for a column of this history, and that goes with the column. In new
     * databases it is missing, or the column's identity has its name: nothing is done to it before.
     */
    public static List<Reversible> dropWithOwner(Sequence sequence, Sequence.Owner owner) {
        String owned = "ALTER SEQUENCE " + SqlIdentifiers.quote(sequence.name()) + " OWNED BY "
                + SqlIdentifiers.quote(owner.table()) + "." + SqlIdentifiers.quote(owner.column());
        return List.of(
                new DropAuxiliaryObject(new AuxiliaryObject("owner of sequence " + sequence.name(), owned, "")),
                new DropSequence(sequence.ownedBy((Sequence.Owner) null).ifNotExists()));
    }

    /** One change for how it counts, and one for its owner, since they belong at different times. */
    public static List<Reversible> change(Pair<Sequence> pair) {
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

    /** A serial column's sequence counts as far as its column goes: where that gets a greater type, it does, too. */
    public static List<Reversible> widened(Sequence sequence, Schema before, Schema after) {
        Type from = typeOfOwner(sequence, before);
        Type to = typeOfOwner(sequence, after);
        SequenceOptions options = sequence.options();
        boolean isWider = WHOLE_NUMBERS.indexOf(to.sql()) > WHOLE_NUMBERS.indexOf(from.sql())
                && from.equals(options.resolved().type());
        return isWider ? List.of(new ChangeSequence(sequence, sequence.options(ofType(options, to)))) : List.of();
    }

    private static Type typeOfOwner(Sequence sequence, Schema schema) {
        Sequence.Owner owner = Objects.requireNonNull(sequence.ownedBy());
        return schema.table(owner.table())
                .flatMap(table -> table.column(owner.column()))
                .map(column -> column.type())
                .orElseThrow();
    }

    /** With the bounds of the other type where it has those of its own. */
    private static SequenceOptions ofType(SequenceOptions options, Type type) {
        SequenceOptions own = new SequenceOptions(
                        options.type(), null, options.increment(), null, null, null, options.cycle())
                .resolved();
        return new SequenceOptions(
                        type,
                        options.start(),
                        options.increment(),
                        Objects.equals(options.min(), own.min()) ? null : options.min(),
                        Objects.equals(options.max(), own.max()) ? null : options.max(),
                        options.cache(),
                        options.cycle())
                .resolved();
    }

    /** Whether a change is one of ownership, and so depends on tables. */
    public static boolean isOwnership(ChangeSequence change) {
        return !Objects.equals(change.from().ownedBy(), change.to().ownedBy());
    }
}
