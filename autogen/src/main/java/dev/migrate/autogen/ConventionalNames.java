package dev.migrate.autogen;

import dev.migrate.schema.Identifiers;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that PostgreSQL gives to what nobody named: {@code agents_pkey}, {@code agents_tenant_id_fkey},
 * {@code agents_name_key}, {@code agents_status_check}, {@code agents_name_idx}. They are cut as PostgreSQL cuts them
 * (both parts, never the label) and numbered when they are taken.
 */
public final class ConventionalNames {

    private final Set<QualifiedName> taken = new HashSet<>();

    /** Keeps a name from being given: a table's, a sequence's, or one that somebody chose. */
    public void reserve(QualifiedName name) {
        taken.add(name);
    }

    public String primaryKey(QualifiedName table) {
        return choose(table, null, "pkey");
    }

    public String unique(QualifiedName table, List<String> columns) {
        return choose(table, String.join("_", columns), "key");
    }

    public String foreignKey(QualifiedName table, List<String> columns) {
        return choose(table, String.join("_", columns), "fkey");
    }

    /** @param columns those that the expression mentions; PostgreSQL puts one into the name, but not several */
    public String check(QualifiedName table, List<String> columns) {
        return choose(table, columns.size() == 1 ? columns.get(0) : null, "check");
    }

    /** A check for the time until the column itself is NOT NULL; PostgreSQL 18 names that {@code …_not_null}. */
    public String notNullCheck(QualifiedName table, String column) {
        return choose(table, column, "not_null_check");
    }

    public String index(QualifiedName table, List<IndexKey> keys) {
        return choose(table, String.join("_", KeyNames.of(keys)), "idx");
    }

    public String exclusion(QualifiedName table, List<IndexKey> keys) {
        return choose(table, String.join("_", KeyNames.of(keys)), "excl");
    }

    /** The sequence that Hibernate lets an entity have its numbers from, unless it is told another: {@code agents_seq}. */
    public static QualifiedName entitySequence(QualifiedName table) {
        return table.sibling(Identifiers.truncate(table.name() + "_seq"));
    }

    /** That of a serial or identity column. */
    public String sequence(QualifiedName table, String column) {
        return choose(table, column, "seq");
    }

    private String choose(QualifiedName table, @Nullable String middle, String label) {
        String name = join(table.name(), middle, label);
        for (int number = 1; !taken.add(table.sibling(name)); number++) {
            name = join(table.name(), middle, label + number);
        }
        return name;
    }

    /** What {@code makeObjectName} of the server does: it shortens the longer part until all fits. */
    private static String join(String table, @Nullable String middle, String label) {
        int tableBytes = Identifiers.byteLength(table);
        int middleBytes = middle == null ? 0 : Identifiers.byteLength(middle);
        int available = Identifiers.MAX_BYTES - Identifiers.byteLength(label) - (middle == null ? 1 : 2);
        while (tableBytes + middleBytes > available) {
            if (tableBytes > middleBytes) {
                tableBytes--;
            } else {
                middleBytes--;
            }
        }
        String start = Identifiers.truncate(table, tableBytes);
        return middle == null
                ? start + "_" + label
                : start + "_" + Identifiers.truncate(middle, middleBytes) + "_" + label;
    }
}
