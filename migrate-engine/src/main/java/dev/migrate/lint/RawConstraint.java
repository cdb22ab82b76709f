package dev.migrate.lint;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A constraint as raw SQL says it, as far as its hazards go. */
final class RawConstraint {

    private static final Pattern FORM = Pattern.compile(
            "ADD (?:CONSTRAINT (?<name>\\S+) )?(?<kind>PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK|EXCLUDE)\\b(?<definition>.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS = Pattern.compile("[^(]*\\( (?<columns>[^)]*) \\).*");
    private static final Pattern REFERENCES =
            Pattern.compile(".* REFERENCES (?<target>(?:\\S+ \\. )?\\S+)(?: .*)?", Pattern.CASE_INSENSITIVE);

    private final @Nullable String name;
    private final String definition;

    private RawConstraint(@Nullable String name, String definition) {
        this.name = name;
        this.definition = definition;
    }

    /** The constraint that an {@code ADD} of {@code ALTER TABLE} adds, with an index of its own if it has one. */
    static Optional<Constraint> of(String action) {
        Matcher matcher = FORM.matcher(action);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String given = matcher.group("name");
        RawConstraint raw = new RawConstraint(given == null ? null : RawText.name(given), matcher.group("definition"));
        return Optional.of(raw.constraint(matcher.group("kind").toUpperCase(Locale.ROOT)));
    }

    private Constraint constraint(String kind) {
        Validity validity = validity();
        return switch (kind) {
            case "PRIMARY KEY" -> new PrimaryKey(name, columns(), List.of(), false, Deferral.NOT_DEFERRABLE);
            case "UNIQUE" -> new Unique(name, columns(), List.of(), false, false, Deferral.NOT_DEFERRABLE);
            case "FOREIGN KEY" -> foreignKey(validity);
            case "CHECK" -> new Check(name, Expression.of(RawText.written(parenthesized())), validity, true);
            default ->
                new Exclusion(
                        name,
                        "gist",
                        List.of(new Exclusion.Element(IndexKey.expression(RawText.written(definition)), "=")),
                        List.of(),
                        null,
                        Deferral.NOT_DEFERRABLE);
        };
    }

    private ForeignKey foreignKey(Validity validity) {
        Matcher references = REFERENCES.matcher(definition);
        return new ForeignKey(
                name,
                columns(),
                RawText.qualifiedName(references.matches() ? references.group("target") : "unknown"),
                List.of(),
                ForeignKey.Action.NO_ACTION,
                List.of(),
                ForeignKey.Action.NO_ACTION,
                ForeignKey.Match.SIMPLE,
                Deferral.NOT_DEFERRABLE,
                validity,
                false);
    }

    /** Attributes stand behind the rest, in any order. */
    private Validity validity() {
        String words = definition.toUpperCase(Locale.ROOT);
        String attributes = words.substring(words.lastIndexOf(')') + 1);
        if (attributes.contains(" NOT ENFORCED")) {
            return Validity.NOT_ENFORCED;
        }
        return attributes.contains(" NOT VALID") ? Validity.NOT_VALID : Validity.VALID;
    }

    /** From the first parenthesis to the last one: nothing behind a check's expression has any. */
    private String parenthesized() {
        int start = definition.indexOf('(');
        return start < 0 ? definition : definition.substring(start, definition.lastIndexOf(')') + 1);
    }

    private List<String> columns() {
        Matcher matcher = COLUMNS.matcher(definition);
        return matcher.matches()
                ? Arrays.stream(matcher.group("columns").split(" , ", -1))
                        .map(RawText::name)
                        .toList()
                : List.of("unknown");
    }
}
