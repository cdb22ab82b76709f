package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function, procedure, view, trigger, policy or rule that a mapping declares by its SQL, and its double in {@code pg_temp}.
 *
 * @param kind in lower case, as identities begin
 * @param name as the author wrote it
 * @param scratchName what the double is called
 * @param before the author's SQL up to the name, without what a double cannot have
 * @param after the author's SQL behind the name
 */
record DeclaredObject(
        AuxiliaryObject declared, String kind, QualifiedName name, String scratchName, String before, String after) {

    private static final Pattern NO_VIEW = Pattern.compile("(?is)\\s+with\\s+(no\\s+)?data\\s*$");

    private static final List<List<String>> KINDS = List.of(
            List.of("function"),
            List.of("procedure"),
            List.of("view"),
            List.of("materialized", "view"),
            List.of("trigger"),
            List.of("constraint", "trigger"),
            List.of("policy"),
            List.of("rule"));

    /** What {@code object} is; empty if it is something else, or more than one thing. */
    static Optional<DeclaredObject> of(AuxiliaryObject object, String scratchName) {
        SqlReader sql = new SqlReader(object.create());
        if (!sql.accept("create") || !AuthorSql.isOneStatement(object.create())) {
            return Optional.empty();
        }
        sql.accept("or", "replace");
        Optional<String> kind = KINDS.stream()
                .filter(words -> sql.accept(words.toArray(String[]::new)))
                .map(words -> String.join(" ", words))
                .findFirst();
        return kind.filter(words -> !sql.isAtEnd())
                .map(words -> new DeclaredObject(
                        object,
                        words.startsWith("constraint") ? "trigger" : words,
                        SqlIdentifiers.readQualified(sql.name()),
                        scratchName,
                        words.endsWith("view") ? "CREATE TEMPORARY VIEW " : "CREATE " + words + " ",
                        " " + withoutSemicolon(sql.rest())));
    }

    private static String withoutSemicolon(String sql) {
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).stripTrailing() : sql;
    }

    boolean isView() {
        return kind.endsWith("view");
    }

    boolean isRoutine() {
        return kind.equals("function") || kind.equals("procedure");
    }

    /** Whether it belongs to a table: a trigger, a policy or a rule. */
    boolean isOfTable() {
        return !isView() && !isRoutine();
    }

    /** The table that it belongs to. */
    Optional<QualifiedName> table() {
        String word = kind.equals("rule") ? "to" : "on";
        SqlReader sql = new SqlReader(after);
        sql.until(text -> text.isAt(word));
        return sql.accept(word) && !sql.isAtEnd()
                ? Optional.of(SqlIdentifiers.readQualified(sql.name()))
                : Optional.empty();
    }

    /** Whether it may be about that table. */
    boolean mentions(QualifiedName table) {
        return AuthorSql.mentions(after, table.name());
    }

    /** Whether it may be about that view or routine. */
    boolean mayNeed(DeclaredObject other) {
        return !other.equals(this) && mentions(other.name);
    }

    /** Whether an object of the catalog has its name: {@code function app.touch(integer)}. */
    boolean isNamed(String identity, DefaultSchema defaultSchema) {
        String named = kind + " " + SqlIdentifiers.quote(defaultSchema.implied(name));
        return identity.equals(named) || identity.startsWith(named + "(");
    }

    /** The declared object, which is none that the catalog has. */
    AuxiliaryObject unlikeAny() {
        return declared.printed(declared.identity(), "-- needs what is not there yet\n" + declared.create());
    }

    ScratchPart part(ScratchNames names) {
        String rest = names.toScratch(isView() ? withoutData(after) : after, null);
        String sql = before + (isRoutine() ? "pg_temp." : "") + scratchName + rest;
        return ScratchPart.whole(
                declared.identity(),
                new CreateAuxiliaryObject(declared),
                new CreateAuxiliaryObject(new AuxiliaryObject(declared.identity(), sql, "")));
    }

    /** A materialized view's query, as a view's: {@code with no data} is at its end. */
    private static String withoutData(String query) {
        return NO_VIEW.matcher(query).replaceAll("");
    }

    /** The double among what was read back. */
    Optional<AuxiliaryObject> in(Schema readBack) {
        String start = (isView() ? "view" : kind) + " " + scratchName;
        return readBack.auxiliaryObjects().stream()
                .filter(object -> object.identity().startsWith(start))
                .filter(object -> object.identity().length() == start.length()
                        || "( ".indexOf(object.identity().charAt(start.length())) >= 0)
                .findFirst();
    }

    /**
     * The declared object as the catalog would have it.
     *
     * @param defaultSchema what PostgreSQL prints before the name of a routine without a schema
     */
    AuxiliaryObject canonical(AuxiliaryObject read, ScratchNames names, DefaultSchema defaultSchema) {
        QualifiedName real = defaultSchema.implied(name);
        String quoted = SqlIdentifiers.quote(real);
        String identity = names.toReal(read.identity())
                .replaceFirst("^(view|\\w+) " + scratchName, Matcher.quoteReplacement(kind + " " + quoted));
        String text = names.toReal(read.create());
        if (isRoutine()) {
            String schema = real.schema() == null ? String.valueOf(defaultSchema.name()) : real.schema();
            String header = SqlIdentifiers.quote(new QualifiedName(schema, real.name()));
            return declared.printed(
                    identity,
                    text.replaceFirst("pg_temp(?:_\\d+)?\\." + scratchName, Matcher.quoteReplacement(header)));
        }
        return declared.printed(
                identity,
                isView()
                        ? text.replaceFirst(
                                "^CREATE VIEW " + scratchName,
                                Matcher.quoteReplacement("CREATE " + kind.toUpperCase(Locale.ROOT) + " " + quoted))
                        : text.replaceFirst(
                                kind.toUpperCase(Locale.ROOT) + " " + scratchName,
                                Matcher.quoteReplacement(
                                        kind.toUpperCase(Locale.ROOT) + " " + SqlIdentifiers.quote(name.name()))));
    }
}
