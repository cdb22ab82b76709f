package dev.migrate.spring;

/** What happens to a database when the application starts. */
public enum StartMode {

    /** Applies all pending revisions. */
    UPGRADE,

    /** Fails unless the database is at the head of the history. */
    REQUIRE_CURRENT,

    /** Does nothing; the {@link dev.migrate.Migrate} bean is there all the same. */
    OFF
}
