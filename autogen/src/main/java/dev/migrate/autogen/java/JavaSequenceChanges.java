package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.operation.SequenceChange;
import dev.migrate.schema.Sequence;

/** Changes of a sequence as the calls of {@code sequence -> sequence.increment(50).restart()}. */
final class JavaSequenceChanges implements SequenceChange.Visitor<Call> {

    private final JavaTypes types;

    JavaSequenceChanges(JavaTypes types) {
        this.types = types;
    }

    @Override
    public Call setOption(SequenceChange.SetOption change) {
        String name =
                switch (change.option()) {
                    case INCREMENT_BY -> "increment";
                    case MINVALUE -> "min";
                    case MAXVALUE -> "max";
                    case START_WITH -> "start";
                    case CACHE -> "cache";
                };
        Long value = change.value();
        // Only a bound may be none: see SetOption.
        return value == null ? Code.call(name.equals("min") ? "noMin" : "noMax") : number(name, value);
    }

    private static Call number(String method, long value) {
        return Code.call(method, JavaSequences.number(value));
    }

    @Override
    public Call setType(SequenceChange.SetSequenceType change) {
        return Code.call("type", types.code(change.type()));
    }

    @Override
    public Call setCycle(SequenceChange.SetCycle change) {
        return Code.call(change.cycle() ? "cycle" : "noCycle");
    }

    @Override
    public Call setOwner(SequenceChange.SetOwner change) {
        Sequence.Owner owner = change.owner();
        return owner == null
                ? Code.call("ownedByNone")
                : Code.call("ownedBy", JavaRareOperations.name(owner.table()), Code.string(owner.column()));
    }

    @Override
    public Call restart(SequenceChange.Restart change) {
        Long value = change.value();
        return value == null ? Code.call("restart") : number("restart", value);
    }
}
