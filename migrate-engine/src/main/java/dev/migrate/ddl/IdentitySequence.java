package dev.migrate.ddl;

import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;

/**
 * Which sequence numbers an identity, as SQL. {@code pg_get_serial_sequence} may name another one that the column owns, such
 * as that of the serial which it was (PostgreSQL manual, 9.28 System Information Functions).
 */
public final class IdentitySequence {

    private IdentitySequence() {}

    /** A subquery for its OID. */
    public static String of(QualifiedName table, String column) {
        return "(SELECT objid::regclass FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid"
                + " WHERE refobjid = " + Literals.literal(SqlIdentifiers.quote(table)) + "::regclass AND attname = "
                + Literals.literal(column) + " AND deptype = 'i' AND classid = 'pg_class'::regclass)";
    }
}
