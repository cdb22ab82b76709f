package dev.migrate.command;

import dev.migrate.Migrate;

/** A change of where a database is: it can be made, or written as a script for psql. */
public sealed interface Change {

    /** Makes the change. */
    void make(Migrate migrate);

    /** Writes the script that would make it; no database is needed. */
    void script(Migrate migrate, Appendable out);

    /**
     * Says what was done, in a line.
     *
     * @param run what the change has run
     * @param place where the database is now
     */
    String summary(Run run, String place);

    /**
     * Applies revisions.
     *
     * @param target {@code head}, an id, {@code +2}, {@code label@head}; for a script also a range
     */
    record Upgrade(String target) implements Change {

        @Override
        public void make(Migrate migrate) {
            migrate.upgrade(target);
        }

        @Override
        public void script(Migrate migrate, Appendable out) {
            migrate.upgradeSql(target, out);
        }

        @Override
        public String summary(Run run, String place) {
            return run.summary("Upgraded", place);
        }
    }

    /**
     * Reverts revisions.
     *
     * @param target {@code base}, an id, {@code -1}, {@code label@base}, a date; for a script a range
     */
    record Downgrade(String target) implements Change {

        @Override
        public void make(Migrate migrate) {
            migrate.downgrade(target);
        }

        @Override
        public void script(Migrate migrate, Appendable out) {
            migrate.downgradeSql(target, out);
        }

        @Override
        public String summary(Run run, String place) {
            return run.summary("Downgraded", place);
        }
    }

    /**
     * Declares the database to be at a revision, without running anything.
     *
     * @param target {@code head}, {@code heads}, {@code base}, an id or several
     * @param purge forgets all that the version table holds first
     */
    record Stamp(String target, boolean purge) implements Change {

        @Override
        public void make(Migrate migrate) {
            if (purge) {
                migrate.purgeAndStamp(target);
            } else {
                migrate.stamp(target);
            }
        }

        @Override
        public void script(Migrate migrate, Appendable out) {
            if (purge) {
                migrate.purgeAndStampSql(target, out);
            } else {
                migrate.stampSql(target, out);
            }
        }

        @Override
        public String summary(Run run, String place) {
            return "Stamped. The database is at " + place + ".";
        }
    }
}
