package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Statistics;
import org.jspecify.annotations.Nullable;

/** Operations on extended statistics. */
public sealed interface StatisticsOperation extends Operation {

    /** {@code CREATE STATISTICS}, with its target and comment. Nothing is counted before the next ANALYZE. */
    record CreateStatistics(Statistics statistics) implements StatisticsOperation, Reversible {
        @Override
        public DropStatistics inverse() {
            return new DropStatistics(statistics);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createStatistics(this);
        }
    }

    /** {@code DROP STATISTICS}, {@code IF EXISTS} if they are made only if they are missing. */
    record DropStatistics(Statistics statistics) implements StatisticsOperation, Reversible {
        @Override
        public CreateStatistics inverse() {
            return new CreateStatistics(statistics);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropStatistics(this);
        }
    }

    /**
     * {@code ALTER STATISTICS … SET STATISTICS}.
     *
     * @param from the target before; null is the columns' own
     * @param to the target after; null is the columns' own
     */
    record SetStatisticsTarget(
            QualifiedName statistics,
            @Nullable Integer from,
            @Nullable Integer to) implements StatisticsOperation, Reversible {
        @Override
        public SetStatisticsTarget inverse() {
            return new SetStatisticsTarget(statistics, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setStatisticsTarget(this);
        }
    }
}
