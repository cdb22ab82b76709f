package dev.migrate.autogen.scratch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The extension that has what PostgreSQL doesn't know. */
public final class MissingExtension {

    /** A message of the server, and which extension it is about: a name, or the group that is its name or a type of it. */
    private record Clue(Pattern message, String extension) {
        Clue(String message, String extension) {
            this(Pattern.compile(message), extension);
        }
    }

    private static final List<Clue> CLUES = List.of(
            new Clue("type \"(?:\\w+\\.)?(?<name>\\w+)(?:\\[\\])?\" does not exist", ""),
            new Clue("operator class \"(?:\\w+\\.)?(?:gin|gist)_trgm_ops\" does not exist", "pg_trgm"),
            new Clue(
                    "operator class \"(?:\\w+\\.)?(?:bit|halfvec|sparsevec|vector)_\\w+_ops\" does not exist",
                    "vector"),
            new Clue("has no default operator class for access method \"gist\"", "btree_gist"),
            new Clue("has no default operator class for access method \"gin\"", "btree_gin"),
            new Clue("function (?:\\w+\\.)?uuid_\\w+\\(.*\\) does not exist", "uuid-ossp"),
            new Clue("function (?:\\w+\\.)?(?:crypt|digest|gen_salt|hmac)\\(.*\\) does not exist", "pgcrypto"),
            new Clue("function (?:\\w+\\.)?st_\\w+\\(.*\\) does not exist", "postgis"),
            new Clue("function (?:\\w+\\.)?(?:word_)?similarity\\(.*\\) does not exist", "pg_trgm"),
            new Clue("function (?:\\w+\\.)?unaccent\\(.*\\) does not exist", "unaccent"));

    /** Types of extensions that are called otherwise. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("box2d", "postgis"),
            Map.entry("box3d", "postgis"),
            Map.entry("geography", "postgis"),
            Map.entry("geometry", "postgis"),
            Map.entry("halfvec", "vector"),
            Map.entry("isbn", "isn"),
            Map.entry("issn", "isn"),
            Map.entry("lquery", "ltree"),
            Map.entry("ltxtquery", "ltree"),
            Map.entry("raster", "postgis_raster"),
            Map.entry("sparsevec", "vector"));

    /** Those that a server needn't offer, or even have heard of. */
    private static final List<String> FROM_ELSEWHERE = List.of("postgis", "postgis_raster", "vector");

    /** As in {@code pg_available_extensions}. */
    private final String name;

    private MissingExtension(String name) {
        this.name = name;
    }

    /**
     * What to do about a refusal.
     *
     * @param message what the server said
     * @param connection to the same server
     * @return nothing if the message is about no extension that the server or anybody else has
     */
    public static Optional<String> advice(String message, Connection connection) throws SQLException {
        Optional<MissingExtension> missing = of(message);
        return missing.isEmpty() ? Optional.empty() : missing.get().advice(connection);
    }

    private static Optional<MissingExtension> of(String message) {
        for (Clue clue : CLUES) {
            Matcher matcher = clue.message().matcher(message);
            if (matcher.find()) {
                String type = clue.extension().isEmpty() ? matcher.group("name") : "";
                return Optional.of(new MissingExtension(
                        clue.extension().isEmpty() ? TYPES.getOrDefault(type, type) : clue.extension()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> advice(Connection connection) throws SQLException {
        Optional<String> schema = schema(connection);
        if (schema.isPresent()) {
            return Optional.of("The extension '" + name + "' has it, in the schema " + schema.get()
                    + ", which the search path lacks. Add that schema to it, as in the URL's currentSchema=app,"
                    + schema.get() + ", and run again.");
        }
        if (isOffered(connection)) {
            return Optional.of("The extension '" + name + "' has it, and the database doesn't have the extension. Write"
                    + " a migration with op.createExtension(\"" + name + "\") (mvn migrate:revision), upgrade, and run"
                    + " again.");
        }
        return FROM_ELSEWHERE.contains(name)
                ? Optional.of(
                        "The extension '" + name + "' has it, and this server doesn't offer the extension. Install"
                                + " it there, or compare on a server that has it: -Dmigrate.devDatabase=jdbc:postgresql://….")
                : Optional.empty();
    }

    private boolean isOffered(Connection connection) throws SQLException {
        return first(connection, "SELECT name FROM pg_available_extensions WHERE name = ?")
                .isPresent();
    }

    /** Where the database has it, if it does. */
    private Optional<String> schema(Connection connection) throws SQLException {
        return first(
                connection,
                "SELECT nspname FROM pg_extension JOIN pg_namespace AS schema ON schema.oid = extnamespace"
                        + " WHERE extname = ? AND nspname <> ALL (current_schemas(true))");
    }

    private Optional<String> first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
