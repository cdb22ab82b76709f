package dev.migrate.test;

import dev.migrate.Migrate;

/** Takes the database of a {@link MigrationTest} from the one revision to the other, and back. */
public final class MigrationRun {

    private final Migrate migrate;
    private final String from;
    private final String to;

    MigrationRun(Migrate migrate, String from, String to) {
        this.migrate = migrate;
        this.from = from;
        this.to = to;
    }

    /**
     * Applies what leads to {@link MigrationTest#to}.
     *
     * @throws dev.migrate.runtime.RevisionFailedException if a migration fails
     */
    public void upgrade() {
        migrate.upgrade(to);
    }

    /**
     * Reverts what comes after {@link MigrationTest#from}.
     *
     * @throws dev.migrate.runtime.RevisionFailedException if a migration fails
     */
    public void downgrade() {
        migrate.downgrade(from);
    }

    /** The whole history on the test's database, for what else a test wants to know or do. */
    public Migrate migrate() {
        return migrate;
    }
}
