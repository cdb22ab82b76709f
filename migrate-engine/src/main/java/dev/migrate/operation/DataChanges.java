package dev.migrate.operation;

import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words for changing rows, for static import:
 *
 * <pre>{@code
 * op.bulkInsert(rows("roles", "id", "name").row(1, "admin").row(2, "user"));
 * op.update(update("users").set("role_id", 2).where("role_id IS NULL"));
 * op.backfill(backfill("events").setSql("day", "created_at::date").where("day IS NULL").batchSize(5_000));
 * }</pre>
 */
public final class DataChanges {

    private DataChanges() {}

    /** The start of a bulk insert: the table, as {@link QualifiedName#parse} reads it, and its columns. */
    public static BulkInsert rows(String table, String... columns) {
        return BulkInsert.into(QualifiedName.parse(table), columns);
    }

    /** The start of an update of this table; the name as {@link QualifiedName#parse} reads it. */
    public static UpdatedTable update(String table) {
        return new UpdatedTable(QualifiedName.parse(table));
    }

    /** The start of an update in batches; the table's name as {@link QualifiedName#parse} reads it. */
    public static BackfilledTable backfill(String table) {
        return new BackfilledTable(QualifiedName.parse(table));
    }

    /**
     * The start of what a column's ordinals of an enum's constants stand for: {@code ordinals("tasks", "priority")
     * .from("LOW", "HIGH").to("LOW", "MEDIUM", "HIGH")}.
     */
    public static ChangeMeanings ordinals(String table, String column) {
        return ChangeMeanings.ordinals(QualifiedName.parse(table), column);
    }

    /**
     * The start of what entities the values in a discriminator column stand for: {@code discriminators("vehicle", "dtype")
     * .from("Car", "Truck").to("Car", "Truck=T")}.
     */
    public static ChangeMeanings discriminators(String table, String column) {
        return ChangeMeanings.discriminators(QualifiedName.parse(table), column);
    }

    /** An update that doesn't say yet what it sets. */
    public record UpdatedTable(QualifiedName table) {
        /** Sets a column to a constant. */
        public Update set(String column, @Nullable Object value) {
            return setSql(column, Literals.literal(value));
        }

        /** Sets a column to an SQL expression, which may use the row's old values. */
        public Update setSql(String column, String sql) {
            return new Update(table, List.of(new Assignment(column, sql)), null);
        }
    }

    /** A backfill that doesn't say yet what it sets. */
    public record BackfilledTable(QualifiedName table) {
        /** Sets a column to a constant. */
        public Backfill set(String column, @Nullable Object value) {
            return setSql(column, Literals.literal(value));
        }

        /** Sets a column to an SQL expression, which may use the row's old values. */
        public Backfill setSql(String column, String sql) {
            return new Backfill(
                    table, List.of(new Assignment(column, sql)), null, Backfill.DEFAULT_BATCH_SIZE, Duration.ZERO);
        }
    }
}
