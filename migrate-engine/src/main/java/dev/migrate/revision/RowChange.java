package dev.migrate.revision;

/**
 * A change of exactly one row of the version table. If it touches none or several, somebody else has changed the table.
 */
public sealed interface RowChange {

    /** What distinguishes the kinds without a ladder of instanceof. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of change. */
    interface Visitor<R> {
        R insert(Insert insert);

        R update(Update update);

        R delete(Delete delete);
    }

    /** A branch begins. */
    record Insert(String id) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }
    }

    /** A branch moves on, or back. */
    record Update(String from, String to) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /** A branch ends: merged into another, implied by another, or reverted altogether. */
    record Delete(String id) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }
    }
}
