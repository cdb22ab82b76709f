package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.autogen.diff.dependency.IndexMarks;
import dev.migrate.autogen.diff.dependency.ObjectDependencies;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What views, triggers, policies and rules look like once PostgreSQL has renamed a table or a column: they stand on the
 * thing itself, and so are printed with its new name. What a view calls its own columns stays.
 */
final class ObjectRenaming {

    /** What no SQL contains. */
    private static final String MARK = "\0";

    private static final String QUERY = " AS\n";

    /** What stands before a column in a line of the outermost list that a view selects. */
    private static final Pattern ITEM = Pattern.compile("( SELECT (DISTINCT (ON \\(.*\\) )?)?|    )([^ ,().]+\\.)?");

    private ObjectRenaming() {}

    /**
     * What the objects are then.
     *
     * @param schema in which the table and what needs it go by the new name already
     * @param target the table's new name
     */
    static Schema ofTable(Schema schema, QualifiedName table, QualifiedName target) {
        UnaryOperator<String> sql = text -> ofTable(text, table, target);
        Schema renamed = mapped(schema, object -> {
            if (isOf(object, table)) {
                return new AuxiliaryObject(
                        identity(object, table, target),
                        sql.apply(object.create()),
                        sql.apply(object.drop()),
                        sql.apply(String.valueOf(object.printed())));
            }
            Set<ObjectId> needed = schema.dependencies().neededBy(new OfObject(object.identity()));
            return ObjectDependencies.isView(object) && ObjectDependencies.isAny(needed, target)
                    ? query(object, sql)
                    : object;
        });
        Map<ObjectId, ObjectId> identities = schema.auxiliaryObjects().stream()
                .collect(Collectors.toMap(
                        object -> new OfObject(object.identity()),
                        object -> new OfObject(identity(object, table, target))));
        return renamed.withDependencies(renamed.dependencies().named(id -> identities.getOrDefault(id, id)));
    }

    /** What an object is called once the table has another name. */
    static String identity(AuxiliaryObject object, QualifiedName table, QualifiedName target) {
        String identity = object.identity();
        return isOf(object, table)
                ? identity.substring(0, identity.length() - on(table).length()) + on(target)
                : identity;
    }

    /** A column stands behind the table's name only, which a schema may stand before elsewhere. */
    private static String ofTable(String sql, QualifiedName table, QualifiedName target) {
        Relations relations = new Relations(sql, table);
        String schema = table.schema() == null ? "" : SqlIdentifiers.quote(table.schema()) + ".";
        String marked = SqlText.renameTable(sql, table.name(), (start, end) -> {
            if (!relations.isTable(start, end)) {
                return sql.substring(start, end);
            }
            return sql.startsWith(".", end) ? SqlIdentifiers.quote(target.name()) : MARK;
        });
        return marked.replace(schema + MARK, SqlIdentifiers.quote(target));
    }

    /**
     * What the objects are then.
     *
     * @param schema in which the column and what needs it go by the new name already
     * @param newName the column's
     */
    static Schema ofColumn(Schema schema, QualifiedName table, String column, String newName) {
        UnaryOperator<String> sql = text -> renamed(text, table, column, (start, end) -> SqlIdentifiers.quote(newName));
        return mapped(schema, object -> {
            if (isOf(object, table)) {
                // An index may be called like a column, and stays so.
                return IndexMarks.isOne(object)
                        ? object
                        : new AuxiliaryObject(
                                object.identity(),
                                sql.apply(object.create()),
                                object.drop(),
                                sql.apply(String.valueOf(object.printed())));
            }
            return ObjectDependencies.isView(object)
                            && schema.dependencies()
                                    .needs(new OfObject(object.identity()), new OfColumn(table, newName))
                    ? query(
                            object,
                            text -> renamed(text, table, column, (start, end) -> named(text, start, end, newName)))
                    : object;
        });
    }

    /** @param newText what stands for the column's identifier between two positions of {@code sql} */
    private static String renamed(
            String sql, QualifiedName table, String column, BiFunction<Integer, Integer, String> newText) {
        Relations relations = new Relations(sql, table);
        return SqlText.rename(
                sql,
                column,
                (start, end) -> relations.isOfAnother(start) ? sql.substring(start, end) : newText.apply(start, end));
    }

    /** The column by its new name, and as what the view calls it: it doesn't say so while both are the same. */
    private static String named(String query, int start, int end, String newName) {
        String line = query.substring(query.lastIndexOf('\n', start) + 1, start);
        String old = query.substring(start, end);
        if (line.endsWith(" AS ")) {
            return old;
        }
        String rest = query.substring(end);
        boolean isItem = ITEM.matcher(line).matches()
                && (rest.isEmpty() || rest.startsWith(",") || rest.startsWith("\n") || rest.startsWith(";"));
        return SqlIdentifiers.quote(newName) + (isItem ? " AS " + old : "");
    }

    private static Schema mapped(Schema schema, UnaryOperator<AuxiliaryObject> renaming) {
        return schema.withAuxiliaryObjects(
                schema.auxiliaryObjects().stream().map(renaming).toList());
    }

    /** A view's query by the new name; what follows it is about the view. */
    private static AuxiliaryObject query(AuxiliaryObject view, UnaryOperator<String> renaming) {
        String printed = String.valueOf(view.printed());
        int start = printed.indexOf(QUERY);
        if (start < 0 || !view.create().startsWith(printed)) {
            return view;
        }
        String renamed = printed.substring(0, start) + renaming.apply(printed.substring(start));
        return new AuxiliaryObject(
                view.identity(), renamed + view.create().substring(printed.length()), view.drop(), renamed);
    }

    private static boolean isOf(AuxiliaryObject object, QualifiedName table) {
        return object.printed() != null && ObjectDependencies.isOf(object, table);
    }

    private static String on(QualifiedName table) {
        return " on " + SqlIdentifiers.quote(table);
    }
}
