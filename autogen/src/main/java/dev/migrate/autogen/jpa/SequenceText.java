package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Type;
import java.util.Optional;

/** A sequence as SQL, or a part of one (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceText {

    private SequenceText() {}

    /** The sequence of {@code create sequence app.numbers start 7}. */
    static Optional<Sequence> of(String sql, SqlNames names) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create", "sequence")) {
            return Optional.empty();
        }
        text.accept("if", "not", "exists");
        return Optional.of(withOptions(Sequence.of(names.qualified(text.name())), text.rest()));
    }

    /** The sequence with what follows its name. */
    static Sequence withOptions(Sequence bare, String options) {
        SqlReader text = new SqlReader(options);
        Sequence sequence = bare;
        while (!text.isAtEnd()) {
            if (text.accept("increment", "by") || text.accept("increment")) {
                sequence = sequence.increment(number(text));
            } else if (text.accept("start", "with") || text.accept("start")) {
                sequence = sequence.start(number(text));
            } else if (text.accept("minvalue")) {
                sequence = sequence.min(number(text));
            } else if (text.accept("maxvalue")) {
                sequence = sequence.max(number(text));
            } else if (text.accept("cache")) {
                sequence = sequence.cache(number(text));
            } else if (text.accept("cycle")) {
                sequence = sequence.cycle();
            } else if (text.accept("as")) {
                sequence = sequence.type(new Type(text.next()));
            } else if (!isDefault(text)) {
                throw Unreadable.clause("The sequence " + bare.name(), text.rest());
            }
        }
        return sequence;
    }

    private static boolean isDefault(SqlReader text) {
        return text.accept("no", "cycle")
                || text.accept("no", "minvalue")
                || text.accept("no", "maxvalue")
                || text.accept("owned", "by", "none")
                || text.accept(";");
    }

    private static long number(SqlReader text) {
        String sign = text.accept("-") ? "-" : "";
        return Long.parseLong(sign + text.next());
    }
}
