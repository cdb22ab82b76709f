package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * An object that a mapping declares by its SQL only: a function, a trigger, a view, a cast.
 *
 * @param identity what it is, as PostgreSQL names it: {@code function app.touch()}, {@code cast (mood as varchar)}
 * @param create SQL that makes it
 * @param drop SQL that removes it
 * @param printed how PostgreSQL prints what makes it, which tells whether two of one identity are the same; null if that
 *     isn't known, or no longer
 * @param ordered whether the order of its parts counts, as that of a composite type's attributes does where somebody reads
 *     and writes them by their positions
 */
public record AuxiliaryObject(
        String identity,
        String create,
        String drop,
        @Nullable String printed,
        boolean ordered) {

    /** An object whose parts have names to go by. */
    public AuxiliaryObject(String identity, String create, String drop, @Nullable String printed) {
        this(identity, create, drop, printed, false);
    }

    /** An object that has not been to the server yet. */
    public AuxiliaryObject(String identity, String create, String drop) {
        this(identity, create, drop, null);
    }

    /** The same object with what PostgreSQL calls it, and how it prints it. */
    public AuxiliaryObject printed(String newIdentity, @Nullable String text) {
        return new AuxiliaryObject(newIdentity, create, drop, text, ordered);
    }

    /** The same object, in which the order of its parts counts. */
    public AuxiliaryObject inOrder() {
        return new AuxiliaryObject(identity, create, drop, printed, true);
    }

    /** Whether this and another one of the same identity are known to be defined differently. */
    public boolean differsFrom(AuxiliaryObject other) {
        return printed != null && other.printed != null && !printed.equals(other.printed);
    }
}
