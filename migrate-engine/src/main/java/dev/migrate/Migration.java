package dev.migrate;

/**
 * One step of the history: how the database gets from the revisions it revises to this one, and back. A class needs a
 * {@link Revision} annotation and a constructor without parameters; it is loaded and constructed only when it is to run.
 *
 * <p>It acts on {@code op} alone. Its methods are called before a run, to refuse what the server lacks while nothing is
 * changed. What they did then is what runs; they are called again if they called {@link Operations#withConnection} or
 * {@link Operations#currentSchema}, threw, or insert rows, when a lock was in the way, and without any database by
 * {@code lint} and {@code verify}. What they did to a file, or over a connection of their own, they would do each time.
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
