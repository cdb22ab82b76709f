package dev.migrate.test;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests that every history should pass. A test class gets them by implementing this interface:
 *
 * <pre>{@code
 * class MigrationsTest implements StandardMigrationTests {
 *
 *     @Override
 *     public Optional<String> releasedTag() {
 *         return Optional.of("v1.4.0");
 *     }
 * }
 * }</pre>
 *
 * <p>Where the migrations are is read as for {@link MigratedDatabase}, which the class may have, too.
 */
@ExtendWith(DatabaseExtension.class)
public interface StandardMigrationTests {

    /** Fails if the history has two heads or more, or no migrations. */
    @Test
    default void historyHasOneHead(MigrationHistory history) {
        history.requireOneHead();
    }

    /**
     * Runs each revision up, down and up again on an empty database. Fails if the way down doesn't restore the schema that was
     * there, or the second way up doesn't lead where the first one led.
     */
    @Test
    default void everyRevisionGoesUpDownAndUpAgain(MigrationHistory history) {
        history.requireRoundTrips();
    }

    /**
     * Fails if the schema at head isn't what the JPA entities declare. The entities are those of the directories of the class
     * path, without the one of the tests unless the migrations are there, too. Skipped without Hibernate.
     */
    @Test
    default void entitiesMatchTheSchema(MigrationHistory history) {
        history.requireEntitiesMatch();
    }

    /** Fails if a revision that was released has been edited or is gone. Skipped if nothing says which were released. */
    @Test
    default void releasedRevisionsAreUnchanged(MigrationHistory history) {
        history.requireReleasedUnchanged(releasedTag(), releasedDigests());
    }

    /** The Git tag, or any other commit, whose revision files must not change any more: {@code v1.4.0}. */
    default Optional<String> releasedTag() {
        return Optional.empty();
    }

    /**
     * The file with the digests of the released revisions, such as {@code src/test/resources/released-revisions.txt}. A run
     * with {@code -Dmigrate.test.record=true} adds the revisions that it lacks. A digest is of the operations of
     * {@code upgrade}; what a migration does over JDBC isn't part of it.
     */
    default Optional<Path> releasedDigests() {
        return Optional.empty();
    }
}
