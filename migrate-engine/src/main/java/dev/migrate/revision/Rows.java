package dev.migrate.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What the version table holds, as a value: the applied heads, sorted. */
final class Rows {

    private Rows() {}

    /**
     * The rows after the changes.
     *
     * @throws IllegalArgumentException if a change does not touch exactly one row
     */
    static Set<String> after(Set<String> rows, Collection<RowChange> changes) {
        TreeSet<String> after = new TreeSet<>(rows);
        changes.forEach(change -> change.accept(new ChangeOf(after)));
        return Collections.unmodifiableSet(after);
    }

    private record ChangeOf(Set<String> rows) implements RowChange.Visitor<Boolean> {

        @Override
        public Boolean insert(RowChange.Insert insert) {
            return add(insert.id());
        }

        @Override
        public Boolean update(RowChange.Update update) {
            return remove(update.from()) && add(update.to());
        }

        @Override
        public Boolean delete(RowChange.Delete delete) {
            return remove(delete.id());
        }

        private boolean add(String id) {
            if (!rows.add(id)) {
                throw new IllegalArgumentException("There is a row " + id + " already: " + rows);
            }
            return true;
        }

        private boolean remove(String id) {
            if (!rows.remove(id)) {
                throw new IllegalArgumentException("There is no row " + id + ": " + rows);
            }
            return true;
        }
    }
}
