package dev.migrate.autogen.scratch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extension that has what PostgreSQL doesn't know.
 *
 * @param name as in {@code pg_available_extensions}
 */
record MissingExtension(String name) {

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
            new Clue("function (?:\\w+\\.)?(?:word_)?similarity\\(.*\\) does not exist", "pg_trgm"),
            new Clue("function (?:\\w+\\.)?unaccent\\(.*\\) does not exist", "unaccent"));

    /** Types of extensions that are called otherwise. */
    private static final Map<String, String> TYPES = Map.of(
            "geography", "postgis",
            "geometry", "postgis",
            "halfvec", "vector",
            "isbn", "isn",
            "issn", "isn",
            "lquery", "ltree",
            "ltxtquery", "ltree",
            "raster", "postgis_raster",
            "sparsevec", "vector");

    /** Those that a server needn't offer, or even have heard of. */
    private static final List<String> FROM_ELSEWHERE = List.of("postgis", "postgis_raster", "vector");

    /** Which one {@code message} may be about. */
    static Optional<MissingExtension> of(String message) {
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

    /** What to do; nothing if neither the server nor anybody else has such an extension. */
    Optional<String> advice(boolean isOffered) {
        if (isOffered) {
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
}
