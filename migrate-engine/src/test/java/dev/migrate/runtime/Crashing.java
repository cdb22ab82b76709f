package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import org.postgresql.ds.PGSimpleDataSource;

/** A history with everything that can be interrupted; and a program that applies it and is killed meanwhile. */
final class Crashing {

    private Crashing() {}

    /** The only argument is the URL. */
    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrate migrate = Migrate.configure()
                .dataSource(dataSource)
                .history(TestHistory.of(Crashing.class))
                .build();
        System.out.println("ready");
        migrate.upgrade("head");
        System.out.println("done");
    }

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "0001")
    static class Create extends Forward {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE t (id int PRIMARY KEY, a int, n int NOT NULL DEFAULT 0)");
            op.execute("INSERT INTO t SELECT i, i % 100 FROM generate_series(1, 20000) AS i");
            op.execute("CREATE TYPE mood AS ENUM ('sad')");
        }
    }

    @Revision(id = "0002", revises = "0001")
    static class Mixed extends Forward {
        @Override
        public void upgrade(Operations op) {
            op.execute("INSERT INTO t VALUES (0, 0)");
            op.execute("CREATE INDEX CONCURRENTLY ix_a ON t (a)");
            op.execute("INSERT INTO t VALUES (-1, 0)");
            op.execute("ALTER TYPE mood ADD VALUE 'ok'; ALTER TYPE mood ADD VALUE 'happy'");
            op.execute("ALTER TABLE t ADD COLUMN mood mood DEFAULT 'happy'");
            op.execute("CREATE INDEX CONCURRENTLY ix_n ON t (n); DROP INDEX CONCURRENTLY ix_n");
        }
    }

    @Revision(id = "0003", revises = "0002")
    static class Fill extends Forward {
        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE t ADD COLUMN b int");
            op.apply(backfill("t").setSql("n", "n + 1").setSql("b", "a * 2").batchSize(2_000));
            op.execute("VACUUM t");
            op.execute("ALTER TABLE t ALTER COLUMN b SET NOT NULL");
        }
    }

    @Revision(id = "0004", revises = "0003")
    static class Finish extends Forward {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE UNIQUE INDEX CONCURRENTLY t_id_b_idx ON t (id, b)");
            op.execute("INSERT INTO t SELECT max(id) + 1, 0, 1, 'ok', 0 FROM t");
        }
    }
}
