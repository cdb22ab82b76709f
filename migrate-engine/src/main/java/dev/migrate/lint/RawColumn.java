package dev.migrate.lint;

import dev.migrate.operation.TypeNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A column as raw SQL defines it, as far as its hazards go. */
final class RawColumn {

    private static final Set<String> CLAUSES = Set.of(
            "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "CHECK", "REFERENCES", "GENERATED", "COLLATE", "CONSTRAINT");

    private static final Pattern SERIAL = Pattern.compile("(?i)(?:big|small)?serial|serial[248]");

    private final List<String> tokens;

    private RawColumn(List<String> tokens) {
        this.tokens = tokens;
    }

    /** @param definition what follows the name */
    static Column of(String name, RawText definition) {
        return new RawColumn(definition.tokens()).column(name);
    }

    private Column column(String name) {
        Column column = Definitions.column(name, type(tokens.subList(0, clause(0))))
                .nullable(index("NOT", "NULL") < 0 && index("PRIMARY", "KEY") < 0)
                .defaultExpression(value());
        if (index("GENERATED") < 0) {
            return column;
        }
        Generated.Kind kind = index("STORED") < 0 ? Generated.Kind.VIRTUAL : Generated.Kind.STORED;
        return index("IDENTITY") < 0
                ? column.generated(new Generated(Expression.of(String.join(" ", tokens)), kind))
                : column.identity();
    }

    /** Names like serial stand for a default that counts. */
    private @Nullable Expression value() {
        if (SERIAL.matcher(tokens.get(0)).matches()) {
            return Expression.of("nextval('sequence')");
        }
        int at = index("DEFAULT");
        boolean isAction = at > 0 && tokens.get(at - 1).equalsIgnoreCase("SET");
        return at < 0 || isAction ? null : Expression.of(String.join("", tokens.subList(at + 1, clause(at + 1))));
    }

    /** Where these words stand, one behind the other and in no parentheses; -1 if they don't. */
    private int index(String... words) {
        return RawText.outsideParentheses(tokens)
                .filter(i -> i + words.length <= tokens.size() && areAt(i, words))
                .findFirst()
                .orElse(-1);
    }

    private boolean areAt(int start, String... words) {
        return IntStream.range(0, words.length)
                .allMatch(i -> tokens.get(start + i).equalsIgnoreCase(words[i]));
    }

    /** Where the next clause begins behind a place that is in no parentheses. */
    private int clause(int from) {
        return RawText.outsideParentheses(tokens)
                .filter(i -> i > from && CLAUSES.contains(tokens.get(i).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(tokens.size());
    }

    /** A type as {@code Types} spells it. */
    static Type type(List<String> tokens) {
        return TypeNames.usual(new Type(String.join(" ", tokens)
                .toLowerCase(Locale.ROOT)
                .replace(" (", "(")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .replace(", ", ",")
                .replaceAll(" ?\\[ ?(\\d*) ?]", "[$1]")));
    }
}
