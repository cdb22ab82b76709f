package dev.migrate.command.parameter;

import dev.migrate.MigrateException;
import dev.migrate.runtime.RunSettings;
import dev.migrate.schema.Identifiers;

/** A parameter that names something in the database. */
public final class NameText {

    private NameText() {}

    /**
     * The name as it is.
     *
     * @throws MigrateException if PostgreSQL could not call anything that
     */
    public static String parse(String parameter, String name) {
        return checked(parameter, name, name);
    }

    /**
     * The name of the version table; the journal's is made of it, and may be the longer one.
     *
     * @throws MigrateException if PostgreSQL could not call a table that
     */
    public static String parseTable(String parameter, String name) {
        checked(parameter, name, name);
        return checked(parameter, name, RunSettings.journalTable(name));
    }

    private static String checked(String parameter, String name, String made) {
        try {
            Identifiers.check(made);
            return name;
        } catch (IllegalArgumentException e) {
            throw new MigrateException(parameter + " is '" + name + "'. " + e.getMessage(), e);
        }
    }
}
