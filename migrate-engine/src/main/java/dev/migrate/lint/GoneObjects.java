package dev.migrate.lint;

import dev.migrate.operation.Statement;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views, routines, types, schemas, triggers and policies that go for good, or get another name: whoever relied on them
 * notices. What has only to go while something else changes comes back in the same revision.
 */
final class GoneObjects {

    private static final String NAME = "((?:\\S+ \\. )?\\S+)";
    private static final String ROUTINE = "FUNCTION|PROCEDURE|ROUTINE|AGGREGATE";
    private static final String VIEW = "VIEW|MATERIALIZED VIEW";

    private static final Pattern CREATE = pattern("CREATE (OR REPLACE )?(?:(?:TEMP|TEMPORARY|RECURSIVE) )*(" + VIEW
            + "|" + ROUTINE + "|TYPE|DOMAIN|SCHEMA) (?:IF NOT EXISTS )?" + NAME + "(?: .*)?");
    private static final Pattern CREATE_PART =
            pattern("CREATE (?:(?:OR REPLACE|CONSTRAINT) )*(?:TRIGGER|POLICY) (\\S+) (?:.*? )?ON " + NAME + "(?: .*)?");
    private static final Pattern DROP = pattern("(DROP (" + VIEW + "|" + ROUTINE + ") (?:IF EXISTS )?)\\S.*");
    private static final Pattern DROP_PART =
            pattern("DROP (TRIGGER|POLICY) (?:IF EXISTS )?(\\S+) ON " + NAME + "(?: .*)?");
    private static final Pattern MOVE = pattern("ALTER (" + ROUTINE + "|TYPE|DOMAIN|SCHEMA) " + NAME
            + "(?: \\( .*?\\))? (?:RENAME TO (?<name>\\S+)|SET SCHEMA (?<schema>\\S+))");
    private static final Pattern RENAME_ATTRIBUTE =
            pattern("ALTER TYPE " + NAME + " RENAME ATTRIBUTE (\\S+) TO (\\S+)(?: .*)?");

    private final KnownSchema schema;
    private final Findings findings;

    /** What nobody knows yet. */
    private final Set<QualifiedName> unknown = new TreeSet<>();

    /** What this revision makes, and perhaps only makes anew. */
    private final Set<QualifiedName> made = new TreeSet<>();

    /** What the revision has taken away and makes anew. */
    private final Set<QualifiedName> missed = new TreeSet<>();

    private final Set<String> parts = new HashSet<>();

    GoneObjects(KnownSchema schema, Findings findings) {
        this.schema = schema;
        this.findings = findings;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Looks ahead at all that a revision does. */
    void revision(List<Statement> statements) {
        made.clear();
        parts.clear();
        for (Statement statement : statements) {
            String shape = RawText.of(statement.sql()).shape();
            Matcher create = CREATE.matcher(shape);
            if (create.matches()) {
                made.add(KnownSchema.key(RawText.qualifiedName(create.group(3))));
            }
            Matcher part = CREATE_PART.matcher(shape);
            if (part.matches()) {
                parts.add(part(part.group(1), RawText.qualifiedName(part.group(2))));
            }
        }
    }

    private static String part(String name, QualifiedName table) {
        return KnownSchema.key(table) + "." + RawText.name(name);
    }

    void statement(String sql) {
        RawText text = RawText.of(sql);
        String shape = text.shape();
        Matcher create = CREATE.matcher(shape);
        if (create.matches() && create.group(1) == null) {
            created(KnownSchema.key(RawText.qualifiedName(create.group(3))));
        }
        Matcher drop = DROP.matcher(shape);
        if (drop.matches()) {
            RawHazards.names(text.behind(drop.group(1))).forEach(name -> gone(drop.group(2), name, "gone"));
        }
        Matcher part = DROP_PART.matcher(shape);
        if (part.matches()) {
            partGone(part.group(1), part.group(2), RawText.qualifiedName(part.group(3)));
        }
        Matcher move = MOVE.matcher(shape);
        if (move.matches()) {
            QualifiedName name = RawText.qualifiedName(move.group(2));
            gone(
                    move.group(1),
                    name,
                    move.group("name") == null
                            ? name.inSchema(RawText.name(move.group("schema"))).toString()
                            : RawText.name(move.group("name")));
        }
        Matcher attribute = RENAME_ATTRIBUTE.matcher(shape);
        if (attribute.matches()) {
            gone(
                    "attribute",
                    QualifiedName.of(
                            RawText.qualifiedName(attribute.group(1)).name(), RawText.name(attribute.group(2))),
                    RawText.name(attribute.group(3)));
        }
    }

    private void created(QualifiedName name) {
        if (made.contains(name) && !missed.remove(name)) {
            unknown.add(name);
        }
    }

    private void gone(String kind, QualifiedName name, String then) {
        if (made.contains(KnownSchema.key(name))) {
            missed.add(KnownSchema.key(name));
        } else if (!unknown.contains(KnownSchema.key(name))) {
            findings.add(
                    Rule.OBJECT_GONE,
                    name,
                    "Whoever still uses the " + kind.toLowerCase(Locale.ROOT) + " " + name + " fails once it is " + then
                            + ".");
        }
    }

    private void partGone(String kind, String name, QualifiedName table) {
        String part = part(name, table);
        if (!parts.contains(part) && !schema.table(table).isNew()) {
            findings.add(
                    Rule.OBJECT_GONE,
                    part,
                    "What the " + kind.toLowerCase(Locale.ROOT) + " " + RawText.name(name) + " does for " + table
                            + " isn't done any more: whoever relies on it sees, or writes, something else.");
        }
    }
}
