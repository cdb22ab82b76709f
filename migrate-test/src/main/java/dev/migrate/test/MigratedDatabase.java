package dev.migrate.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a PostgreSQL database of its own, at the head of the history. The first test migrates a template; each
 * database is a clone of it, and is dropped after use.
 *
 * <pre>{@code
 * @MigratedDatabase
 * class OrdersTest {
 *
 *     @Test
 *     void countsOrders(Connection connection) throws SQLException { … }
 * }
 * }</pre>
 *
 * <p>Test methods, their {@code @BeforeEach} and {@code @AfterEach} methods and, unless {@link #per} is {@link Per#METHOD},
 * {@code @BeforeAll} methods and constructors may take a {@link javax.sql.DataSource}, a {@link java.sql.Connection}, a
 * {@link JdbcUrl} and, where Spring is on the class path, a {@code JdbcTemplate}. In a Spring test the application's own
 * DataSource leads to the database. Nested classes use the database of the class around them. Tests may run in parallel.
 *
 * <p>What isn't given here is looked for in JUnit's configuration parameters: {@code migrate.packages},
 * {@code migrate.versionTable}, {@code migrate.versionSchema}, {@code migrate.test.url}. In a Spring test, the application's
 * {@code migrate.packages}, {@code migrate.version-table} and {@code migrate.version-schema} come after them.
 *
 * <p>The test class fails with a {@link dev.migrate.MigrateException} if there are no migrations, if there are several heads,
 * if a migration or a seed fails, or if there is no server.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
public @interface MigratedDatabase {

    /** The packages that the migrations are in; {@code db.migrations} if nobody names others. */
    String[] packages() default {};

    /** Whether the methods of the class share a database. */
    Per per() default Per.CLASS;

    /**
     * SQL files that fill the template once, in this order. They are resources: beside the test class, or from the root of the
     * class path if they start with {@code /}.
     */
    String[] seeds() default {};

    /** Classes that fill the template once, after {@link #seeds}; each has a constructor without parameters. */
    Class<? extends Seed>[] seededBy() default {};

    /**
     * The server that databases are made on: a {@code jdbc:postgresql:} URL of a database whose role may create others,
     * {@code spring.datasource} for the one that the Spring application connects to, or {@code embedded}. Without it, that of
     * a Testcontainers {@code @ServiceConnection} is used, otherwise an embedded one.
     */
    String url() default "";

    /** The version table, if it isn't {@code migrate_version}. */
    String versionTable() default "";

    /** The schema of the version table, if it isn't the default one. */
    String versionSchema() default "";

    /** Arguments of the migrations, {@code key=value}: {@code op.x("key")}. */
    String[] arguments() default {};

    /** How long a database lasts. */
    enum Per {
        /** From the first test of the class to its last. */
        CLASS,
        /** For one test method. */
        METHOD
    }
}
