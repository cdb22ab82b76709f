package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension to install (PostgreSQL manual, CREATE EXTENSION).
 *
 * @param name exact name
 * @param schema where its objects go, which has to exist; null is the extension's own, or else the first of the search
 *     path
 * @param version null is the one that the server offers
 * @param onlyIfMissing how to create it, not part of what it is
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version, boolean onlyIfMissing) {

    public Extension {
        Identifiers.check(name);
        if (schema != null) {
            Identifiers.check(schema);
        }
    }

    /** An extension with nothing but a name. */
    public static Extension of(String name) {
        return new Extension(name, null, null, false);
    }

    /** Puts its objects into this schema. */
    public Extension schema(String exactName) {
        return new Extension(name, exactName, version, onlyIfMissing);
    }

    /** {@code VERSION}. */
    public Extension version(String number) {
        return new Extension(name, schema, number, onlyIfMissing);
    }

    /** Creates it only if it isn't there, in whatever version that one is. */
    public Extension ifNotExists() {
        return new Extension(name, schema, version, true);
    }
}
