package dev.migrate.autogen.diff.ownership;

import dev.migrate.schema.QualifiedName;

/**
 * What a column keeps because only a default of Hibernate's is against it.
 *
 * @param present what the database has
 * @param byDefault what Hibernate would make by default
 */
public record KeptProperty(Kind kind, QualifiedName table, String column, String present, String byDefault) {

    /** In which way the database differs. */
    public enum Kind {
        LONGER("longer string", "longer strings"),
        SHORTER("shorter string", "shorter strings"),
        NUMBER("number of other digits", "numbers of other digits"),
        TIME("time of another precision", "times of another precision"),
        NOT_NULL("NOT NULL", "NOT NULL"),
        CHECK("enum without Hibernate's check", "enums without Hibernate's check");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** So many of them. */
        public String count(long number) {
            return number + " " + (number == 1 ? one : several);
        }
    }

    /** One line, such as {@code users.name: text; Hibernate's default: character varying(255)}. */
    public String line() {
        return table + "." + column + ": " + present + "; Hibernate's default: " + byDefault;
    }
}
