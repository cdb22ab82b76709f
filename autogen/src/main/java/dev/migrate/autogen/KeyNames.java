package dev.migrate.autogen;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL calls an index's keys in the index's name: a column or a function by its name, another expression
 * {@code expr}; numbered where that repeats (PostgreSQL source, ChooseIndexColumnNames).
 */
final class KeyNames {

    private static final Pattern CALL = Pattern.compile(
            "(?:(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)\\.)?"
                    + "(?<name>\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)\\s*(?<arguments>\\(.*\\))",
            Pattern.DOTALL);

    /** Possessive: what may be tried again takes frames of the stack for each character. */
    private static final Pattern TOKEN =
            Pattern.compile("'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|.", Pattern.DOTALL);

    private KeyNames() {}

    static List<String> of(List<IndexKey> keys) {
        List<String> names = new ArrayList<>();
        for (IndexKey key : keys) {
            String name = of(key);
            String free = name;
            for (int number = 1; names.contains(free); number++) {
                free = name + number;
            }
            names.add(free);
        }
        return names;
    }

    private static String of(IndexKey key) {
        return key.column().orElseGet(() -> ofExpression(key.text().strip()));
    }

    private static String ofExpression(String sql) {
        Matcher call = CALL.matcher(sql);
        return call.matches() && isOneGroup(call.group("arguments")) ? SqlIdentifiers.read(call.group("name")) : "expr";
    }

    /** Whether the parenthesis that opens the text is the one that closes it. */
    private static boolean isOneGroup(String text) {
        int depth = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            depth += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
            if (depth == 0 && token.end() < text.length()) {
                return false;
            }
        }
        return depth == 0;
    }
}
