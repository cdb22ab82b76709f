package dev.migrate.autogen.change;

/** What may come of a change of entities. Everything else is a fault: wrong values, or a database between two revisions. */
enum Outcome {
    /** The application reads the same rows after the upgrade, its predecessor after the downgrade, and it again. */
    RIGHT,
    /** The same, without what autogenerate has named as lost. */
    LOSES,
    /** Autogenerate says what it needs to know; the migration as it is changes nothing in a database with rows. */
    ASKED,
    /** The upgrade is refused before anything has changed, because of rows that it names. */
    REFUSED,
    /** No migration is written, and the reason is said. */
    NOT_WRITTEN,
    /** There is nothing to do: the application reads the same rows from the tables as they are. */
    NOTHING
}
