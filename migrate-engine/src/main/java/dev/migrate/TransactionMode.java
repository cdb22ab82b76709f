package dev.migrate;

/** How much commits together. */
public enum TransactionMode {
    /** Each revision by itself, with its version rows and its journal entry. */
    REVISION,
    /** All revisions of the run at once. A statement that can't run in a transaction still commits what precedes it. */
    RUN
}
