package dev.migrate.runtime.live;

import dev.migrate.RunListener;
import dev.migrate.ddl.LoneStatement;
import dev.migrate.ddl.LoneStatement.AddEnumValue;
import dev.migrate.ddl.LoneStatement.BuildIndex;
import dev.migrate.ddl.LoneStatement.Create;
import dev.migrate.ddl.LoneStatement.DetachPartition;
import dev.migrate.ddl.LoneStatement.Drop;
import dev.migrate.ddl.LoneStatement.DropIndex;
import dev.migrate.ddl.LoneStatement.Reindex;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.journal.CatalogState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the catalog what an interrupted statement outside a transaction has done, clears away what it left half
 * done, and says what is left to do.
 */
final class Settlement {

    /** Runs a statement that clears something away. */
    interface Clearing {
        void run(String sql) throws SQLException;
    }

    private final Connection connection;
    private final IndexLeftovers indexes;

    /** @param connection outside a transaction */
    Settlement(Connection connection, RunListener listener, Clearing clearing, Redaction redaction) {
        this.connection = connection;
        this.indexes = new IndexLeftovers(connection, listener, clearing, redaction);
    }

    /** A look at the catalog. */
    private interface Look {
        Optional<String> rest() throws SQLException;
    }

    /** Makes room for a statement that nobody has begun: an INVALID index may have the name of the one to be built. */
    void prepare(LoneStatement statement) throws SQLException {
        if (statement instanceof BuildIndex build && build.name().isPresent()) {
            indexes.settle(build, null);
        }
    }

    /**
     * What is left to do of a statement that was begun.
     *
     * @param before the {@link CatalogState} from before it
     * @return the statement itself or the one that completes it; empty if it has been completed
     */
    Optional<String> rest(LoneStatement statement, String sql, @Nullable String before) throws SQLException {
        return statement.accept(new Looks(sql, before)).rest();
    }

    private final class Looks implements LoneStatement.Visitor<Look> {

        private final String sql;
        private final @Nullable String before;

        Looks(String sql, @Nullable String before) {
            this.sql = sql;
            this.before = before;
        }

        private Optional<String> unless(boolean complete) {
            return complete ? Optional.empty() : Optional.of(sql);
        }

        @Override
        public Look buildIndex(BuildIndex statement) {
            return () -> unless(indexes.settle(statement, before));
        }

        @Override
        public Look dropIndex(DropIndex statement) {
            return () -> unless(CatalogState.isGone(before, now(statement)));
        }

        @Override
        public Look reindex(Reindex statement) {
            return () -> {
                indexes.dropTransient(statement, before);
                return Optional.of(sql);
            };
        }

        @Override
        public Look detachPartition(DetachPartition statement) {
            return () -> isPending(statement)
                    ? Optional.of(statement.finalization())
                    : unless(before != null && now(statement) == null);
        }

        @Override
        public Look addEnumValue(AddEnumValue statement) {
            return () -> Optional.of(sql);
        }

        @Override
        public Look create(Create statement) {
            return () -> unless(before == null && now(statement) != null);
        }

        @Override
        public Look drop(Drop statement) {
            return () -> unless(isGone(statement));
        }

        @Override
        public Look other() {
            return () -> Optional.of(sql);
        }

        /** Whether the object that was there before isn't any more, whatever has its name now. */
        private boolean isGone(LoneStatement statement) throws SQLException {
            return before != null && !Objects.equals(before, now(statement));
        }
    }

    /** An interrupted detachment can only be finished: the column exists since PostgreSQL 14, as the statement does. */
    private boolean isPending(DetachPartition statement) throws SQLException {
        return text("(SELECT to_jsonb(i) ->> 'inhdetachpending' FROM pg_inherits AS i WHERE inhparent = "
                        + CatalogState.relation(statement.table()) + " AND inhrelid = "
                        + CatalogState.relation(statement.partition()) + ")")
                .equals(Optional.of("true"));
    }

    /** Whether an index is INVALID: that is what PostgreSQL makes of it first where it is dropped concurrently. */
    boolean isInvalid(DropIndex statement) throws SQLException {
        return text("(SELECT indisvalid FROM pg_index WHERE indexrelid = " + CatalogState.relation(statement.name())
                        + ")")
                .equals(Optional.of("f"));
    }

    private @Nullable String now(LoneStatement statement) throws SQLException {
        return text(statement.accept(CatalogState.INSTANCE)).orElse(null);
    }

    private Optional<String> text(String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + expression)) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }
}
