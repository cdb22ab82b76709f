package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import java.util.List;
import java.util.stream.Stream;

/** The expressions in an index or a constraint. */
public final class Expressions {

    private Expressions() {}

    public static Stream<Expression> of(Index index) {
        return Stream.concat(of(index.keys()), Stream.ofNullable(index.where()));
    }

    public static Stream<Expression> of(Constraint constraint) {
        if (constraint instanceof Check check) {
            return Stream.of(check.expression());
        }
        return constraint instanceof Exclusion exclusion
                ? Stream.concat(
                        of(exclusion.elements().stream()
                                .map(Exclusion.Element::key)
                                .toList()),
                        Stream.ofNullable(exclusion.where()))
                : Stream.empty();
    }

    private static Stream<Expression> of(List<IndexKey> keys) {
        return keys.stream().flatMap(key -> key.expression().stream());
    }
}
