package dev.migrate.testing.cases;

import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.statistics;

import dev.migrate.operation.Comments;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Statistics;
import java.util.stream.Stream;

/** Each operation on extended statistics, with each attribute. */
final class StatisticsCases {

    private static final QualifiedName PEOPLE = QualifiedName.parse("people");
    private static final String CREATED = "CREATE STATISTICS people ON name, age FROM agents";

    private StatisticsCases() {}

    static Stream<Case> all() {
        Statistics plain = statistics("people").on("agents", "name", "age");
        return Stream.of(
                Case.of("create statistics", new CreateStatistics(plain)),
                Case.of(
                        "create statistics with everything",
                        new CreateStatistics(plain.ndistinct()
                                .mcv()
                                .target(500)
                                .comment("Names go with \"age\"")
                                .ifNotExists())),
                Case.of("create statistics of dependencies", new CreateStatistics(plain.dependencies())),
                Case.of(
                                "create statistics elsewhere",
                                new CreateStatistics(statistics("app.\"it's\"").on("app.\"it's\"", "a b", "c")))
                        .after("CREATE SCHEMA app; CREATE TABLE app.\"it's\" (\"a b\" int, c int)"),
                Case.of(
                                "create statistics of expressions",
                                new CreateStatistics(statistics("people")
                                        .on("agents", expression("lower(name)"), key("slug"), expression("age + 1"))
                                        .mcv()))
                        .since(14),
                Case.of(
                                "create statistics of one expression",
                                new CreateStatistics(statistics("people").on("agents", expression("lower(name)"))))
                        .since(14),
                Case.of("drop statistics", new DropStatistics(plain.target(7)))
                        .after(CREATED + "; ALTER STATISTICS people SET STATISTICS 7"),
                Case.of("drop statistics that may be missing", new DropStatistics(plain.ifNotExists()))
                        .after(CREATED),
                Case.of("drop statistics by name", new DropByName(Kind.STATISTICS, PEOPLE, true, true))
                        .after(CREATED),
                Case.of("set statistics target", new SetStatisticsTarget(PEOPLE, null, 0))
                        .after(CREATED),
                Case.of("reset statistics target", new SetStatisticsTarget(PEOPLE, 7, null))
                        .after(CREATED + "; ALTER STATISTICS people SET STATISTICS 7"),
                Case.of("comment on statistics", new SetComment(Comments.onStatistics("people"), null, "Who they are"))
                        .after(CREATED));
    }
}
