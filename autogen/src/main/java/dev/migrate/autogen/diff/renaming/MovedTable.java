package dev.migrate.autogen.diff.renaming;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A table that goes from one schema while one of its name comes in another: nobody but the author knows whether it is the
 * same.
 *
 * @param from the table that goes
 * @param to the table that comes
 */
public record MovedTable(QualifiedName from, QualifiedName to) {

    /** What an operation that drops a table might be part of; empty if no table of its name comes. */
    public static Optional<MovedTable> of(Operation operation, List<Reversible> all) {
        return operation instanceof DropTable drop
                ? all.stream()
                        .filter(CreateTable.class::isInstance)
                        .map(other -> ((CreateTable) other).table().name())
                        .filter(name -> name.name().equals(drop.table().name().name())
                                && !name.equals(drop.table().name()))
                        .findFirst()
                        .map(name -> new MovedTable(drop.table().name(), name))
                : Optional.empty();
    }

    /** How it is moved with its rows, as a sentence. */
    public String advice() {
        return "If it moves to " + (to.schema() == null ? "the default schema" : to.schema())
                + ", nothing is lost when this file is deleted and generated again with -Dmigrate.rename=" + from + ":"
                + to + ".";
    }
}
