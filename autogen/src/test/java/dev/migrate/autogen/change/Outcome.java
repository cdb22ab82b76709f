package dev.migrate.autogen.change;

/** What may come of a change of entities. Everything else is a fault: wrong values, or a database between two revisions. */
enum Outcome {
    /** The application reads the same rows after the upgrade, its predecessor after the downgrade, and it again. */
    RIGHT("right"),
    /** The same, without what autogenerate has named as lost. */
    LOSES("loses what is said"),
    /** Autogenerate says what it needs to know; the migration as it is changes nothing in a database with rows. */
    ASKED("asks the author"),
    /** The upgrade is refused before anything has changed, because of rows that it names. */
    REFUSED("refused before the first statement"),
    /** The upgrade is right; the downgrade is refused before anything has changed, because of rows that came since. */
    REFUSES_BACK("right; the way back refused before the first statement"),
    /** No migration is written, and the reason is said. */
    NOT_WRITTEN("not written, with the reason"),
    /** There is nothing to do: the application reads the same rows from the tables as they are. */
    NOTHING("nothing to do");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
