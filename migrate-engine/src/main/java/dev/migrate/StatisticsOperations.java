package dev.migrate;

import dev.migrate.operation.DropOption;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Statistics;
import org.jspecify.annotations.Nullable;

/** What a migration says of extended statistics. */
public interface StatisticsOperations extends OperationReceiver {

    /**
     * {@code CREATE STATISTICS}, with its target and comment. Takes SHARE UPDATE EXCLUSIVE on the table: reads and writes
     * go on. The planner uses it once ANALYZE has run. Expressions need PostgreSQL 14. Loses nothing.
     *
     * <pre>{@code
     * op.createStatistics(statistics("orders_place").on("orders", "country", "city").ndistinct().target(500));
     * op.createStatistics(statistics("orders_day").on("orders", key("country"), expression("date(placed_at)")));
     * }</pre>
     */
    default void createStatistics(Statistics statistics) {
        apply(new CreateStatistics(statistics));
    }

    /**
     * {@code ALTER STATISTICS … SET STATISTICS}, with the former target, so that the operation can be reversed. The next
     * ANALYZE heeds it. Locks nothing that anybody uses, and loses nothing.
     *
     * <pre>{@code op.setStatisticsTarget("orders_place", 500, null);}</pre>
     *
     * @param from null if it was as much as is counted of the columns
     * @param to null for as much as is counted of the columns
     */
    default void setStatisticsTarget(String statistics, @Nullable Integer from, @Nullable Integer to) {
        apply(new SetStatisticsTarget(QualifiedName.parse(statistics), from, to));
    }

    /**
     * {@code DROP STATISTICS}: what ANALYZE has counted is lost. Takes SHARE UPDATE EXCLUSIVE on the table: reads and
     * writes go on.
     *
     * <pre>{@code op.dropStatistics("orders_place", IF_EXISTS);}</pre>
     */
    default void dropStatistics(String statistics, DropOption... options) {
        apply(new DropByName(Kind.STATISTICS, QualifiedName.parse(statistics), options));
    }

    /**
     * {@code DROP STATISTICS} of statistics described so that the operation can be reversed, {@code IF EXISTS} if they are
     * made {@code IF NOT EXISTS}: what ANALYZE has counted is lost all the same. Locks as
     * {@link #dropStatistics(String, DropOption...)} does.
     *
     * <pre>{@code op.dropStatistics(statistics("orders_place").on("orders", "country", "city"));}</pre>
     */
    default void dropStatistics(Statistics statistics) {
        apply(new DropStatistics(statistics));
    }
}
