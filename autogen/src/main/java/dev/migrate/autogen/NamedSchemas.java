package dev.migrate.autogen;

import dev.migrate.Migrate;
import dev.migrate.operation.Statement;
import dev.migrate.revision.Direction;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        if (schemas.isEmpty()) {
            return schemas;
        }
        List<String> sql = history.history().stream()
                .flatMap(revision -> history.record(revision.id(), Direction.UPGRADE).statements().stream())
                .map(Statement::sql)
                .toList();
        return schemas.stream()
                .filter(schema -> sql.stream().anyMatch(pattern(schema).asPredicate()))
                .collect(Collectors.toSet());
    }

    private static Pattern pattern(String schema) {
        return Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(schema.replace("\"", "\"\"")) + "(?![\\w$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
