package dev.migrate.autogen.online;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;

/**
 * Tables whose changed rows are checked at the end of the transaction: by a constraint or a constraint trigger that is
 * initially deferred (PostgreSQL manual, SET CONSTRAINTS).
 */
final class ChecksAtCommit {

    private static final String DEFERRED = "INITIALLY DEFERRED";

    private ChecksAtCommit() {}

    /** Whether the table has such rows, by what it has itself, by a foreign key to it, or by a trigger. */
    static boolean of(Table table, Schema schema) {
        String on = " on " + SqlIdentifiers.quote(table.name());
        return table.constraints().stream().anyMatch(ChecksAtCommit::isDeferred)
                || schema.tables().stream()
                        .flatMap(other -> other.constraints().stream())
                        .anyMatch(constraint -> constraint instanceof ForeignKey key
                                && key.target().equals(table.name())
                                && isDeferred(key))
                || schema.auxiliaryObjects().stream()
                        .anyMatch(object -> object.identity().startsWith("trigger ")
                                && object.identity().endsWith(on)
                                && object.create().contains(DEFERRED));
    }

    private static boolean isDeferred(Constraint constraint) {
        return (constraint instanceof ForeignKey foreign && foreign.deferral() == Deferral.INITIALLY_DEFERRED)
                || (constraint instanceof PrimaryKey key && key.deferral() == Deferral.INITIALLY_DEFERRED)
                || (constraint instanceof Unique unique && unique.deferral() == Deferral.INITIALLY_DEFERRED)
                || (constraint instanceof Exclusion exclusion && exclusion.deferral() == Deferral.INITIALLY_DEFERRED);
    }
}
