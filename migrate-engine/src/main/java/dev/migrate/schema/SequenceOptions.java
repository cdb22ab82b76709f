package dev.migrate.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts (PostgreSQL manual, CREATE SEQUENCE). A null means PostgreSQL's default for the type and
 * direction; {@link #resolved()} fills those in, and values that come from the catalog are always resolved.
 *
 * @param type smallint, integer or bigint; null is bigint (for an identity column: the column's own type)
 * @param start first value
 * @param increment step, never 0; negative counts down
 * @param min least value
 * @param max greatest value
 * @param cache values a session takes at once
 * @param cycle whether it starts again at the other end
 */
public record SequenceOptions(
        @Nullable Type type,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Long cache,
        boolean cycle) {

    /** Everything as PostgreSQL has it by default. */
    public static final SequenceOptions DEFAULT = new SequenceOptions(null, null, null, null, null, null, false);

    private static final Map<String, Long> GREATEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    public SequenceOptions {
        if (increment != null && increment == 0) {
            throw new IllegalArgumentException("A sequence's increment is 0; expected any other number");
        }
    }

    /** {@code AS}: smallint, integer or bigint. */
    public SequenceOptions type(@Nullable Type newType) {
        return new SequenceOptions(newType, start, increment, min, max, cache, cycle);
    }

    /** {@code START}: the first value. */
    public SequenceOptions start(long value) {
        return new SequenceOptions(type, value, increment, min, max, cache, cycle);
    }

    /** {@code INCREMENT}; negative to count down. */
    public SequenceOptions increment(long step) {
        return new SequenceOptions(type, start, step, min, max, cache, cycle);
    }

    /** {@code MINVALUE}. */
    public SequenceOptions min(long value) {
        return new SequenceOptions(type, start, increment, value, max, cache, cycle);
    }

    /** {@code MAXVALUE}. */
    public SequenceOptions max(long value) {
        return new SequenceOptions(type, start, increment, min, value, cache, cycle);
    }

    /** {@code CACHE}: how many values a session takes at once. */
    public SequenceOptions cache(long values) {
        return new SequenceOptions(type, start, increment, min, max, values, cycle);
    }

    /** {@code CYCLE}: whether it starts again at the other end. */
    public SequenceOptions cycle(boolean whether) {
        return new SequenceOptions(type, start, increment, min, max, cache, whether);
    }

    /** The same sequence with PostgreSQL's defaults spelled out: no component is null. */
    public SequenceOptions resolved() {
        String base = type == null ? "bigint" : type.sql();
        long greatest = GREATEST.getOrDefault(base, Long.MAX_VALUE);
        long step = or(increment, 1);
        long least = or(min, step > 0 ? 1 : -greatest - 1);
        long most = or(max, step > 0 ? greatest : -1);
        return new SequenceOptions(
                new Type(base), or(start, step > 0 ? least : most), step, least, most, or(cache, 1), cycle);
    }

    /** The same sequence with everything that is PostgreSQL's default left out: what a person would write. */
    public SequenceOptions concise() {
        SequenceOptions full = resolved();
        SequenceOptions plain =
                new SequenceOptions(full.type, null, full.increment, null, null, null, false).resolved();
        return new SequenceOptions(
                "bigint".equals(full.type == null ? "bigint" : full.type.sql()) ? null : full.type,
                unless(full.start, startOf(full)),
                unless(full.increment, 1L),
                unless(full.min, plain.min),
                unless(full.max, plain.max),
                unless(full.cache, 1L),
                cycle);
    }

    /** Where a sequence with these bounds starts when nobody says. */
    private static @Nullable Long startOf(SequenceOptions full) {
        return full.increment != null && full.increment > 0 ? full.min : full.max;
    }

    private static @Nullable Long unless(@Nullable Long value, @Nullable Long usual) {
        return value != null && value.equals(usual) ? null : value;
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }
}
