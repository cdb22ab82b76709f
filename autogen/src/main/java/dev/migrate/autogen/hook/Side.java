package dev.migrate.autogen.hook;

/** Where an object comes from. */
public enum Side {
    /** It is in the catalog. */
    DATABASE,
    /** The entities declare it. */
    ENTITIES
}
