package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Extended statistics compared. PostgreSQL alters nothing of them but their target and comment. */
public final class StatisticsDiff {

    private StatisticsDiff() {}

    public static List<Reversible> of(Schema before, Schema after) {
        ListDiff<Statistics> statistics = ListDiff.of(before.statistics(), after.statistics(), Statistics::name);
        List<Reversible> operations = new ArrayList<>();
        statistics.added().forEach(added -> operations.add(new CreateStatistics(added)));
        statistics.kept().forEach(pair -> operations.addAll(change(pair)));
        statistics.removed().forEach(removed -> operations.add(new DropStatistics(removed)));
        return List.copyOf(operations);
    }

    private static List<Reversible> change(Pair<Statistics> pair) {
        Statistics from = pair.from();
        Statistics to = pair.to();
        if (!from.equals(to.target(from.target()).comment(from.comment()))) {
            return List.of(new DropStatistics(from), new CreateStatistics(to));
        }
        List<Reversible> operations = new ArrayList<>();
        if (!Objects.equals(from.target(), to.target())) {
            operations.add(new SetStatisticsTarget(to.name(), from.target(), to.target()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new SetComment(new Commented.OnStatistics(to.name()), from.comment(), to.comment()));
        }
        return List.copyOf(operations);
    }
}
