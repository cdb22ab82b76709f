package dev.migrate;

/**
 * One step of the history: how the database gets from the revisions it revises to this one, and back. A class needs a
 * {@link Revision} annotation and a constructor without parameters; it is loaded and constructed only when it runs.
 */
public interface Migration {

    /**
     * Brings the database to this revision.
     *
     * @param op runs each operation as it is called, on a live connection, into a script, or into a recording
     */
    void upgrade(Operations op);

    /**
     * Takes the database back to where it was before {@link #upgrade}.
     *
     * @param op runs each operation as it is called
     */
    void downgrade(Operations op);
}
