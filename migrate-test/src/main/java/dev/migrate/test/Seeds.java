package dev.migrate.test;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What fills a template after the migrations: SQL by the name of its resource, and classes. */
record Seeds(List<Script> scripts, List<Class<? extends Seed>> classes) {

    static final Seeds NONE = new Seeds(List.of(), List.of());

    /** An SQL file. */
    record Script(String name, String sql) {}

    Seeds {
        scripts = List.copyOf(scripts);
        classes = List.copyOf(classes);
    }

    /**
     * Those of a test class.
     *
     * @throws MigrateException if there is no resource of a name
     */
    static Seeds of(MigratedDatabase annotation, Class<?> testClass) {
        List<Script> scripts = new ArrayList<>();
        for (String name : annotation.seeds()) {
            scripts.add(new Script(name, read(name, testClass)));
        }
        return new Seeds(scripts, List.of(annotation.seededBy()));
    }

    private static String read(String name, Class<?> testClass) {
        try (@Nullable InputStream resource = testClass.getResourceAsStream(name)) {
            if (resource == null) {
                throw new MigrateException("The seed " + name + " of " + testClass.getName()
                        + " isn't on the class path. Expected src/test/resources/"
                        + (name.startsWith("/")
                                ? name.substring(1)
                                : testClass.getPackageName().replace('.', '/') + "/" + name)
                        + ".");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills a database, in one transaction.
     *
     * @throws MigrateException if a seed fails, with its name
     */
    void fill(DataSource database) {
        if (scripts.isEmpty() && classes.isEmpty()) {
            return;
        }
        String current = "";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Script script : scripts) {
                current = script.name();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(script.sql());
                }
            }
            for (Class<? extends Seed> type : classes) {
                current = type.getName();
                create(type).fill(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new MigrateException(
                    "The seed " + current + " fails on the migrated template: " + Sentence.of(e)
                            + " Correct it, or the migration that it relies on.",
                    e);
        }
    }

    private static Seed create(Class<? extends Seed> type) {
        try {
            Constructor<? extends Seed> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new MigrateException(
                    "The seed " + type.getName() + " can't be created: " + e
                            + ". Give it a constructor without parameters; a nested class has to be static.",
                    e);
        }
    }
}
