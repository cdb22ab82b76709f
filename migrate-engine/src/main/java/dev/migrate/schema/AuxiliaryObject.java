package dev.migrate.schema;

/**
 * An object that a mapping declares by its SQL only: a function, a trigger, a view, a cast.
 *
 * @param identity what it is, as PostgreSQL names it: {@code function app.touch()}, {@code cast (mood as varchar)}
 * @param create SQL that makes it
 * @param drop SQL that removes it
 */
public record AuxiliaryObject(String identity, String create, String drop) {}
