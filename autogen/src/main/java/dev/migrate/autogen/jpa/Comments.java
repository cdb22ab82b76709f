package dev.migrate.autogen.jpa;

import org.jspecify.annotations.Nullable;

/** Comments, which Hibernate's export puts between quotes without escaping them. */
final class Comments {

    private Comments() {}

    /**
     * What PostgreSQL stores: authors who know Hibernate double each quote themselves. A text in which that is not so is
     * no literal, fails in the export, and is taken as it is meant.
     */
    static @Nullable String stored(@Nullable String declared) {
        if (declared == null || declared.isEmpty()) {
            return null;
        }
        boolean isEscaped = declared.replace("''", "").indexOf('\'') < 0;
        return isEscaped ? declared.replace("''", "'") : declared;
    }
}
