package dev.migrate.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a database's schemas hold, as text: what {@code pg_dump --schema-only} would be, without
 * the tool. Two databases with equal dumps have equal schemas, but for the order of columns, which PostgreSQL
 * cannot change.
 *
 * <pre>
 * public.agents
 *   table
 *   column id uuid not null
 *   constraint agents_pkey PRIMARY KEY (id)
 *   index CREATE UNIQUE INDEX agents_pkey ON public.agents USING btree (id)
 * </pre>
 */
public final class SchemaDump {

    private static final String QUERY = read("schema-dump.sql");

    /** With an empty path, each name is printed with its schema. */
    private static final Map<String, String> PRINTING = printing();

    private SchemaDump() {}

    private static Map<String, String> printing() {
        Map<String, String> settings = new HashMap<>(PrintingSettings.VALUES);
        settings.put("search_path", "");
        return Map.copyOf(settings);
    }

    /**
     * The dump of what {@code connection} sees, its own uncommitted changes included.
     *
     * @param except objects to leave out, as they are printed: {@code public.migrate_version}
     */
    public static String of(Connection connection, String... except) throws SQLException {
        Set<String> left = new HashSet<>(Arrays.asList(except));
        StringBuilder dump = new StringBuilder();
        try (Statement statement = connection.createStatement();
                // Planning takes a third of the time: the driver lets the server keep the plan of what it prepares
                // often.
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            Map<String, String> before = settings(statement);
            PrintingSettings.set(connection, PRINTING, false);
            try (ResultSet rows = query.executeQuery()) {
                String object = "";
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (left.contains(name)) {
                        continue;
                    }
                    if (!name.equals(object)) {
                        dump.append(name).append('\n');
                        object = name;
                    }
                    // The digit in front is there for the order.
                    String fact = rows.getString(2).substring(2);
                    dump.append("  ").append(fact.replace("\n", "\n    ")).append('\n');
                }
            } finally {
                PrintingSettings.set(connection, before, false);
            }
        }
        return dump.toString();
    }

    private static Map<String, String> settings(Statement statement) throws SQLException {
        String columns = PRINTING.keySet().stream()
                .map(name -> "current_setting('" + name + "') AS " + name)
                .collect(Collectors.joining(", "));
        try (ResultSet row = statement.executeQuery("SELECT " + columns)) {
            row.next();
            Map<String, String> settings = new HashMap<>();
            for (String name : PRINTING.keySet()) {
                settings.put(name, row.getString(name));
            }
            return settings;
        }
    }

    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(SchemaDump.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
