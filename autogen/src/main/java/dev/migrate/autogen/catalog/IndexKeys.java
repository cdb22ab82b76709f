package dev.migrate.autogen.catalog;

import dev.migrate.schema.Expression;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.IndexKey.Target;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the parallel vectors in which the catalog keeps the keys of indexes, exclusions and partitionings. */
final class IndexKeys {

    private static final long NO_COLLATION = 0;
    /** The OID of {@code pg_catalog."default"}, the same in every database. */
    private static final long DATABASE_COLLATION = 100;

    private static final long DESCENDING = 1;
    private static final long NULLS_FIRST = 2;

    private record OperatorClass(String name, boolean isDefault) {}

    private record KeyId(long index, int position) {}

    /**
     * The vectors of one index.
     *
     * @param id OID of the index; 0 for a partitioning, whose operator classes take no parameters
     * @param columns attribute numbers; 0 is the next one of {@code expressions}
     * @param options bits of {@code indoption}; empty for a partitioning
     */
    record Vectors(
            long id,
            List<Long> columns,
            List<Long> operatorClasses,
            List<Long> collations,
            List<Long> options,
            List<String> expressions) {}

    private final Map<Long, String> collations = new HashMap<>();
    private final Map<Long, OperatorClass> operatorClasses = new HashMap<>();
    private final Map<KeyId, String> operatorClassOptions = new HashMap<>();

    static IndexKeys read(CatalogSession session) throws SQLException {
        IndexKeys keys = new IndexKeys();
        session.read("collations.sql", row -> keys.collations.put(row.number("id"), row.text("name")));
        session.read(
                "operator_classes.sql",
                row -> keys.operatorClasses.put(
                        row.number("id"), new OperatorClass(row.text("name"), row.flag("is_default"))));
        session.read(
                "operator_class_options.sql",
                row -> keys.operatorClassOptions.put(
                        new KeyId(row.number("index_id"), row.count("position")), row.text("options")));
        return keys;
    }

    /** The collation's name as SQL. */
    String collation(long id) {
        String name = collations.get(id);
        if (name == null) {
            throw new IllegalStateException("The catalog names no collation " + id);
        }
        return name;
    }

    /** The first {@code count} keys of an index on a table with these columns. */
    List<IndexKey> decode(Vectors vectors, int count, TableColumns table) {
        Iterator<String> expressions = vectors.expressions().iterator();
        List<IndexKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long column = vectors.columns().get(i);
            Target target = column == 0
                    ? new Target.OfExpression(PrintedSql.expression(expressions.next()))
                    : new Target.OfColumn(table.name(column));
            long inherent = column == 0 ? DATABASE_COLLATION : table.collation(column);
            long option = vectors.options().isEmpty() ? 0 : vectors.options().get(i);
            keys.add(new IndexKey(
                    target,
                    collationUnless(inherent, vectors.collations().get(i)),
                    operatorClass(vectors.operatorClasses().get(i), new KeyId(vectors.id(), i + 1)),
                    (option & DESCENDING) != 0,
                    (option & NULLS_FIRST) != 0));
        }
        return keys;
    }

    private @Nullable String collationUnless(long inherent, long id) {
        return id == NO_COLLATION || id == inherent ? null : collation(id);
    }

    private @Nullable String operatorClass(long id, KeyId key) {
        OperatorClass operatorClass = operatorClasses.get(id);
        String options = operatorClassOptions.get(key);
        if (operatorClass == null) {
            throw new IllegalStateException("The catalog names no operator class " + id);
        }
        if (options != null) {
            return operatorClass.name() + "(" + options + ")";
        }
        return operatorClass.isDefault() ? null : operatorClass.name();
    }

    /** A predicate, or null if there is none. */
    static @Nullable Expression predicate(@Nullable String printed) {
        return printed == null ? null : PrintedSql.expression(printed);
    }
}
