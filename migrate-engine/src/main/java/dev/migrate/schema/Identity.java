package dev.migrate.schema;

/**
 * An identity column's generator (PostgreSQL manual, 5.3 Identity Columns).
 *
 * @param mode whether an INSERT may give its own value
 * @param options how its sequence counts; the type is the column's
 */
public record Identity(Mode mode, SequenceOptions options) {

    /** The two kinds of {@code GENERATED … AS IDENTITY}. */
    public enum Mode {
        /** An INSERT may not give a value, unless it says OVERRIDING SYSTEM VALUE. */
        ALWAYS,
        /** A given value wins: what Hibernate declares. */
        BY_DEFAULT
    }

    public static Identity byDefault() {
        return new Identity(Mode.BY_DEFAULT, SequenceOptions.DEFAULT);
    }

    public static Identity always() {
        return new Identity(Mode.ALWAYS, SequenceOptions.DEFAULT);
    }

    /** The same generator, beginning with this value. */
    public Identity start(long value) {
        return with(options.start(value));
    }

    /** The same generator with this step. */
    public Identity increment(long step) {
        return with(options.increment(step));
    }

    /** The same generator with this least value. */
    public Identity min(long value) {
        return with(options.min(value));
    }

    /** The same generator with this greatest value. */
    public Identity max(long value) {
        return with(options.max(value));
    }

    /** The same generator, a session taking this many values at once. */
    public Identity cache(long values) {
        return with(options.cache(values));
    }

    /** The same generator, starting again at the other end. */
    public Identity cycle() {
        return with(options.cycle(true));
    }

    public Identity with(SequenceOptions newOptions) {
        return new Identity(mode, newOptions);
    }
}
