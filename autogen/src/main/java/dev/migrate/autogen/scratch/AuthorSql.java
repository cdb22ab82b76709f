package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.ddl.SqlReader.Kind;
import dev.migrate.ddl.SqlReader.Token;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The qualified names in SQL as an author wrote it. A string is looked into only where PostgreSQL itself reads a relation's
 * name from it: {@code nextval('app.seq')}, {@code 'app.seq'::regclass}.
 */
final class AuthorSql {

    private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");

    private AuthorSql() {}

    /**
     * The same SQL with other names.
     *
     * @param replacement what a name of two or more parts becomes; null leaves it
     */
    static String replaceNames(String sql, Function<List<String>, @Nullable QualifiedName> replacement) {
        if (sql.indexOf('.') < 0) {
            return sql;
        }
        List<Token> tokens = SqlReader.tokens(sql);
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        int at = 0;
        while (at < tokens.size()) {
            int last = isRelation(tokens, at) ? at : endOfName(tokens, at);
            String text = text(tokens, at, last);
            QualifiedName other = replacement(text, replacement);
            if (other != null) {
                String name = SqlIdentifiers.quote(other);
                replaced.append(sql, copied, tokens.get(at).start())
                        .append(isRelation(tokens, at) ? "'" + name + "'" : name);
                copied = tokens.get(last).end();
            }
            at = last + 1;
        }
        return replaced.append(sql, copied, sql.length()).toString();
    }

    static boolean isOneStatement(String sql) {
        return SqlScript.split(sql).size() == 1;
    }

    /** Whether {@code sql} contains the identifier {@code name}, by itself or as part of a longer name. */
    static boolean mentions(String sql, String name) {
        return identifiers(sql).contains(name);
    }

    /** All identifiers that {@code sql} contains, each part of a longer name by itself. */
    static Set<String> identifiers(String sql) {
        return SqlReader.tokens(sql).stream()
                .filter(Token::isName)
                .map(token -> SqlIdentifiers.read(token.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable QualifiedName replacement(
            String name, Function<List<String>, @Nullable QualifiedName> replacement) {
        List<String> parts = SqlReader.tokens(name).stream()
                .filter(Token::isName)
                .map(part -> SqlIdentifiers.read(part.text()))
                .toList();
        return parts.size() < 2 ? null : replacement.apply(parts);
    }

    /** The name that begins there, or what a string contains. */
    private static String text(List<Token> tokens, int first, int last) {
        if (isRelation(tokens, first)) {
            String string = tokens.get(first).text();
            return string.substring(1, string.length() - 1);
        }
        List<String> parts = new ArrayList<>();
        tokens.subList(first, last + 1).forEach(token -> parts.add(token.text()));
        return String.join("", parts);
    }

    /** The last token of the name that begins there; the same token if it is none, or of one part. */
    private static int endOfName(List<Token> tokens, int first) {
        int last = first;
        while (tokens.get(last).isName()
                && isSymbol(tokens, last + 1, ".")
                && last + 2 < tokens.size()
                && tokens.get(last + 2).isName()) {
            last += 2;
        }
        return last;
    }

    private static boolean isRelation(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean isArgument =
                at > 1 && isSymbol(tokens, at - 1, "(") && OF_SEQUENCES.stream().anyMatch(tokens.get(at - 2)::isWord);
        boolean isCast = isSymbol(tokens, at + 1, ":")
                && isSymbol(tokens, at + 2, ":")
                && at + 3 < tokens.size()
                && tokens.get(at + 3).isWord("regclass");
        return token.kind() == Kind.STRING && token.text().startsWith("'") && (isArgument || isCast);
    }

    private static boolean isSymbol(List<Token> tokens, int at, String symbol) {
        return at < tokens.size()
                && tokens.get(at).kind() == Kind.SYMBOL
                && tokens.get(at).text().equals(symbol);
    }
}
