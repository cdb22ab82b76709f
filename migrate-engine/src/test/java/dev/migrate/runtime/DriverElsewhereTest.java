package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The engine's class loader doesn't find PostgreSQL's driver: that of the server that runs the application has it. */
@PostgresTest
class DriverElsewhereTest {

    static class History {
        @Revision(id = "0001")
        static class Adds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE app.t (a int)");
                op.execute("CREATE INDEX CONCURRENTLY ON app.t (a)");
                op.withConnection(connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
                        statement.setString(1, "app");
                        statement.execute();
                    }
                });
                op.execute("SELECT FROM public.cause");
                op.apply(rows("t", "a").row(1).copy());
            }
        }
    }

    /** What the application does. */
    public static class Upgrade implements Consumer<DataSource> {
        @Override
        public void accept(DataSource dataSource) {
            Migrate.configure()
                    .dataSource(dataSource)
                    .history(TestHistory.of(History.class))
                    .classLoader(History.class.getClassLoader())
                    .build()
                    .upgrade("head");
        }
    }

    @Test
    void aRunAndItsResumeDoWithoutTheDriversClasses(TestDatabase database) throws Exception {
        database.execute("CREATE SCHEMA app");

        assertThat(failure(database)).contains("relation \"public.cause\" does not exist");
        database.execute("CREATE TABLE cause ()");
        assertThat(failure(database)).isEmpty();

        assertThat(database.query("SELECT a FROM app.t")).isEqualTo("1");
    }

    private static String failure(TestDatabase database) throws Exception {
        URL[] withoutDriver = {place(Migrate.class), place(DriverElsewhereTest.class), place(LoggerFactory.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutDriver, ClassLoader.getPlatformClassLoader())) {
            Object upgrade =
                    loader.loadClass(Upgrade.class.getName()).getConstructor().newInstance();
            @SuppressWarnings("unchecked")
            Consumer<DataSource> run = (Consumer<DataSource>) upgrade;
            run.accept(database.dataSource());
            return "";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
