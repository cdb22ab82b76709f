package dev.migrate.autogen.online;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to treat tables that already exist.
 *
 * @param online whether to prefer what doesn't block traffic; otherwise each operation is one statement, and all of them
 *     are one transaction
 * @param backfill what existing rows hold in a column that comes, or becomes NOT NULL, as SQL, by {@code table.column};
 *     names in it are quoted only if they have other characters than letters, digits, {@code _}, {@code $} and {@code -}
 * @param leaveRows the entities whose rows stay in the tables where they are, although the mapping has them elsewhere
 */
public record OnlineOptions(boolean online, SortedMap<String, String> backfill, Set<String> leaveRows) {

    /** Online, with nothing to fill in. */
    public static final OnlineOptions ONLINE = new OnlineOptions(true, new TreeMap<>(), Set.of());

    private static final String PLAIN = "[\\p{L}_][\\p{L}\\p{N}_$-]*";
    private static final String PART = "(" + PLAIN + "|\"(?:[^\"]|\"\")+\")";
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:" + PART + "\\.)?" + PART + "\\." + PART + "\\s*=(?<sql>.*)", Pattern.DOTALL);

    public OnlineOptions {
        backfill = Collections.unmodifiableSortedMap(new TreeMap<>(backfill));
        leaveRows = Set.copyOf(leaveRows);
    }

    /** With the entities of {@code -Dmigrate.leaveRows=Vehicle}: the root's, of a hierarchy. */
    public OnlineOptions leaveRows(Collection<String> entities) {
        return new OnlineOptions(online, backfill, Set.copyOf(entities));
    }

    public OnlineOptions online(boolean whether) {
        return new OnlineOptions(whether, backfill, leaveRows);
    }

    /**
     * Reads {@code -Dmigrate.backfill=users.role='user',"order line".total=price * amount}. Names are exact, as in
     * {@link QualifiedName#parse}.
     *
     * @param assignments a column, an equals sign and SQL each; a comma within the SQL may have split one of them, and a
     *     piece that begins no assignment belongs to the one before, with its spaces; null is an empty one
     * @throws MigrateException if the first is no assignment
     */
    public OnlineOptions backfill(List<? extends @Nullable String> assignments) {
        Map<String, String> all = new LinkedHashMap<>();
        String last = "";
        String blank = "";
        for (@Nullable String given : assignments) {
            String assignment = Objects.requireNonNullElse(given, "");
            Matcher matcher = ASSIGNMENT.matcher(assignment);
            if (assignment.isBlank()) {
                // Of the SQL if some more of it follows.
                blank += "," + assignment;
                continue;
            }
            if (matcher.matches()) {
                last = key(Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                        .filter(Objects::nonNull)
                        .map(SqlIdentifiers::unquote));
                all.put(last, matcher.group("sql"));
            } else if (last.isEmpty()) {
                throw new MigrateException("migrate.backfill is '" + assignment
                        + "'; expected table.column=SQL, such as -Dmigrate.backfill=users.role='user'");
            } else {
                all.merge(last, blank + "," + assignment, String::concat);
            }
            blank = "";
        }
        all.replaceAll((column, sql) -> sql.strip());
        return new OnlineOptions(online, new TreeMap<>(all), leaveRows);
    }

    /** With values of columns that nothing is said of. */
    OnlineOptions known(Map<String, String> values) {
        SortedMap<String, String> all = new TreeMap<>(values);
        all.putAll(backfill);
        return new OnlineOptions(online, all, leaveRows);
    }

    /** What a column of existing rows is filled with. */
    Optional<String> fill(QualifiedName table, String column) {
        return Optional.ofNullable(backfill.get(key(table, column)));
    }

    /** What an option calls a column. */
    static String key(QualifiedName table, String column) {
        return key(Stream.of(table.schema(), table.name(), column).filter(Objects::nonNull));
    }

    /** What fills a column, to be typed: quoted for the shell, which takes {@code <} for a file otherwise. */
    static String backfillArgument(String key) {
        return "'-Dmigrate.backfill=" + key.replace("'", "'\\''") + "=<SQL>'";
    }

    private static String key(Stream<String> parts) {
        return parts.map(part -> part.matches(PLAIN) ? part : '"' + part.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
    }

    /** @param needed the columns that are filled, or have to be */
    void requireUsed(Collection<String> needed) {
        Set<String> unknown = new TreeSet<>(backfill.keySet());
        unknown.removeAll(needed);
        if (!unknown.isEmpty()) {
            throw new MigrateException("migrate.backfill fills " + String.join(", ", unknown)
                    + ", which neither comes nor becomes NOT NULL, or is computed; expected "
                    + (needed.isEmpty()
                            ? "nothing, as no column of an existing table does"
                            : "one of " + String.join(", ", new TreeSet<>(needed))));
        }
    }
}
