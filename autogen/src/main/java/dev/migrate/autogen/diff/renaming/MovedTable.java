package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Literals;
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

    /** How it is moved with its rows: a sentence, and the statement. */
    public List<String> advice() {
        return List.of(
                "If it moves to " + (to.schema() == null ? "the default schema" : to.schema())
                        + ", nothing is lost when this file is deleted and generated again behind"
                        + " a revision with:",
                statement() + ";");
    }

    /** The operation, as Java. */
    String statement() {
        String sql = "ALTER TABLE " + SqlIdentifiers.quote(from) + " SET SCHEMA ";
        return OfferedCode.execute(
                to.schema() == null ? toDefaultSchema(sql) : sql + SqlIdentifiers.quote(to.schema()));
    }

    /** Whatever that one is called where it runs. */
    private static String toDefaultSchema(String sql) {
        return "DO $$BEGIN EXECUTE format(" + Literals.string(sql.replace("%", "%%") + "%I")
                + ", current_schema()); END$$";
    }
}
