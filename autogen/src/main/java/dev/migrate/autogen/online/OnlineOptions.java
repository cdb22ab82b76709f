package dev.migrate.autogen.online;

import dev.migrate.MigrateException;
import dev.migrate.schema.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How to treat tables that already exist.
 *
 * @param online whether to prefer what doesn't block traffic; otherwise each operation is one statement, and all of them
 *     are one transaction
 * @param backfill what existing rows hold in a column that becomes NOT NULL, as SQL, by {@code table.column}
 */
public record OnlineOptions(boolean online, SortedMap<String, String> backfill) {

    /** Online, with nothing to fill in. */
    public static final OnlineOptions ONLINE = new OnlineOptions(true, new TreeMap<>());

    private static final Pattern COLUMN = Pattern.compile("(?:(?:\\w+|\"[^\"]+\")\\.){1,2}(?:\\w+|\"[^\"]+\")");

    public OnlineOptions {
        backfill = Collections.unmodifiableSortedMap(new TreeMap<>(backfill));
    }

    public OnlineOptions online(boolean whether) {
        return new OnlineOptions(whether, backfill);
    }

    /**
     * Reads {@code -Dmigrate.backfill=users.role='user',orders.total=price * amount}.
     *
     * @param assignments a column, an equals sign and SQL each; a comma within the SQL may have split one of them, and a
     *     piece that begins no assignment belongs to the one before
     * @throws MigrateException if the first is no assignment
     */
    public OnlineOptions backfill(List<String> assignments) {
        Map<String, String> all = new LinkedHashMap<>();
        String last = "";
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String column = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (COLUMN.matcher(column).matches()) {
                last = column;
                all.put(column, assignment.substring(equals + 1).strip());
            } else if (last.isEmpty()) {
                throw new MigrateException("migrate.backfill is '" + assignment
                        + "'; expected table.column=SQL, such as -Dmigrate.backfill=users.role='user'");
            } else {
                all.merge(last, assignment, (sql, more) -> sql + "," + more);
            }
        }
        return new OnlineOptions(online, new TreeMap<>(all));
    }

    /** What a column of existing rows is filled with. */
    Optional<String> fill(QualifiedName table, String column) {
        return Optional.ofNullable(backfill.get(key(table, column)));
    }

    static String key(QualifiedName table, String column) {
        return table + "." + column;
    }

    /** @param needed the columns that become NOT NULL */
    void requireUsed(Collection<String> needed) {
        Set<String> unknown = new TreeSet<>(backfill.keySet());
        unknown.removeAll(needed);
        if (!unknown.isEmpty()) {
            throw new MigrateException("migrate.backfill fills " + String.join(", ", unknown)
                    + ", which does not become NOT NULL; expected "
                    + (needed.isEmpty()
                            ? "nothing, as no column of an existing table does"
                            : "one of " + String.join(", ", new TreeSet<>(needed))));
        }
    }
}
