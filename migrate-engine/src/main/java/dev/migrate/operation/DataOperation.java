package dev.migrate.operation;

import dev.migrate.MigrateException;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations on rows. None is {@link Reversible}: what the rows held before is not carried. */
public sealed interface DataOperation extends Operation {

    /**
     * New rows: {@code INSERT}, or {@code COPY} for many.
     *
     * @param columns which columns the values are for, in order
     * @param rows their values, as {@link Literals#literal} takes them; null is NULL
     * @param isCopied whether they are sent with {@code COPY … FROM STDIN}, which is several times faster
     */
    record BulkInsert(QualifiedName table, List<String> columns, RowSource rows, boolean isCopied)
            implements DataOperation {

        /** Rows to an INSERT: enough that their number doesn't matter, few enough for an editor. */
        private static final int ROWS_PER_INSERT = 500;

        public BulkInsert {
            columns = List.copyOf(columns);
            columns.forEach(Identifiers::check);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("The rows for " + table + " have no column; expected at least one");
            }
        }

        /** No rows yet, for these columns. */
        public static BulkInsert into(QualifiedName table, String... columns) {
            return new BulkInsert(table, List.of(columns), RowSource.of(List.of()), false);
        }

        /** Adds a row: a value for each column; null is NULL. */
        public BulkInsert row(@Nullable Object... values) {
            return rows(List.of(Arrays.asList(values)));
        }

        /** Adds rows, as they are now. {@link #rowsFrom} takes more than fit into memory. */
        public BulkInsert rows(List<? extends List<? extends @Nullable Object>> more) {
            int number = rows instanceof RowSource.Listed listed ? listed.rows().size() : 0;
            for (List<? extends @Nullable Object> row : more) {
                number++;
                check(row, number);
            }
            return rowsFrom(RowSource.of(more));
        }

        /**
         * Adds rows that are made while they are sent, so that any number of them needs no more memory than one.
         *
         * <pre>{@code
         * op.bulkInsert(rows("cities", "name", "population")
         *         .rowsFrom(() -> Files.lines(file).map(line -> List.of(line.split(";"))))
         *         .copy());
         * }</pre>
         */
        public BulkInsert rowsFrom(RowSource more) {
            return new BulkInsert(table, columns, rows.then(more), isCopied);
        }

        /**
         * Sends the rows with {@code COPY}: for large sets. {@code COPY} stores what it is given in a
         * {@code GENERATED ALWAYS AS IDENTITY} column, runs triggers but no rules, and is refused where row security
         * applies to the user (PostgreSQL manual, COPY).
         */
        public BulkInsert copy() {
            return new BulkInsert(table, columns, rows, true);
        }

        /** Takes one of the rows, or a portion of them. */
        public interface Consumer<T, E extends Exception> {
            void accept(T value) throws E;
        }

        /**
         * Reads the rows, one after the other.
         *
         * @throws IllegalArgumentException if a row has more or fewer values than there are columns
         * @throws MigrateException if they cannot be read
         */
        public <E extends Exception> void forEachRow(Consumer<List<? extends @Nullable Object>, E> consumer) throws E {
            try (Stream<? extends List<? extends @Nullable Object>> stream = opened()) {
                // Pushed: an iterator of a stream that was flat-mapped gathers each of its parts in memory.
                stream.sequential().forEachOrdered(new Numbering<>(this, consumer));
            }
        }

        private Stream<? extends List<? extends @Nullable Object>> opened() {
            try {
                return rows.open();
            } catch (IOException | SQLException e) {
                throw new MigrateException("The rows for " + table + " cannot be read: " + e.getMessage(), e);
            }
        }

        /** The same rows in portions of one INSERT each, with no more than one of them in memory. */
        public <E extends Exception> void forEachPortion(Consumer<BulkInsert, E> consumer) throws E {
            List<List<? extends @Nullable Object>> portion = new ArrayList<>();
            forEachRow((Consumer<List<? extends @Nullable Object>, E>) row -> {
                portion.add(row);
                if (portion.size() == ROWS_PER_INSERT) {
                    consumer.accept(of(portion));
                    portion.clear();
                }
            });
            if (!portion.isEmpty()) {
                consumer.accept(of(portion));
            }
        }

        /** Checks each row, and lets the consumer throw what it may. */
        private static final class Numbering<E extends Exception>
                implements java.util.function.Consumer<List<? extends @Nullable Object>> {

            private final BulkInsert insert;
            private final Consumer<List<? extends @Nullable Object>, E> consumer;
            private long number;

            Numbering(BulkInsert insert, Consumer<List<? extends @Nullable Object>, E> consumer) {
                this.insert = insert;
                this.consumer = consumer;
            }

            @Override
            public void accept(List<? extends @Nullable Object> row) {
                number++;
                insert.check(row, number);
                try {
                    consumer.accept(row);
                } catch (Exception e) {
                    throw Numbering.<RuntimeException>asItIs(e);
                }
            }

            // Only what the consumer throws, which forEachRow declares: a stream has no way to say so.
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            private static <X extends Exception> X asItIs(Exception e) throws X {
                throw (X) e;
            }
        }

