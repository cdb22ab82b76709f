package dev.migrate.schema;

import java.util.List;

/**
 * How a partitioned table spreads its rows (PostgreSQL manual, 5.12 Table Partitioning).
 *
 * @param strategy by what a partition is chosen
 * @param keys columns or expressions
 */
public record Partitioning(Strategy strategy, List<IndexKey> keys) {

    /** The strategies of {@code PARTITION BY}. */
    public enum Strategy {
        RANGE,
        LIST,
        HASH
    }

    public Partitioning {
        keys = List.copyOf(keys);
    }
}
