package dev.migrate.ddl;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlLexer.Kind;
import dev.migrate.ddl.SqlLexer.Token;
import dev.migrate.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * SQL that somebody wrote, cut into its statements.
 *
 * <p>A semicolon ends a statement unless it stands in a string of any kind ({@code '…'}, {@code E'…'}, {@code U&'…'},
 * {@code $tag$…$tag$}), a quoted name, a comment (they nest), parentheses, or the {@code BEGIN ATOMIC … END} body of an
 * SQL function. Nothing is interpreted or replaced: {@code :x}, {@code ?} and {@code %} are what PostgreSQL makes of
 * them.
 */
public final class SqlScript {

    /** More than enough to tell what a statement is, however long a list of values follows. */
    private static final int SHAPE_TOKENS = 200;

    /**
     * What {@code PreventInTransactionBlock} refuses (PostgreSQL manual, the Notes of each command), as key words with
     * {@code _} for strings and quoted names. Also {@code ALTER TYPE … ADD VALUE}: it is allowed, but its value cannot
     * be used before the commit, by this script or by whatever follows it in the migration.
     */
    private static final List<Pattern> OUTSIDE_TRANSACTION = List.of(
            Pattern.compile("VACUUM( .*)?"),
            Pattern.compile("CREATE (UNIQUE )?INDEX CONCURRENTLY .*"),
            Pattern.compile("DROP INDEX CONCURRENTLY .*"),
            Pattern.compile("REINDEX (\\( .*\\) )?(DATABASE|SYSTEM|SCHEMA)( .*)?"),
            Pattern.compile("REINDEX (\\( .*\\) )?(INDEX|TABLE) CONCURRENTLY .*"),
            Pattern.compile("REINDEX \\([^)]* CONCURRENTLY [^)]*\\) .*"),
            Pattern.compile("ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY"),
            Pattern.compile("ALTER TYPE .* ADD VALUE .*"),
            Pattern.compile("(CREATE|DROP) (DATABASE|TABLESPACE) .*"),
            Pattern.compile("ALTER DATABASE .* SET TABLESPACE .*"),
            Pattern.compile("ALTER SYSTEM .*"),
            Pattern.compile("CLUSTER( VERBOSE| \\( .* \\))?"),
            Pattern.compile("(CREATE|DROP) SUBSCRIPTION .*"),
            Pattern.compile("ALTER SUBSCRIPTION .* (REFRESH|SET|ADD|DROP) PUBLICATION.*"));

    private static final Pattern TRANSACTION_CONTROL =
            Pattern.compile("(BEGIN|COMMIT|ROLLBACK|ABORT|END|SAVEPOINT|RELEASE|(START|PREPARE) TRANSACTION)( .*)?");

    /** Of these, {@code ROLLBACK TO} goes back to a savepoint only. */
    private static final Pattern TRANSACTION_END = Pattern.compile(
            "(?!ROLLBACK (WORK |TRANSACTION )?TO )(COMMIT|END|ABORT|ROLLBACK|PREPARE TRANSACTION)( .*)?");

    private static final Pattern MAY_END_TRANSACTION =
            Pattern.compile("(?i)\\b(?:COMMIT|END|ABORT|ROLLBACK|PREPARE)\\b");

    private static final Pattern COPY_FROM_STDIN = Pattern.compile("COPY .* FROM STDIN( .*)?");

    private static final Pattern COPY_TO_STDOUT = Pattern.compile("COPY .* TO STDOUT( .*)?");

    private static final Pattern ENCODING =
            Pattern.compile("SET (?:(?:SESSION|LOCAL) )?(?:CLIENT_ENCODING (?:=|TO)|NAMES) .*");

    private static final Pattern UTF_8 = Pattern.compile("(?i)['\"]?(?:UTF[-_]?8|UNICODE)['\"]?");

    private static final Pattern SQL_ROUTINE = Pattern.compile("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE) .*");

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> shape = new ArrayList<>();
    private String last = "";
    private int statementStart;
    private int firstToken;
    private int parentheses;
    private int atomicBlocks;

    private SqlScript(String sql) {
        this.sql = sql;
    }

    /**
     * The statements of {@code sql} in order, each without its semicolon, with the comments before it, and knowing
     * whether it may run in a transaction.
     *
     * @throws MigrateException if a string or comment never ends; if a statement begins or ends a transaction, which is
     *     the runner's to do; if it sets another client_encoding than UTF-8; or if it is a psql command, takes rows from
     *     standard input or sends some to its output. The message names the line.
     */
    public static List<Statement> split(String sql) {
        SqlScript script = new SqlScript(sql);
        script.read(script::refuse);
        return List.copyOf(script.statements);
    }

    /** As {@link #split}, but takes what that refuses, too: what begins or ends a transaction, and what only psql can feed. */
    public static List<Statement> splitAll(String sql) {
        SqlScript script = new SqlScript(sql);
        script.read(shape -> {});
        return List.copyOf(script.statements);
    }

    /** Whether nothing of {@code sql} may run in a transaction. Takes what {@link #split} refuses, too. */
    public static boolean isOutsideTransaction(String sql) {
        return splitAll(sql).stream().noneMatch(Statement::transactional);
    }

    /**
     * The word with which {@code sql} would end the transaction that it runs in: {@code COMMIT}, {@code ROLLBACK}, ….
     *
     * @throws MigrateException if a string or comment never ends, or if it is a psql command
     */
    public static Optional<String> transactionEnd(String sql) {
        if (!MAY_END_TRANSACTION.matcher(sql).find()) {
            return Optional.empty();
        }
        List<String> ends = new ArrayList<>();
        new SqlScript(sql).read(text -> {
            if (TRANSACTION_END.matcher(text).matches()) {
                ends.add(text.split(" ", 2)[0]);
            }
        });
        return ends.stream().findFirst();
    }

