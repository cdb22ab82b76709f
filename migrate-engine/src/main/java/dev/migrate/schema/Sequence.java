package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is an object of its own; an identity column's sequence is part of its {@link Column}.
 *
 * @param name the sequence's name
 * @param options how it counts
 * @param ownedBy the column it is dropped with; null if none
 * @param comment null is none
 * @param onlyIfMissing how to create it, not part of what it is
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions options,
        @Nullable Owner ownedBy,
        @Nullable String comment,
        boolean onlyIfMissing) {

    /** The column that a sequence goes away with. */
    public record Owner(QualifiedName table, String column) {
        public Owner {
            Identifiers.check(column);
        }
    }

    /** A sequence, counting up from 1. */
    public static Sequence of(QualifiedName name) {
        return new Sequence(name, SequenceOptions.DEFAULT, null, null, false);
    }

    /** The same sequence with other options. */
    public Sequence options(SequenceOptions newOptions) {
        return new Sequence(name, newOptions, ownedBy, comment, onlyIfMissing);
    }

    /** @param type smallint, integer or bigint */
    public Sequence type(Type type) {
        return options(options.type(type));
    }

    /** {@code START}: the first value. */
    public Sequence start(long value) {
        return options(options.start(value));
    }

    /** {@code INCREMENT}; negative to count down. */
    public Sequence increment(long step) {
        return options(options.increment(step));
    }

    /** {@code MINVALUE}. */
    public Sequence min(long value) {
        return options(options.min(value));
    }

    /** {@code MAXVALUE}. */
    public Sequence max(long value) {
        return options(options.max(value));
    }

    /** {@code CACHE}: how many values a session takes at once. */
    public Sequence cache(long values) {
        return options(options.cache(values));
    }

    /** {@code CYCLE}: it starts again at the other end. */
    public Sequence cycle() {
        return options(options.cycle(true));
    }

    /** Dropped together with this column. */
    public Sequence ownedBy(String table, String column) {
        return ownedBy(new Owner(QualifiedName.parse(table), column));
    }

    /** {@code OWNED BY}; null for nobody. */
    public Sequence ownedBy(@Nullable Owner owner) {
        return new Sequence(name, options, owner, comment, onlyIfMissing);
    }

    /** Its {@code COMMENT}; null for none. */
    public Sequence comment(@Nullable String text) {
        return new Sequence(name, options, ownedBy, text, onlyIfMissing);
    }

    /** Creates it only if no relation has this name. */
    public Sequence ifNotExists() {
        return new Sequence(name, options, ownedBy, comment, true);
    }

    /** The same sequence under another name. */
    public Sequence named(QualifiedName newName) {
        return new Sequence(newName, options, ownedBy, comment, onlyIfMissing);
    }
}
