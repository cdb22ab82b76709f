package dev.migrate.autogen.diff.renaming;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Table;

/**
 * A drop and an addition that look like one thing renamed. Nobody but the author knows.
 *
 * @param drop drops a column, a table or a sequence
 * @param addition adds one that looks like it
 * @param option what {@code -Dmigrate.rename} has to be for a rename: {@code users.name:full_name}
 */
public record RenameCandidate(Reversible drop, Reversible addition, String option) {

    /** What happens unless it is one: {@code column users.name is dropped and column users.full_name is added}. */
    public String sentence() {
        return name(drop) + " is dropped and " + name(addition) + " is added";
    }

    /** What it saves if it is one: {@code nothing is lost}. */
    public String saved() {
        if (drop instanceof DropColumn from && addition instanceof AddColumn to) {
            return from.column().type().equals(to.column().type())
                    ? "nothing is lost"
                    : "its values stay, as far as they fit " + to.column().type();
        }
        if (drop instanceof DropSequence) {
            return "it goes on where it has counted to";
        }
        return drop instanceof DropTable from && addition instanceof CreateTable to && !hasAll(from.table(), to.table())
                ? "its rows stay, in the columns that both have"
                : "nothing is lost";
    }

    private static boolean hasAll(Table from, Table to) {
        return from.columns().stream().allMatch(column -> to.column(column.name())
                .filter(kept -> kept.type().equals(column.type()))
                .isPresent());
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
        if (operation instanceof DropSequence sequence) {
            return "sequence " + sequence.sequence().name();
        }
        if (operation instanceof CreateSequence sequence) {
            return "sequence " + sequence.sequence().name();
        }
        throw new IllegalArgumentException("Neither drops nor adds a column, a table or a sequence: " + operation);
    }
}
