package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sequences as {@code sequence("order_numbers").start(1000).increment(50)}. */
final class JavaSequences {

    private final Imports imports;
    private final JavaTypes types;

    JavaSequences(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
    }

    Code code(Sequence sequence) {
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "sequence"),
                Code.string(sequence.name().toString())));
        SequenceOptions options = sequence.options().concise();
        Type type = options.type();
        code = counting(type == null ? code : code.then("type", types.code(type)), options);
        Sequence.Owner owner = sequence.ownedBy();
        if (owner != null) {
            code = code.then("ownedBy", Code.string(owner.table().toString()), Code.string(owner.column()));
        }
        code = code.thenIfPresent("comment", sequence.comment());
        return sequence.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    /** What is different, as the calls on a sequence's alteration. */
    Chain changes(Sequence from, Sequence to) {
        SequenceOptions before = from.options().resolved();
        SequenceOptions after = to.options().resolved();
        Chain code = Code.chain(Code.word("sequence"));
        Type type = after.type();
        code = type == null || type.equals(before.type()) ? code : code.then("type", types.code(type));
        code = numberIfChanged(code, "increment", before.increment(), after.increment());
        code = numberIfChanged(code, "min", before.min(), after.min());
        code = numberIfChanged(code, "max", before.max(), after.max());
        code = numberIfChanged(code, "start", before.start(), after.start());
        code = numberIfChanged(code, "cache", before.cache(), after.cache());
        code = before.cycle() == after.cycle() ? code : code.then(after.cycle() ? "cycle" : "noCycle");
        Sequence.Owner owner = to.ownedBy();
        if (Objects.equals(from.ownedBy(), owner)) {
            return code;
        }
        return owner == null
                ? code.then("ownedByNone")
                : code.then("ownedBy", Code.string(owner.table().toString()), Code.string(owner.column()));
    }

    private static Chain numberIfChanged(Chain code, String method, @Nullable Long before, @Nullable Long after) {
        return Objects.equals(before, after) ? code : number(code, method, after);
    }

    /** Whether an identity column of this type counts as PostgreSQL does by default. */
    boolean isDefault(Identity identity, Type type) {
        return identity.options()
                .type(type)
                .resolved()
                .equals(SequenceOptions.DEFAULT.type(type).resolved());
    }

    /** A generator: {@code byDefault().start(1000)}. */
    Code code(Identity identity, Type type) {
        String factory = identity.mode() == Identity.Mode.ALWAYS ? "always" : "byDefault";
        return counting(
                Code.chain(Code.call(imports.use(Identity.class, factory))),
                identity.options().type(type).concise());
    }

    private static Chain counting(Chain start, SequenceOptions options) {
        Chain code = number(start, "start", options.start());
        code = number(code, "increment", options.increment());
        code = number(code, "min", options.min());
        code = number(code, "max", options.max());
        code = number(code, "cache", options.cache());
        return options.cycle() ? code.then("cycle") : code;
    }

    private static Chain number(Chain code, String method, @Nullable Long value) {
        if (value == null) {
            return code;
        }
        return code.then(method, number(value));
    }

    static Code number(long value) {
        return Code.word(value == (int) value ? Long.toString(value) : value + "L");
    }
}
