package dev.migrate.ddl;

import dev.migrate.operation.Statement;
import dev.migrate.schema.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How {@code DROP} and {@code COMMENT ON} name an object, its kind first. */
final class ReferenceDdl implements ObjectReference.Visitor<ReferenceDdl.Named> {

    /**
     * A kind and what follows it; {@code DROP} has {@code IF EXISTS} between the two.
     *
     * @param kind such as {@code MATERIALIZED VIEW}
     * @param name such as {@code touch ON app.agents}
     */
    record Named(String kind, String name) {
        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private ReferenceDdl() {}

    static Named of(ObjectReference reference) {
        return reference.accept(new ReferenceDdl());
    }

    static Statement drop(ObjectReference reference, boolean ifExists, boolean cascade) {
        Named named = of(reference);
        return Statement.of(
                "DROP " + named.kind() + " " + Clause.ifExists(ifExists) + named.name() + Clause.dropTail(cascade));
    }

    @Override
    public Named relation(ObjectReference.OfRelation reference) {
        return new Named(reference.kind().name().replace('_', ' '), SqlIdentifiers.quote(reference.name()));
    }

    @Override
    public Named routine(ObjectReference.OfRoutine reference) {
        return new Named(
                reference.kind().name(),
                SqlIdentifiers.quote(reference.name()) + "(" + withoutDefaults(reference.arguments()) + ")");
    }

    @Override
    public Named partOfTable(ObjectReference.OfTablePart reference) {
        return new Named(
                reference.kind().name(),
                SqlIdentifiers.quote(reference.name()) + " ON " + SqlIdentifiers.quote(reference.table()));
    }

    @Override
    public Named cast(ObjectReference.OfCast reference) {
        return new Named(
                "CAST",
                "(" + reference.source().sql() + " AS " + reference.target().sql() + ")");
    }

    /** {@code a integer DEFAULT 1, b text = 'x'} is {@code a integer, b text} to DROP, which refuses defaults. */
    static String withoutDefaults(String arguments) {
        List<String> kept = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(arguments);
        int depth = 0;
        int start = 0;
        int end = -1;
        while (lexer.hasNext()) {
            SqlLexer.Token token = lexer.next();
            String text = arguments.substring(token.start(), token.end());
            switch (text) {
                case "(", "[" -> depth++;
                case ")", "]" -> depth--;
                default -> {}
            }
            boolean opensDefault = text.equalsIgnoreCase("DEFAULT") || text.equals("=") || text.equals(":");
            if (depth == 0 && end < 0 && opensDefault) {
                end = token.start();
            } else if (depth == 0 && text.equals(",")) {
                kept.add(arguments
                        .substring(start, end < 0 ? token.start() : end)
                        .strip());
                start = token.end();
                end = -1;
            }
        }
        kept.add(arguments.substring(start, end < 0 ? arguments.length() : end).strip());
        return kept.stream().map(WrittenSql::part).collect(Collectors.joining(", "));
    }
}
