package dev.migrate.schema;

/**
 * One object needs another one (PostgreSQL manual, 5.15 Dependency Tracking; the catalog pg_depend).
 *
 * @param dependent what needs the other one
 * @param needed what it can't be without
 * @param kind what becomes of the dependent one when the other one is dropped
 */
public record Dependency(ObjectId dependent, ObjectId needed, Kind kind) {

    /** What a drop of the needed object means. */
    public enum Kind {
        /** PostgreSQL refuses the drop, unless it says CASCADE. */
        NORMAL,
        /** The dependent object goes with it. */
        AUTOMATIC,
        /** The dependent object is a part of a partition, and goes with that of the partitioned table. */
        PARTITION
    }
}
