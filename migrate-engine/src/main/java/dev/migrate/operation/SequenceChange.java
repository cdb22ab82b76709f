package dev.migrate.operation;

import dev.migrate.schema.Sequence;
import dev.migrate.schema.Type;
import org.jspecify.annotations.Nullable;

/** One attribute of a sequence set to a new value: a clause of {@code ALTER SEQUENCE}. */
public sealed interface SequenceChange {

    /** Calls the visitor's method for this change. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of change. */
    interface Visitor<R> {
        R setOption(SetOption change);

        R setType(SetSequenceType change);

        R setCycle(SetCycle change);

        R setOwner(SetOwner change);

        R restart(Restart change);
    }

    /** The options that are a number. */
    enum Option {
        INCREMENT_BY,
        MINVALUE,
        MAXVALUE,
        START_WITH,
        CACHE
    }

    /** @param value null is {@code NO MINVALUE} or {@code NO MAXVALUE}: the default of the type and direction */
    record SetOption(Option option, @Nullable Long value) implements SequenceChange {
        public SetOption {
            if (value == null && option != Option.MINVALUE && option != Option.MAXVALUE) {
                throw new IllegalArgumentException(option + " of a sequence needs a value");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setOption(this);
        }
    }

    /** @param type smallint, integer or bigint */
    record SetSequenceType(Type type) implements SequenceChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setType(this);
        }
    }

    /** Whether it starts again at the other end. */
    record SetCycle(boolean cycle) implements SequenceChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setCycle(this);
        }
    }

    /** @param owner null is nobody */
    record SetOwner(Sequence.@Nullable Owner owner) implements SequenceChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setOwner(this);
        }
    }

    /** @param value what the next {@code nextval} gives; null is the start value */
    record Restart(@Nullable Long value) implements SequenceChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restart(this);
        }
    }
}
