package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Extended statistics as SQL (PostgreSQL manual, CREATE STATISTICS, ALTER STATISTICS). */
final class StatisticsDdl {

    private final ServerVersion version;

    StatisticsDdl(ServerVersion version) {
        this.version = version;
    }

    List<Statement> create(Statistics statistics) {
        if (statistics.keys().stream().anyMatch(key -> key.expression().isPresent())) {
            ServerFeature.STATISTICS_ON_EXPRESSIONS.require(
                    version,
                    "statistics " + statistics.name() + " on " + statistics.table(),
                    "Create an index on the expression instead: it is counted, too.");
        }
        String kinds = statistics.kinds().stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("CREATE STATISTICS " + Clause.ifNotExists(statistics.onlyIfMissing())
                + SqlIdentifiers.quote(statistics.name()) + Clause.when(!kinds.isEmpty(), " (" + kinds + ")") + " ON "
                + IndexDdl.keys(statistics.keys()) + " FROM " + SqlIdentifiers.quote(statistics.table())));
        if (statistics.target() != null) {
            statements.add(target(statistics.name(), statistics.target()));
        }
        if (statistics.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnStatistics(statistics.name()), statistics.comment()));
        }
        return statements;
    }

    static Statement drop(Statistics statistics) {
        return Statement.of("DROP STATISTICS " + Clause.ifExists(statistics.onlyIfMissing())
                + SqlIdentifiers.quote(statistics.name()));
    }

    static Statement setTarget(SetStatisticsTarget set) {
        return target(set.statistics(), set.to());
    }

    /** Before PostgreSQL 17 there is no word for the default but -1. */
    private static Statement target(QualifiedName statistics, @Nullable Integer target) {
        return Statement.of("ALTER STATISTICS " + SqlIdentifiers.quote(statistics) + " SET STATISTICS "
                + (target == null ? -1 : target));
    }
}
