package dev.migrate.ddl;

import java.util.Optional;

/**
 * A statement that runs outside the revision's transaction, as far as it matters when its run is interrupted: what it
 * leaves half done, and how to see in the catalog whether it was completed.
 *
 * <p>Names are as the statement writes them: quoted, or folded by PostgreSQL.
 */
public sealed interface LoneStatement {

    /** What {@code sql} is; {@link Other} if its interruption leaves nothing that the catalog shows. */
    static LoneStatement of(String sql) {
        return new LoneStatementParser(sql).parse();
    }

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind. */
    interface Visitor<R> {
        R buildIndex(BuildIndex statement);

        R dropIndex(DropIndex statement);

        R reindex(Reindex statement);

        R detachPartition(DetachPartition statement);

        R addEnumValue(AddEnumValue statement);

        R create(Create statement);

        R drop(Drop statement);

        R other();
    }

    /**
     * {@code CREATE INDEX CONCURRENTLY}. A failed build leaves an INVALID index.
     *
     * @param name empty if PostgreSQL chooses it
     * @param onlyIfMissing whether an index of that name is taken for it, an INVALID one too
     * @param head what precedes the table in a build that isn't concurrent and has no name
     * @param tail what follows the table
     */
    record BuildIndex(Optional<String> name, boolean onlyIfMissing, String table, String head, String tail)
            implements LoneStatement {

        /** The statement that builds the same index at once on another table, which has the same columns. */
        public String on(String otherTable) {
            return head + " " + otherTable + tail;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.buildIndex(this);
        }
    }

    /** {@code DROP INDEX CONCURRENTLY}. An index whose drop was interrupted is INVALID, and can be dropped again. */
    record DropIndex(String name) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** {@code REINDEX … CONCURRENTLY}. An interrupted one leaves INVALID indexes whose names end in _ccnew or _ccold. */
    record Reindex(Scope scope, String name) implements LoneStatement {

        /** What is rebuilt. */
        public enum Scope {
            INDEX,
            TABLE,
            SCHEMA,
            DATABASE
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reindex(this);
        }
    }

    /** {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}. An interrupted one has to be finished: FINALIZE. */
    record DetachPartition(String table, String partition) implements LoneStatement {

        /** The statement that completes an interrupted one. */
        public String finalization() {
            return "ALTER TABLE " + table + " DETACH PARTITION " + partition + " FINALIZE";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.detachPartition(this);
        }
    }

    /** What exists once in a cluster, or outside any schema, and is made and removed outside a transaction. */
    enum Global {
        DATABASE("pg_database", "datname"),
        TABLESPACE("pg_tablespace", "spcname"),
        SUBSCRIPTION("pg_subscription", "subname");

        private final String catalog;
        private final String column;

        Global(String catalog, String column) {
            this.catalog = catalog;
            this.column = column;
        }

        /** The catalog that lists them. */
        public String catalog() {
            return catalog;
        }

        /** The column with their names. */
        public String column() {
            return column;
        }
    }

    /**
     * {@code ALTER TYPE … ADD VALUE}: PostgreSQL allows it in a transaction, but the value can't be used before the
     * commit.
     */
    record AddEnumValue() implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addEnumValue(this);
        }
    }

    /** {@code CREATE DATABASE} and its like. */
    record Create(Global kind, String name) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.create(this);
        }
    }

    /** {@code DROP DATABASE} and its like. */
    record Drop(Global kind, String name) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** Whatever else: {@code VACUUM}, {@code CLUSTER}, a procedure that commits. */
    record Other() implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.other();
        }
    }
}
