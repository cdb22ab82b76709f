package dev.migrate.ddl;

import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Enumerated types as SQL (PostgreSQL manual, 8.7 Enumerated Types).
 *
 * <p>{@code ADD VALUE} is written as a statement outside the transaction. PostgreSQL would accept it inside, but refuses
 * to use the value before the commit ("unsafe use of new value"), and the next operation of the same migration may do
 * just that. Adding is a catalog entry, whereas the transactional alternative rewrites every table that uses the type;
 * so adding is never done by replacement, and taking away, which PostgreSQL has no statement for, always is.
 */
final class EnumDdl {

    private static final String OLD = "_old";

    private final Function<Reversible, List<Statement>> renderer;

    /** @param renderer for what has to be taken down and built again around a replacement */
    EnumDdl(Function<Reversible, List<Statement>> renderer) {
        this.renderer = renderer;
    }

    static List<Statement> create(EnumType type) {
        List<Statement> statements = new ArrayList<>();
        statements.add(createType(type));
        if (type.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnType(type.name()), type.comment()));
        }
        return statements;
    }

    private static Statement createType(EnumType type) {
        return Statement.of("CREATE TYPE " + SqlIdentifiers.quote(type.name()) + " AS ENUM ("
                + type.values().stream().map(Literals::string).collect(Collectors.joining(", ")) + ")");
    }

    static Statement drop(QualifiedName type) {
        return Statement.of("DROP TYPE " + SqlIdentifiers.quote(type));
    }

    static Statement addValue(AddEnumValue add) {
        return Statement.outsideTransaction("ALTER TYPE " + SqlIdentifiers.quote(add.type()) + " ADD VALUE "
                + Clause.ifNotExists(add.ifNotExists()) + Literals.string(add.value())
                + (add.before() == null ? "" : " BEFORE " + Literals.string(add.before()))
                + (add.after() == null ? "" : " AFTER " + Literals.string(add.after())));
    }

    static Statement renameValue(RenameEnumValue rename) {
        return Statement.of("ALTER TYPE " + SqlIdentifiers.quote(rename.type()) + " RENAME VALUE "
                + Literals.string(rename.value()) + " TO " + Literals.string(rename.newValue()));
    }

    List<Statement> change(ChangeEnum change) {
        List<Statement> statements = new ArrayList<>();
        if (!change.onlyAdds()) {
            statements.addAll(replacement(change));
        } else {
            statements.addAll(additions(change));
            if (!Objects.equals(change.from().comment(), change.to().comment())) {
                statements.add(CommentDdl.comment(
                        new Commented.OnType(change.to().name()), change.to().comment()));
            }
        }
        return statements;
    }

    /**
     * Each new value goes behind the one before it, or before the first old one. {@code IF NOT EXISTS} lets a rerun go
     * on when the connection was lost between the commit and its note in the journal.
     */
    private static List<Statement> additions(ChangeEnum change) {
        List<Statement> statements = new ArrayList<>();
        List<String> old = change.from().values();
        List<String> values = change.to().values();
        for (int i = 0; i < values.size(); i++) {
            if (old.contains(values.get(i))) {
                continue;
            }
            String after = i == 0 ? null : values.get(i - 1);
            String before = i > 0 || old.isEmpty() ? null : old.get(0);
            boolean atEnd = after != null && old.size() + statements.size() == i;
            statements.add(
                    addValue(new AddEnumValue(change.to().name(), values.get(i), before, atEnd ? null : after, true)));
        }
        return statements;
    }

    private List<Statement> replacement(ChangeEnum change) {
        QualifiedName name = change.to().name();
        QualifiedName old = name.sibling(Identifiers.truncate(name.name(), Identifiers.MAX_BYTES - OLD.length()) + OLD);
        List<Statement> statements = new ArrayList<>();
        List<Reversible> rebuilt = change.rebuilt();
        for (int i = rebuilt.size() - 1; i >= 0; i--) {
            statements.addAll(renderer.apply(rebuilt.get(i).inverse()));
        }
        statements.add(EnumDependents.requireNone(change));
        statements.add(Statement.of(
                "ALTER TYPE " + SqlIdentifiers.quote(name) + " RENAME TO " + SqlIdentifiers.quote(old.name())));
        statements.addAll(create(change.to()));
        statements.add(rights(SqlIdentifiers.quote(old), SqlIdentifiers.quote(name)));
        clauses(change).forEach((table, clauses) -> statements.add(ColumnChangeDdl.alterTable(table, clauses)));
        statements.add(drop(old));
        rebuilt.forEach(operation -> statements.addAll(renderer.apply(operation)));
        return statements;
    }

    /** What another type of the name would lose: everybody may use what is new, and it is the current user's. */
    private static Statement rights(String from, String to) {
        return Statement.of(DollarQuotes.block("""
                -- Gives the new type the rights and the owner of the old one.
                DECLARE
                    statement text;
                BEGIN
                    FOR statement IN
                        WITH old AS (SELECT typacl, typowner FROM pg_type WHERE oid = %1$s::regtype)
                        SELECT format('REVOKE ALL ON TYPE %%s FROM PUBLIC', %2$s::regtype) FROM old WHERE typacl IS NOT NULL
                        UNION ALL
                        SELECT format('GRANT USAGE ON TYPE %%s TO %%s%%s', %2$s::regtype,
                            CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END,
                            CASE WHEN r.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                        FROM old CROSS JOIN aclexplode(typacl) r WHERE r.grantee <> typowner
                        UNION ALL
                        SELECT format('ALTER TYPE %%s OWNER TO %%s', %2$s::regtype, typowner::regrole)
                        FROM old WHERE pg_get_userbyid(typowner) <> current_user
                    LOOP
                        EXECUTE statement;
                    END LOOP;
                END
                """.formatted(Literals.string(from), Literals.string(to))));
    }

    /** All columns of a table in one statement, so that it is rewritten once. */
    private static Map<QualifiedName, List<String>> clauses(ChangeEnum change) {
        Map<QualifiedName, List<String>> clauses = new LinkedHashMap<>();
        for (Use use : change.uses()) {
            clauses.computeIfAbsent(use.table(), table -> new ArrayList<>()).addAll(convert(use, change));
        }
        return clauses;
    }

    private static List<String> convert(Use use, ChangeEnum change) {
        String column = SqlIdentifiers.quote(use.column());
        String alter = "ALTER COLUMN " + column + " ";
        String type = SqlIdentifiers.quote(change.to().name());
        List<String> clauses = new ArrayList<>();
        if (use.defaultExpression() != null) {
            clauses.add(alter + "DROP DEFAULT");
        }
        clauses.add(alter
                + (use.array()
                        ? "TYPE " + type + "[] USING " + arrayOfText(column, change.mapping()) + "::" + type + "[]"
                        : "TYPE " + type + " USING " + text(column, change.mapping()) + "::" + type));
        if (use.defaultExpression() != null) {
            clauses.add(alter + "SET DEFAULT " + WrittenSql.part(use.defaultExpression()));
        }
        return clauses;
    }

    private static String text(String column, Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return column + "::text";
        }
        String branches = mapping.entrySet().stream()
                .map(entry ->
                        "WHEN " + Literals.string(entry.getKey()) + " THEN " + Literals.string(entry.getValue()) + " ")
                .collect(Collectors.joining());
        return "(CASE " + column + "::text " + branches + "ELSE " + column + "::text END)";
    }

    /** {@code USING} allows no subquery, so the elements are replaced one value at a time. */
    private static String arrayOfText(String column, Map<String, String> mapping) {
        String array = column + "::text[]";
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            array = "array_replace(" + array + ", " + Literals.string(entry.getKey()) + ", "
                    + Literals.string(entry.getValue()) + ")";
        }
        return array;
    }
}
