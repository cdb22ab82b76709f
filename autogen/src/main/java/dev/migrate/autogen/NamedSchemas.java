package dev.migrate.autogen;

import dev.migrate.Migrate;
import dev.migrate.ddl.Statement;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionInfo;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The schemas that a history speaks of, found out without a database: whether it creates something in them takes a
 * database to try it, which is too much to ask where other applications' schemas lie beside the own.
 */
final class NamedSchemas {

    private NamedSchemas() {}

    /**
     * Those of {@code schemas} whose names are in the SQL of a migration. What one does over JDBC isn't known.
     *
     * @throws dev.migrate.MigrateException if a migration can't be loaded, or its {@code upgrade} throws
     */
    static Set<String> in(Migrate history, Set<String> schemas) {
        Set<String> named = new HashSet<>();
        if (!schemas.isEmpty()) {
            for (RevisionInfo revision : history.history()) {
                for (Statement statement :
                        history.record(revision.id(), Direction.UPGRADE).statements()) {
                    schemas.stream()
                            .filter(schema ->
                                    pattern(schema).matcher(statement.sql()).find())
                            .forEach(named::add);
                }
            }
        }
        return named;
    }

    private static Pattern pattern(String schema) {
        return Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(schema.replace("\"", "\"\"")) + "(?![\\w$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
