package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.revision.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Thirty revisions with everything that can be interrupted; and a program that applies them and is killed meanwhile. Five
 * tables get six revisions each, which the number of the revision tells.
 */
final class Crashing {

    private static final int REVISIONS_PER_TABLE = 6;

    private Crashing() {}

    /** The only argument is the URL. Prints a line before each statement. */
    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrate migrate = Migrate.configure()
                .dataSource(dataSource)
                .onlineFrom(0)
                .history(TestHistory.of(Crashing.class))
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, String sql) {
                        System.out.println(step.revision().id());
                    }
                })
                .build();
        migrate.upgrade("head");
    }

    /** A revision that knows its table. */
    abstract static class Numbered implements Migration {

        final String table() {
            int number =
                    Integer.parseInt(getClass().getAnnotation(Revision.class).id());
            return "t" + (1 + (number - 1) / REVISIONS_PER_TABLE);
        }

        @Override
        public void downgrade(Operations op) {}
    }

    /** All in one transaction. */
    abstract static class Create extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.execute("CREATE TABLE " + t + " (id int PRIMARY KEY, a int, n int NOT NULL DEFAULT 0);"
                    + " CREATE TYPE mood_" + t + " AS ENUM ('sad')");
            BulkInsert insert = rows(t, "id", "a");
            for (int i = 1; i <= 100; i++) {
                insert = insert.row(i, i % 7);
            }
            op.bulkInsert(insert.copy());
            op.execute("INSERT INTO " + t + " SELECT i, i % 100 FROM generate_series(101, 2000) AS i");
        }
    }

    /** Over JDBC behind an index that is built concurrently, with a count that the rest of the transaction uses. */
    abstract static class Jdbc extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.execute("-- in use\nCREATE INDEX CONCURRENTLY ix_" + t + "_a ON " + t + " (a)");
            int[] count = new int[1];
            op.withConnection(connection -> {
                try (Statement statement = connection.createStatement();
                        PreparedStatement insert =
                                connection.prepareStatement("INSERT INTO " + t + " SELECT max(id) + 1, ? FROM " + t)) {
                    insert(insert, 2001);
                    insert(insert, 2002);
                    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + t + " WHERE a > 2000")) {
                        row.next();
                        count[0] = row.getInt(1);
                    }
                }
            });
            op.execute("UPDATE " + t + " SET n = " + count[0] + " WHERE a > 2000");
        }

        private static void insert(PreparedStatement insert, int a) throws SQLException {
            insert.setInt(1, a);
            insert.executeUpdate();
        }
    }

    /** Without a transaction, with names and without. */
    abstract static class Indexes extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.execute("/* no name */ CREATE INDEX CONCURRENTLY ON " + t + " (n, a) WHERE a > 0");
            op.execute("INSERT INTO " + t + " SELECT max(id) + 1, 0 FROM " + t);
            op.execute("CREATE INDEX CONCURRENTLY ix_" + t + "_n ON " + t + " (n);\n-- not needed\n"
                    + "DROP INDEX CONCURRENTLY ix_" + t + "_n; CREATE UNIQUE INDEX CONCURRENTLY ON " + t + " (id, a)");
        }
    }

    /** Values that have to be committed before they are used. */
    abstract static class Values extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.execute("UPDATE " + t + " SET n = n + 1 WHERE id <= 10");
            op.execute("ALTER TYPE mood_" + t + " ADD VALUE 'ok'; ALTER TYPE mood_" + t + " ADD VALUE 'happy'");
            op.execute("ALTER TABLE " + t + " ADD COLUMN mood mood_" + t + " DEFAULT 'happy'");
        }
    }

    /** In batches; to fill a row twice shows. */
    abstract static class Fill extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.execute("ALTER TABLE " + t + " ADD COLUMN b int");
            op.apply(backfill(t).setSql("n", "n + 1").setSql("b", "a * 2").batchSize(300));
            op.execute("VACUUM " + t);
            op.execute("ALTER TABLE " + t + " ALTER COLUMN b SET NOT NULL");
        }
    }

    /** Statements that their author puts apart; to run them twice shows. */
    abstract static class Apart extends Numbered {
        @Override
        public void upgrade(Operations op) {
            String t = table();
            op.outsideTransaction(() -> {
                op.execute("INSERT INTO " + t + " SELECT max(id) + 1, 1, 1, 'ok', 0 FROM " + t);
                op.execute("UPDATE " + t + " SET n = n + 1 WHERE id < 5");
            });
            op.execute("REINDEX TABLE CONCURRENTLY " + t);
            op.execute("INSERT INTO " + t + " SELECT max(id) + 1, 2, 2, 'sad', 0 FROM " + t);
        }
    }

    @Revision(id = "01")
    static class R01 extends Create {}

    @Revision(id = "02", revises = "01")
    static class R02 extends Jdbc {}

    @Revision(id = "03", revises = "02")
    static class R03 extends Indexes {}

    @Revision(id = "04", revises = "03")
    static class R04 extends Values {}

    @Revision(id = "05", revises = "04")
    static class R05 extends Fill {}

    @Revision(id = "06", revises = "05")
    static class R06 extends Apart {}

    @Revision(id = "07", revises = "06")
    static class R07 extends Create {}

    @Revision(id = "08", revises = "07")
    static class R08 extends Jdbc {}

    @Revision(id = "09", revises = "08")
    static class R09 extends Indexes {}

    @Revision(id = "10", revises = "09")
    static class R10 extends Values {}

    @Revision(id = "11", revises = "10")
    static class R11 extends Fill {}

    @Revision(id = "12", revises = "11")
    static class R12 extends Apart {}

    @Revision(id = "13", revises = "12")
    static class R13 extends Create {}

    @Revision(id = "14", revises = "13")
    static class R14 extends Jdbc {}

    @Revision(id = "15", revises = "14")
    static class R15 extends Indexes {}

    @Revision(id = "16", revises = "15")
    static class R16 extends Values {}

    @Revision(id = "17", revises = "16")
    static class R17 extends Fill {}

    @Revision(id = "18", revises = "17")
    static class R18 extends Apart {}

    @Revision(id = "19", revises = "18")
    static class R19 extends Create {}

    @Revision(id = "20", revises = "19")
    static class R20 extends Jdbc {}

    @Revision(id = "21", revises = "20")
    static class R21 extends Indexes {}

    @Revision(id = "22", revises = "21")
    static class R22 extends Values {}

    @Revision(id = "23", revises = "22")
    static class R23 extends Fill {}

    @Revision(id = "24", revises = "23")
    static class R24 extends Apart {}

    @Revision(id = "25", revises = "24")
    static class R25 extends Create {}

    @Revision(id = "26", revises = "25")
    static class R26 extends Jdbc {}

    @Revision(id = "27", revises = "26")
    static class R27 extends Indexes {}

    @Revision(id = "28", revises = "27")
    static class R28 extends Values {}

    @Revision(id = "29", revises = "28")
    static class R29 extends Fill {}

    @Revision(id = "30", revises = "29")
    static class R30 extends Apart {}
}
