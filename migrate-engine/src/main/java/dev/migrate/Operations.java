package dev.migrate;

/** What a migration can do; see the methods below. */
public interface Operations {}
