package dev.migrate.ddl;

import dev.migrate.ddl.LoneStatement.AddEnumValue;
import dev.migrate.ddl.LoneStatement.BuildIndex;
import dev.migrate.ddl.LoneStatement.Create;
import dev.migrate.ddl.LoneStatement.DetachPartition;
import dev.migrate.ddl.LoneStatement.Drop;
import dev.migrate.ddl.LoneStatement.DropIndex;
import dev.migrate.ddl.LoneStatement.Global;
import dev.migrate.ddl.LoneStatement.Other;
import dev.migrate.ddl.LoneStatement.Reindex;
import dev.migrate.ddl.SqlLexer.Kind;
import dev.migrate.ddl.SqlLexer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the beginning of a statement: key words, and the names among them. What comes behind stays unread. */
final class LoneStatementParser {

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    LoneStatementParser(String sql) {
        this.sql = sql;
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.hasNext()) {
            tokens.add(lexer.next());
        }
    }

    LoneStatement parse() {
        if (skip("CREATE")) {
            return create();
        }
        if (skip("DROP")) {
            return drop();
        }
        if (skip("REINDEX")) {
            return reindex();
        }
        if (skip("ALTER", "TYPE")) {
            name();
            return skip("ADD", "VALUE") ? new AddEnumValue() : new Other();
        }
        return skip("ALTER", "TABLE") ? alterTable() : new Other();
    }

    private LoneStatement create() {
        String unique = skip("UNIQUE") ? "UNIQUE " : "";
        if (!skip("INDEX", "CONCURRENTLY")) {
            return global().<LoneStatement>map(kind -> new Create(kind, name())).orElseGet(Other::new);
        }
        boolean onlyIfMissing = skip("IF", "NOT", "EXISTS");
        Optional<String> index = is(0, "ON") ? Optional.empty() : Optional.of(name());
        if (!skip("ON")) {
            return new Other();
        }
        skip("ONLY");
        String table = name();
        String tail = sql.substring(tokens.get(at - 1).end());
        return new BuildIndex(index, onlyIfMissing, table, "CREATE " + unique + "INDEX ON", tail);
    }

    private LoneStatement drop() {
        if (skip("INDEX", "CONCURRENTLY")) {
            skip("IF", "EXISTS");
            return new DropIndex(name());
        }
        return global().<LoneStatement>map(kind -> {
                    skip("IF", "EXISTS");
                    return new Drop(kind, name());
                })
                .orElseGet(Other::new);
    }

    private Optional<Global> global() {
        Optional<Global> kind = Arrays.stream(Global.values())
                .filter(candidate -> is(0, candidate.name()))
                .findFirst();
        at++;
        return kind;
    }

    /** {@code REINDEX (CONCURRENTLY, VERBOSE) TABLE t} and {@code REINDEX TABLE CONCURRENTLY t}. */
    private LoneStatement reindex() {
        boolean concurrently = false;
        while (at < tokens.size() && scope().isEmpty()) {
            concurrently |= is(0, "CONCURRENTLY");
            at++;
        }
        Optional<Reindex.Scope> scope = scope();
        at++;
        concurrently |= skip("CONCURRENTLY");
        return concurrently && scope.isPresent() ? new Reindex(scope.get(), name()) : new Other();
    }

    private Optional<Reindex.Scope> scope() {
        return Arrays.stream(Reindex.Scope.values())
                .filter(scope -> is(0, scope.name()))
                .findFirst();
    }

    private LoneStatement alterTable() {
        skip("IF", "EXISTS");
        skip("ONLY");
        String table = name();
        if (!skip("DETACH", "PARTITION")) {
            return new Other();
        }
        String partition = name();
        return is(0, "CONCURRENTLY") ? new DetachPartition(table, partition) : new Other();
    }

    private boolean is(int ahead, String word) {
        if (at + ahead >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(at + ahead);
        return token.kind() == Kind.WORD && text(token).equalsIgnoreCase(word);
    }

    /** Passes over these words if they are what comes next. */
    private boolean skip(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!is(i, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** The name that comes next, with its schema; empty at the end of the statement. */
    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < tokens.size()) {
            name.append(text(tokens.get(at++)));
            if (at == tokens.size() || !text(tokens.get(at)).equals(".")) {
                break;
            }
            name.append(text(tokens.get(at++)));
        }
        return name.toString();
    }

    private String text(Token token) {
        return sql.substring(token.start(), token.end());
    }
}
