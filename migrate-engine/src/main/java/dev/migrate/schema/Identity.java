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

    public Identity with(SequenceOptions newOptions) {
        return new Identity(mode, newOptions);
    }
}
