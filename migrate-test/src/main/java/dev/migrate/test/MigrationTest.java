package dev.migrate.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test method that has a database of its own at a revision, and takes it to another one.
 *
 * <pre>{@code
 * @MigrationTest(from = "0011", to = "0012")
 * void splitsNames(MigrationRun migrate, Connection connection) throws SQLException {
 *     connection.createStatement().execute("INSERT INTO person (name) VALUES ('Ada Lovelace')");
 *     migrate.upgrade();
 *     …
 *     migrate.downgrade();
 * }
 * }</pre>
 *
 * <p>The method's parameters are those that {@link MigratedDatabase} describes, and a {@link MigrationRun}. Where the
 * migrations are is read from the class's {@code @MigratedDatabase}, if it has one, and from the same parameters of JUnit. The
 * seeds of that annotation aren't used: they are for the schema at head.
 *
 * <p>The test fails with a {@link dev.migrate.MigrateException} if one of the revisions is unknown, naming the nearest, or if
 * {@link #to} doesn't follow {@link #from}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(DatabaseExtension.class)
public @interface MigrationTest {

    /** The revision at which the test starts: an id or its unique beginning, a label, or {@code base} for an empty database. */
    String from();

    /** The revision to which {@link MigrationRun#upgrade()} leads: an id or its unique beginning, or a label. */
    String to();
}
