package dev.migrate.runtime;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import java.sql.ResultSet;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Revisions that use what work over JDBC returns, a generated key, a time, a random number and a count, between indexes
 * that are built concurrently; and a program that applies them and is killed meanwhile.
 */
final class WorkCrashing {

    /** How many revisions work. */
    static final int ORDERS = 5;

    /** How many lines that such a program writes until it is done: one for each statement, and one for each work. */
    static final int PRINTED = 28;

    /** What is to come out, a row for each line that has other values than the order that its revision has made. */
    static final String WRONG = """
            SELECT lines.step, lines.order_id, orders.id, lines.n
            FROM lines LEFT JOIN orders ON orders.step = lines.step
            WHERE (lines.order_id, lines.token, lines.at, lines.n)
                IS DISTINCT FROM (orders.id, orders.token, orders.at, CASE WHEN orders.id IS NOT NULL THEN 500 END)""";

    private WorkCrashing() {}

    /** The only argument is the URL. Prints a line before each statement, and within each work. */
    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrate.configure()
                .dataSource(dataSource)
                .onlineFrom(0)
                .history(TestHistory.of(WorkCrashing.class))
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, String sql) {
                        System.out.println(step.revision().id());
                    }
                })
                .build()
                .upgrade("head");
    }

    /** What work returns. */
    private record Order(long id, String token, String at, long lines) {}

    abstract static class Working implements Migration {

        private final int step =
                Integer.parseInt(getClass().getAnnotation(Revision.class).id());

        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE INDEX CONCURRENTLY ix_lines_" + step + " ON lines (order_id, step)");
            op.execute("CREATE UNIQUE INDEX CONCURRENTLY ux_orders_" + step + " ON orders (step, id)");
            op.execute("ALTER TABLE orders ADD COLUMN c" + step + " int");
            Order[] made = new Order[1];
            op.withConnection(connection -> {
                try (Statement statement = connection.createStatement()) {
                    try (ResultSet row = statement.executeQuery("INSERT INTO orders (step, token, at) VALUES (" + step
                            + ", random(), clock_timestamp()) RETURNING id, token::text, at::text,"
                            + " (SELECT count(*) FROM lines WHERE step = " + step + ")")) {
                        row.next();
                        made[0] = new Order(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4));
                    }
                }
                System.out.println("work");
            });
            // Nothing in a rehearsal.
            Order order = made[0] == null ? new Order(0, "0", "now", 0) : made[0];
            op.execute("UPDATE lines SET order_id = " + order.id() + ", token = '" + order.token() + "', at = '"
                    + order.at() + "', n = " + order.lines() + " WHERE step = " + step);
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "0")
    static class R0 implements OneWay {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE orders (id bigserial PRIMARY KEY, step int, token float8, at timestamptz);"
                    + " CREATE TABLE lines (id bigserial PRIMARY KEY, step int, order_id bigint, token float8,"
                    + " at timestamptz, n bigint);"
                    + " INSERT INTO lines (step) SELECT 1 + i % " + ORDERS + " FROM generate_series(1, 2500) AS i");
        }
    }

    @Revision(id = "1", revises = "0")
    static class R1 extends Working {}

    @Revision(id = "2", revises = "1")
    static class R2 extends Working {}

    @Revision(id = "3", revises = "2")
    static class R3 extends Working {}

    @Revision(id = "4", revises = "3")
    static class R4 extends Working {}

    @Revision(id = "5", revises = "4")
    static class R5 extends Working {}
}