        private BulkInsert of(List<List<? extends @Nullable Object>> portion) {
            return new BulkInsert(table, columns, RowSource.of(portion), isCopied);
        }

        private void check(List<?> row, long number) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Row " + number + " for " + table + " has " + row.size() + " values "
                        + row + "; expected " + columns.size() + " for " + columns);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bulkInsert(this);
        }
    }

    /**
     * A column set to an expression.
     *
     * @param sql may use the row's old values
     */
    record Assignment(String column, String sql) {
        public Assignment {
            Identifiers.check(column);
        }
    }

    /**
     * {@code UPDATE}, in one statement within the revision's transaction: it locks every row that it changes until the
     * revision commits. {@link Backfill} is for large tables.
     *
     * @param where which rows, as SQL; null is all of them
     */
    record Update(
            QualifiedName table,
            List<Assignment> assignments,
            @Nullable String where) implements DataOperation {

        public Update {
            assignments = atLeastOne("The update of " + table, assignments);
        }

        /** Sets a column to a constant. */
        public Update set(String column, @Nullable Object value) {
            return setSql(column, Literals.literal(value));
        }

        /** Sets a column to an SQL expression, which may use the row's old values. */
        public Update setSql(String column, String sql) {
            return new Update(table, append(assignments, column, sql), where);
        }

        /** Changes only the rows for which {@code sql} is true. */
        public Update where(String sql) {
            return new Update(table, assignments, sql);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /**
     * An update in batches along the primary key, each in its own transaction, so that no row is locked for long and
     * VACUUM keeps up. A run that was interrupted goes on behind its last batch.
     *
     * <p>Because a batch may be done again after a lost connection, what is set should be the same whether it is set once
     * or twice, as with {@code role = 'user' WHERE role IS NULL}, and unlike {@code n = n + 1}.
     *
     * @param where which rows, as SQL; null is all of them
     * @param batchSize rows to a transaction
     * @param pause between two batches
     */
    record Backfill(
            QualifiedName table,
            List<Assignment> assignments,
            @Nullable String where,
            int batchSize,
            Duration pause) implements DataOperation {

        /** Rows to a transaction, if nobody says: some hundredths of a second's work on a usual table. */
        public static final int DEFAULT_BATCH_SIZE = 1_000;

        public Backfill {
            assignments = atLeastOne("The backfill of " + table, assignments);
            if (batchSize < 1) {
                throw new IllegalArgumentException(
                        "The backfill of " + table + " has a batch size of " + batchSize + "; expected at least 1");
            }
            if (pause.isNegative()) {
                throw new IllegalArgumentException(
                        "The backfill of " + table + " has a pause of " + pause + "; expected zero or more");
            }
        }

        /** Sets a column to a constant. */
        public Backfill set(String column, @Nullable Object value) {
            return setSql(column, Literals.literal(value));
        }

        /** Sets a column to an SQL expression, which may use the row's old values. */
        public Backfill setSql(String column, String sql) {
            return new Backfill(table, append(assignments, column, sql), where, batchSize, pause);
        }

        /** Changes only the rows for which {@code sql} is true. */
        public Backfill where(String sql) {
            return new Backfill(table, assignments, sql, batchSize, pause);
        }

        /** @param rows to a transaction */
        public Backfill batchSize(int rows) {
            return new Backfill(table, assignments, where, rows, pause);
        }

        /** Waits between two batches, to leave the server to others. */
        public Backfill pause(Duration duration) {
            return new Backfill(table, assignments, where, batchSize, duration);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backfill(this);
        }
    }

    /**
     * A query that must return no row when the revision begins: it is run before the revision's first statement, wherever
     * in the migration it stands.
     *
     * @param rule what holds for all rows, with the table's name: {@code orders.note has a value}
     * @param sql a query that returns the keys of the rows for which it doesn't hold
     */
    record Require(String rule, String sql) implements DataOperation {

        public Require {
            if (rule.isBlank()) {
                throw new IllegalArgumentException(
                        "A requirement has no rule; expected a sentence such as 'orders.note has a value' for " + sql);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.require(this);
        }
    }

    private static List<Assignment> atLeastOne(String what, List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException(what + " sets no column; expected at least one");
        }
        return List.copyOf(assignments);
    }

    private static List<Assignment> append(List<Assignment> assignments, String column, String sql) {
        return Stream.concat(assignments.stream(), Stream.of(new Assignment(column, sql)))
                .toList();
    }
}