    /** @param seen hears the shape of each statement */
    private void read(Consumer<String> seen) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.hasNext()) {
            int restriction = shape.isEmpty() ? lexer.skipRestriction() : -1;
            if (restriction < 0) {
                add(lexer.next(), seen);
            } else {
                statementStart = restriction;
            }
        }
        endStatement(sql.length(), seen);
    }

    /** What {@code sql} says whatever its white space and comments are: its tokens with a blank between them. */
    public static String withoutFormatting(String sql) {
        return String.join(" ", tokens(sql));
    }

    /** {@code sql} from its first word on, without the white space and the comments before it. */
    public static String withoutLeadingComments(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        return lexer.hasNext() ? sql.substring(lexer.next().start()) : "";
    }

    /** The calls of a function in {@code sql}, as they are written, each up to the parenthesis that closes it. */
    public static List<String> calls(String function, String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<String> calls = new ArrayList<>();
        int begin = 0;
        int open = 0;
        int before = 0;
        String last = "";
        while (lexer.hasNext()) {
            Token token = lexer.next();
            String text = sql.substring(token.start(), token.end());
            if (text.equals("(") && (open > 0 || last.equalsIgnoreCase(function))) {
                begin = open == 0 ? before : begin;
                open++;
            } else if (text.equals(")") && open > 0 && --open == 0) {
                calls.add(sql.substring(begin, token.end()));
            }
            before = token.start();
            last = text;
        }
        return calls;
    }

    /** The words, names, strings, numbers and single symbols of {@code sql}, as they are written. */
    public static List<String> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        List<String> tokens = new ArrayList<>();
        while (lexer.hasNext()) {
            Token token = lexer.next();
            tokens.add(sql.substring(token.start(), token.end()));
        }
        return tokens;
    }

    private void add(Token token, Consumer<String> seen) {
        String text = sql.substring(token.start(), token.end());
        if (token.kind() == Kind.SYMBOL && text.equals(";") && parentheses == 0 && atomicBlocks == 0) {
            endStatement(token.start(), seen);
            statementStart = token.end();
            return;
        }
        if (shape.isEmpty()) {
            firstToken = token.start();
        }
        switch (token.kind()) {
            case OPAQUE -> {
                remember("_");
                last = text;
            }
            case SYMBOL -> symbol(text, token);
            case WORD -> word(text.toUpperCase(Locale.ROOT));
        }
    }

    private void remember(String word) {
        last = word;
        if (shape.size() < SHAPE_TOKENS) {
            shape.add(word);
        }
    }

    private void symbol(String text, Token token) {
        switch (text) {
            case "(" -> parentheses++;
            case ")" -> parentheses = Math.max(0, parentheses - 1);
            case "\\" ->
                throw new MigrateException("Line " + SqlLexer.line(sql, token.start())
                        + " of the SQL has a backslash, which only psql understands. Write the command as SQL.");
            default -> {}
        }
        remember(text);
    }

    /** Within {@code BEGIN ATOMIC … END} only CASE has an END of its own. */
    private void word(String word) {
        if (atomicBlocks > 0) {
            atomicBlocks += word.equals("CASE") ? 1 : word.equals("END") ? -1 : 0;
        } else if (word.equals("ATOMIC")
                && last.equals("BEGIN")
                && SQL_ROUTINE.matcher(shapeText()).matches()) {
            atomicBlocks = 1;
        }
        remember(word);
    }

    private String shapeText() {
        return String.join(" ", shape);
    }

    private void endStatement(int end, Consumer<String> seen) {
        if (!shape.isEmpty()) {
            String text = shapeText();
            seen.accept(text);
            boolean transactional = OUTSIDE_TRANSACTION.stream()
                    .noneMatch(pattern -> pattern.matcher(text).matches());
            statements.add(new Statement(sql.substring(statementStart, end).strip(), transactional));
        }
        shape.clear();
        last = "";
        parentheses = 0;
        atomicBlocks = 0;
    }

    private void refuse(String text) {
        if (TRANSACTION_CONTROL.matcher(text).matches()) {
            throw new MigrateException("Line " + SqlLexer.line(sql, firstToken) + " of the SQL says " + shape.get(0)
                    + ", but each revision runs in a transaction that Migrate begins and commits itself. Leave it out;"
                    + " for statements that must not share a transaction use op.outsideTransaction(() -> …).");
        }
        if (text.equals("DISCARD ALL")) {
            throw new MigrateException("Line " + SqlLexer.line(sql, firstToken)
                    + " of the SQL says DISCARD ALL, which would release the lock that keeps other instances from"
                    + " migrating at the same time. Leave it out; DISCARD TEMP and RESET are allowed.");
        }
        if (ENCODING.matcher(text).matches() && !UTF_8.matcher(last).matches()) {
            throw new MigrateException("Line " + SqlLexer.line(sql, firstToken)
                    + " of the SQL sets the session's encoding to " + last + ", but the driver and scripts send UTF-8,"
                    + " which PostgreSQL turns into the database's encoding by itself. Leave it out; pg_dump"
                    + " --encoding=UTF8 writes a dump in it.");
        }
        if (COPY_FROM_STDIN.matcher(text).matches()) {
            throw new MigrateException("Line " + SqlLexer.line(sql, firstToken)
                    + " of the SQL takes rows from standard input, which only psql can give it."
                    + " Use op.bulkInsert(…) with copy(), or INSERT.");
        }
        if (COPY_TO_STDOUT.matcher(text).matches()) {
            throw new MigrateException("Line " + SqlLexer.line(sql, firstToken)
                    + " of the SQL sends rows to standard output, where no migration reads them. Leave it out, or copy"
                    + " them to a file of the server or into a table.");
        }
    }
}
