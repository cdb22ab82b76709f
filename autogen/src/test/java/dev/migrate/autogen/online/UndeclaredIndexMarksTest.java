package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an administrator has marked an index for, which entities don't declare, comes back with an index of its name that can
 * serve, and else goes.
 */
@PostgresTest
class UndeclaredIndexMarksTest {

    private static final String TABLE = "CREATE TABLE agents (id bigint NOT NULL, name text NOT NULL, born date);";
    private static final String IDENTITY = "ALTER TABLE agents REPLICA IDENTITY USING INDEX i";
    private static final String CLUSTERING = "ALTER TABLE agents CLUSTER ON i";

    @ParameterizedTest(name = "{1} in the place of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    UNIQUE INDEX i ON agents (name)  | UNIQUE INDEX i ON agents (name, id)                 | i i
                    UNIQUE INDEX i ON agents (name)  | INDEX i ON agents (name)                            | f
                    UNIQUE INDEX i ON agents (name)  | UNIQUE INDEX i ON agents (name, born)               | f
                    UNIQUE INDEX i ON agents (name)  | UNIQUE INDEX i ON agents (name) WHERE id > 1        | f
                    UNIQUE (name)                    | UNIQUE (name, id)                                   | i i
                    UNIQUE (name)                    | UNIQUE (name, born)                                 | f
                    UNIQUE (name)                    | UNIQUE (name) DEFERRABLE                            | f
                    PRIMARY KEY (id)                 | PRIMARY KEY (id, name)                              | i i
                    PRIMARY KEY (id)                 | PRIMARY KEY (id) DEFERRABLE                         | d
                    """)
    void whatIdentifiesRows(String before, String after, String identity, TestDatabase database, TestDatabase declared)
            throws SQLException {
        replace(IDENTITY, before, after, database, declared);

        assertThat(database.query("SELECT concat_ws(' ', relreplident, string_agg(indexrelid::regclass::text, ''))"
                        + " FROM pg_class c LEFT JOIN pg_index ON indrelid = c.oid AND indisreplident"
                        + " WHERE c.oid = 'agents'::regclass GROUP BY relreplident"))
                .isEqualTo(identity);
    }

    @ParameterizedTest(name = "{1} in the place of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    INDEX i ON agents (born)         | INDEX i ON agents (name, born)                      | true
                    INDEX i ON agents (born)         | INDEX i ON agents USING gist (tsrange(born, NULL))  | true
                    INDEX i ON agents (born)         | INDEX i ON agents USING hash (born)                 | false
                    INDEX i ON agents (born)         | INDEX i ON agents (born) WHERE id > 1               | false
                    UNIQUE (name)                    | UNIQUE (born) DEFERRABLE                            | true
                    """)
    void whatTheTableIsSortedBy(
            String before, String after, boolean comesBack, TestDatabase database, TestDatabase declared)
            throws SQLException {
        replace(CLUSTERING, before, after, database, declared);

        assertThat(database.query("SELECT count(*) FROM pg_index WHERE indisclustered"))
                .isEqualTo(comesBack ? "1" : "0");
    }

    private static void replace(String mark, String before, String after, TestDatabase database, TestDatabase declared)
            throws SQLException {
        database.execute(TABLE + statement(before) + "; " + mark);
        declared.execute(TABLE + statement(after));
        Schema wanted = read(declared);
        List<Reversible> operations = SchemaDiff.diff(read(database), wanted, DiffOptions.ENTITIES.dropUnknown(true))
                .operations();

        DdlRenderer ddl = new DdlRenderer(ServerVersion.ofMajor(13));
        database.execute(operations.stream()
                .flatMap(operation -> ddl.render(operation).stream())
                .map(Statement::sql)
                .collect(Collectors.joining(";\n")));
        assertThat(SchemaDiff.diff(read(database), wanted, DiffOptions.ENTITIES).operations())
                .isEmpty();
    }

    private static String statement(String definition) {
        return (definition.contains("INDEX") ? "CREATE " : "ALTER TABLE agents ADD CONSTRAINT i ") + definition;
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }
}
