package dev.migrate;

/** What a journal entry says about a revision. */
public enum Outcome {
    /** Its next statement, which can't run in a transaction, begins. */
    STARTED,
    /** That many of its statements are committed, and more are to come. */
    REACHED,
    /** It is complete. */
    DONE,
    /** It stopped with an error; what the entry's statement number says is committed, the rest is rolled back. */
    FAILED
}
