package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;

/**
 * A drop and an addition that look like one thing renamed. Nobody but the author knows.
 *
 * @param drop drops a column or a table
 * @param addition adds one that looks like it
 * @param option what {@code -Dmigrate.rename} has to be for a rename: {@code users.name:full_name}
 */
public record RenameCandidate(Reversible drop, Reversible addition, String option) {

    /** What happens unless it is one: {@code column users.name is dropped and column users.full_name is added}. */
    public String sentence() {
        return name(drop) + " is dropped and " + name(addition) + " is added";
    }

    private static String name(Reversible operation) {
        if (operation instanceof DropColumn column) {
            return "column " + column.table() + "." + column.column().name();
        }
        if (operation instanceof AddColumn column) {
            return "column " + column.table() + "." + column.column().name();
        }
        if (operation instanceof DropTable table) {
            return "table " + table.table().name();
        }
        if (operation instanceof CreateTable table) {
            return "table " + table.table().name();
        }
        throw new IllegalArgumentException("Neither drops nor adds a column or a table: " + operation);
    }
}
