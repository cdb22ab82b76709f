package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfStatistics;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Extended statistics that go with what they count, and come back with it: nothing depends on them. */
public final class StatisticsDependencies {

    private StatisticsDependencies() {}

    /** The operations with what they need to be done to statistics; they say already what becomes of everything else. */
    public static List<Reversible> addedTo(List<Reversible> operations, Schema before, Schema after) {
        if (before.statistics().isEmpty()) {
            return operations;
        }
        Dependents dependents = Dependents.of(operations, before);
        List<Reversible> all = new ArrayList<>(operations);
        for (Statistics statistics : before.statistics()) {
            if (!isDropped(statistics, operations)
                    && (dependents.contain(statistics) || isOfDroppedTable(statistics, operations))) {
                Set<ObjectId> needed = before.dependencies().neededBy(new OfStatistics(statistics.name()));
                all.removeIf(operation -> isAbout(operation, statistics));
                all.add(new DropStatistics(statistics));
                after.statistics().stream()
                        .filter(wanted -> wanted.name().equals(statistics.name()))
                        .filter(wanted -> ObjectDependencies.isPossible(needed, operations, before))
                        .forEach(wanted -> all.add(new CreateStatistics(wanted)));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isDropped(Statistics statistics, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropStatistics drop
                        && drop.statistics().equals(statistics));
    }

    private static boolean isOfDroppedTable(Statistics statistics, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropTable drop
                        && drop.table().name().equals(statistics.table()));
    }

    /** Whether it changes what comes back as it is wanted. */
    private static boolean isAbout(Reversible operation, Statistics statistics) {
        return (operation instanceof SetStatisticsTarget set && set.statistics().equals(statistics.name()))
                || (operation instanceof SetComment comment
                        && comment.target().equals(new Commented.OnStatistics(statistics.name())));
    }
}
