package dev.migrate.autogen.diff.renaming;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The relations in SQL that PostgreSQL prints, one of which gets another name or has a column that does. Columns may be
 * called like tables, and those of several tables alike: where a name stands says what it is of.
 *
 * @param sql a view's query, or what makes a trigger, a policy or a rule
 * @param table the relation that it is about
 */
record Relations(String sql, QualifiedName table) {

    /** PostgreSQL prints keywords in capitals, and quotes names with such. */
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*+\"|(?![A-Z])[\\p{L}_][\\p{L}\\p{N}_$]*+)";

    private static final Pattern RELATION =
            Pattern.compile("(?<relation>(?:" + NAME + "\\.)?" + NAME + ")(?: (?<alias>" + NAME + "))?");

    private static final Pattern COMMON_TABLE =
            Pattern.compile("(?<name>" + NAME + ")(?:\\([^)]*\\))? AS (?:NOT )?(?:MATERIALIZED )?\\(");

    /** A clause on a line of its own, and not part of {@code IS DISTINCT FROM} or {@code EXTRACT}. */
    private static final String FROM = "(?:\\n\\s*|DELETE )FROM";

    /** What is before a relation's name, but for commas. */
    private static final Pattern BEFORE = Pattern.compile("(?:(?:" + FROM
            + "|\\b(?:JOIN|ONLY|INTO|UPDATE|TABLE))[\\s(]+|\\bON(?: (?:SELECT|INSERT|UPDATE|DELETE) TO)?\\s+)$");

    private static final Pattern CLAUSE = Pattern.compile("(?<from>" + FROM + ")\\b"
            + "|\\b(?:SELECT|WHERE|GROUP BY|HAVING|WINDOW|ORDER BY|LIMIT|OFFSET|SET|VALUES|RETURNING|ON|USING)\\b");

    /** A rule's statement from the relation whose columns it lists, without saying whose they are. */
    private static final Pattern TARGET = Pattern.compile("\\b(?:INSERT INTO|UPDATE(?: ONLY)?) (?<relation>(?:" + NAME
            + "\\.)?" + NAME + ")(?: (?:AS )?" + NAME + ")?(?: \\([^()]*| SET (?:(?!\\b(?:FROM|WHERE)\\b)[^;])*)$");

    private static final Pattern QUALIFIER = Pattern.compile("(?<name>" + NAME + ")\\.$");

    /** Whether the column whose name begins there is another relation's. */
    boolean isOfAnother(int column) {
        String before = sql.substring(0, column);
        Matcher qualifier = QUALIFIER.matcher(before);
        if (qualifier.find()) {
            return standsForAnother(SqlIdentifiers.unquote(qualifier.group("name")));
        }
        Matcher target = TARGET.matcher(before);
        return target.find() && !target.group("relation").equals(SqlIdentifiers.quote(table));
    }

    /** Whether the name there is the table's, be it before a column's, and not that of a column, a trigger, an alias. */
    boolean isTable(int start, int end) {
        String before = sql.substring(0, start);
        String schema = table.schema() == null ? "" : SqlIdentifiers.quote(table.schema()) + ".";
        if (sql.startsWith(".", end)) {
            return !before.endsWith(".") && !standsForAnother(table.name());
        }
        return before.endsWith(schema)
                && !before.substring(0, before.length() - schema.length()).endsWith(".")
                && isRelation(before.substring(0, before.length() - schema.length()));
    }

    private static boolean isRelation(String before) {
        return before.endsWith("::") || BEFORE.matcher(before).find() || isBehindComma(before);
    }

    private static boolean isBehindComma(String before) {
        return before.stripTrailing().endsWith(",") && isInFrom(before);
    }

    /** Whether the last clause that begins there is one of relations. */
    private static boolean isInFrom(String before) {
        boolean isFrom = false;
        Matcher clause = CLAUSE.matcher(before);
        while (clause.find()) {
            isFrom = clause.group("from") != null;
        }
        return isFrom;
    }

    /** Whether columns behind this name are those of another relation, which isn't made by the query itself. */
    private boolean standsForAnother(String qualifier) {
        Set<String> own = new HashSet<>();
        Set<String> others = new HashSet<>();
        Matcher relation = RELATION.matcher(sql);
        int from = 0;
        while (relation.find(from)) {
            from = relation.end("relation");
            if (isRelation(sql.substring(0, relation.start()))) {
                boolean isOwn = relation.group("relation").equals(SqlIdentifiers.quote(table));
                (isOwn ? own : others).add(SqlIdentifiers.unquote(calledBy(relation)));
            }
        }
        Matcher query = COMMON_TABLE.matcher(sql);
        while (query.find()) {
            others.remove(SqlIdentifiers.unquote(query.group("name")));
        }
        return others.contains(qualifier) && !own.contains(qualifier);
    }

    private static String calledBy(Matcher relation) {
        String alias = relation.group("alias");
        String name = relation.group("relation");
        return alias == null ? name.substring(name.lastIndexOf('.') + 1) : alias;
    }
}
