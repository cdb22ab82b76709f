package dev.migrate.lint;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.TypeNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** @param definition what follows a domain's name: as a column's, as far as its hazards go */
    static KnownDomain domain(RawText definition) {
        Column column = of("value", definition);
        return new KnownDomain(!column.nullable() || definition.hasWord("CHECK"), column.defaultExpression());
    }

    /**
     * The constraints of a new column as {@code ALTER TABLE} would add them. PostgreSQL doesn't look at rows for a foreign
     * key of a column without a default: there is nothing in it. For a check it does; names are those that it gives.
     *
     * @param name as in a {@linkplain RawText#shape() shape}
     * @param definition what follows it
     */
    static List<Constraint> constraints(QualifiedName table, String name, RawText definition) {
        RawColumn column = new RawColumn(definition.tokens());
        String validity = column.value() == null ? " NOT VALID" : "";
        String prefix = table.name() + "_" + RawText.name(name);
        return Stream.of(
                        column.constraint("PRIMARY", table.name() + "_pkey", clause -> "PRIMARY KEY ( " + name + " )"),
                        column.constraint("UNIQUE", prefix + "_key", clause -> "UNIQUE ( " + name + " )"),
                        column.constraint("CHECK", prefix + "_check", clause -> clause),
                        column.constraint(
                                "REFERENCES",
                                prefix + "_fkey",
                                clause -> "FOREIGN KEY ( " + name + " ) " + clause + validity))
                .flatMap(Optional::stream)
                .map(RawConstraint::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * One of them as an action of {@code ALTER TABLE}.
     *
     * @param otherwise what it is called if it isn't given a name
     * @param action makes a table's constraint of the clause that begins with the word
     */
    private Optional<String> constraint(String word, String otherwise, UnaryOperator<String> action) {
        int at = index(word);
        if (at < 0) {
            return Optional.empty();
        }
        boolean isNamed = at > 1 && tokens.get(at - 2).equalsIgnoreCase("CONSTRAINT");
        String name = isNamed ? tokens.get(at - 1) : SqlIdentifiers.quote(Identifiers.truncate(otherwise));
        String clause = new RawText(tokens.subList(at, clause(at + 1))).shape();
        return Optional.of("ADD CONSTRAINT " + new RawText(List.of(name)).shape() + " " + action.apply(clause));
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
