package dev.migrate.operation;

import dev.migrate.operation.SequenceChange.Option;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an author wants of a sequence: {@code s -> s.increment(50).noMax()}. Attributes that are not named stay as they
 * are.
 *
 * @param changes in the order they were named
 */
public record SequenceAlteration(List<SequenceChange> changes) {

    /** Nothing changed yet. */
    public static final SequenceAlteration NONE = new SequenceAlteration(List.of());

    public SequenceAlteration {
        changes = List.copyOf(changes);
    }

    /** @param type smallint, integer or bigint */
    public SequenceAlteration type(Type type) {
        return and(new SequenceChange.SetSequenceType(type));
    }

    /** {@code INCREMENT}. */
    public SequenceAlteration increment(long step) {
        return and(new SequenceChange.SetOption(Option.INCREMENT_BY, step));
    }

    /** {@code MINVALUE}. */
    public SequenceAlteration min(long value) {
        return and(new SequenceChange.SetOption(Option.MINVALUE, value));
    }

    /** {@code NO MINVALUE}: 1, or the least of its type when it counts down. */
    public SequenceAlteration noMin() {
        return and(new SequenceChange.SetOption(Option.MINVALUE, null));
    }

    /** {@code MAXVALUE}. */
    public SequenceAlteration max(long value) {
        return and(new SequenceChange.SetOption(Option.MAXVALUE, value));
    }

    /** {@code NO MAXVALUE}: the greatest of its type, or -1 when it counts down. */
    public SequenceAlteration noMax() {
        return and(new SequenceChange.SetOption(Option.MAXVALUE, null));
    }

    /** Where {@link #restart()} starts; the current value stays. */
    public SequenceAlteration start(long value) {
        return and(new SequenceChange.SetOption(Option.START_WITH, value));
    }

    /** How many values a session takes at once. */
    public SequenceAlteration cache(long values) {
        return and(new SequenceChange.SetOption(Option.CACHE, values));
    }

    /** {@code CYCLE}: it starts again at the other end. */
    public SequenceAlteration cycle() {
        return and(new SequenceChange.SetCycle(true));
    }

    /** {@code NO CYCLE}: an error at its end. */
    public SequenceAlteration noCycle() {
        return and(new SequenceChange.SetCycle(false));
    }

    /** Dropped together with this column. */
    public SequenceAlteration ownedBy(String table, String column) {
        return and(new SequenceChange.SetOwner(new Sequence.Owner(QualifiedName.parse(table), column)));
    }

    /** No longer dropped together with any column. */
    public SequenceAlteration ownedByNone() {
        return and(new SequenceChange.SetOwner(null));
    }

    /** The next value is the start value. */
    public SequenceAlteration restart() {
        return and(new SequenceChange.Restart(null));
    }

    /** The next value is this one. */
    public SequenceAlteration restart(long value) {
        return and(new SequenceChange.Restart(value));
    }

    private SequenceAlteration and(SequenceChange change) {
        return new SequenceAlteration(
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
