package dev.migrate.schema;

import java.util.Optional;

/**
 * A column of which the mapping leaves something to Hibernate's defaults: {@code varchar(255)} where no length is written,
 * NULL where nothing says whether it is allowed, the check of an enum's constants.
 *
 * @param type whether its length, its precision and its scale are Hibernate's
 * @param nullable whether it accepts NULL only because nothing says otherwise
 * @param check the name of the check that Hibernate adds by itself; empty if it adds none
 */
public record DefaultedColumn(
        QualifiedName table, String column, boolean type, boolean nullable, Optional<String> check) {

    /** The same of a table that has another name. */
    DefaultedColumn of(QualifiedName otherTable) {
        return new DefaultedColumn(otherTable, column, type, nullable, check);
    }
}
