package dev.migrate.ddl;

import dev.migrate.MigrateException;

/** What not every supported server can do (PostgreSQL release notes). */
enum ServerFeature {
    COMPRESSION(14, "Column compression"),
    DETACH_CONCURRENTLY(14, "DETACH PARTITION … CONCURRENTLY"),
    REPLACE_TRIGGER(14, "CREATE OR REPLACE TRIGGER"),
    INCLUDE_IN_SPGIST(14, "INCLUDE in an index by spgist"),
    STATISTICS_ON_EXPRESSIONS(14, "Statistics on an expression"),
    NULLS_NOT_DISTINCT(15, "NULLS NOT DISTINCT"),
    ON_DELETE_COLUMNS(15, "A column list behind ON DELETE SET NULL or SET DEFAULT"),
    SECURITY_INVOKER(15, "security_invoker"),
    STORAGE_IN_DEFINITION(16, "STORAGE in a column definition"),
    DEFAULT_STORAGE(16, "SET STORAGE DEFAULT"),
    SET_EXPRESSION(17, "ALTER COLUMN … SET EXPRESSION"),
    PARTITIONED_IDENTITY(17, "An identity in a partitioned table"),
    PARTITIONED_EXCLUSION(17, "An exclusion constraint on a partitioned table"),
    PARTITIONED_NOT_VALID(18, "A NOT VALID foreign key on a partitioned table"),
    VIRTUAL_COLUMNS(18, "A virtual generated column"),
    NAMED_NOT_NULL(18, "A NOT NULL constraint with a name, or NOT VALID,"),
    NOT_ENFORCED(18, "NOT ENFORCED"),
    WITHOUT_OVERLAPS(18, "WITHOUT OVERLAPS"),
    PERIOD(18, "PERIOD");

    private final int major;
    private final String title;

    ServerFeature(int major, String title) {
        this.major = major;
        this.title = title;
    }

    boolean isIn(ServerVersion version) {
        return version.isAtLeast(major);
    }

    /**
     * Refuses what the server lacks.
     *
     * @param where the object that asks for it
     * @param instead what to do on an older server
     */
    void require(ServerVersion version, String where, String instead) {
        if (!isIn(version)) {
            throw new MigrateException(title + " (" + where + ") needs PostgreSQL " + major
                    + " or later, but the server is " + version + ". " + instead);
        }
    }
}
