package dev.migrate.operation;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a bulk insert come from. They are read while they are sent, so their number doesn't matter; and they
 * may be read again, when a run meets a lock and is repeated, so each opening gives all of them.
 *
 * <pre>{@code
 * RowSource cities = () -> Files.lines(file).map(line -> List.of(line.split(";")));
 * }</pre>
 */
@FunctionalInterface
public interface RowSource {

    /**
     * The rows from the first on; closed by whoever opens it.
     *
     * @throws IOException if they cannot be read
     * @throws SQLException likewise, if they come from another database
     */
    Stream<? extends List<? extends @Nullable Object>> open() throws IOException, SQLException;

    /** These rows, as they are now. */
    static RowSource of(List<? extends List<? extends @Nullable Object>> rows) {
        return new Listed(rows);
    }

    /** What {@code rows} iterates over, each time anew; it is not copied. */
    static RowSource of(Iterable<? extends List<? extends @Nullable Object>> rows) {
        return () -> StreamSupport.stream(rows.spliterator(), false);
    }

    /** These rows, and then those of {@code more}. */
    default RowSource then(RowSource more) {
        return new Joined(this, more);
    }

    /** Rows in memory. */
    record Listed(List<? extends List<? extends @Nullable Object>> rows) implements RowSource {
        public Listed {
            List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
            rows.forEach(row -> copies.add(Collections.unmodifiableList(new ArrayList<>(row))));
            rows = Collections.unmodifiableList(copies);
        }

        @Override
        public Stream<? extends List<? extends @Nullable Object>> open() {
            return rows.stream();
        }

        @Override
        public RowSource then(RowSource more) {
            if (rows.isEmpty()) {
                return more;
            }
            if (!(more instanceof Listed listed)) {
                return new Joined(this, more);
            }
            List<List<? extends @Nullable Object>> all = new ArrayList<>(rows);
            all.addAll(listed.rows);
            return new Listed(all);
        }
    }

    /** Rows of two sources. */
    record Joined(RowSource first, RowSource second) implements RowSource {
        @Override
        public Stream<? extends List<? extends @Nullable Object>> open() throws IOException, SQLException {
            Stream<? extends List<? extends @Nullable Object>> begin = first.open();
            try {
                return Stream.concat(begin, second.open());
            } catch (IOException | SQLException | RuntimeException e) {
                begin.close();
                throw e;
            }
        }
    }
}
