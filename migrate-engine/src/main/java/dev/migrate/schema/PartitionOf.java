package dev.migrate.schema;

/**
 * What makes a table a partition of another one.
 *
 * @param parent the partitioned table
 * @param bound as SQL, as {@code pg_get_expr(relpartbound)} prints it: {@code FOR VALUES FROM ('2026-01-01') TO
 *     ('2026-02-01')}, {@code DEFAULT}
 */
public record PartitionOf(QualifiedName parent, String bound) {}
