package dev.migrate.ddl;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import java.util.List;

/**
 * Operations as the SQL that does them on one version of PostgreSQL. Pure: the same operation and version give the same
 * text, and no database is asked.
 *
 * <pre>{@code
 * new DdlRenderer(ServerVersion.ofMajor(17)).render(new RenameTable(QualifiedName.parse("agents"), "people"));
 * // ALTER TABLE agents RENAME TO people
 * }</pre>
 */
public final class DdlRenderer {

    private final StatementVisitor visitor;

    /** @param version the server that will run the statements: what it lacks is refused, by name */
    public DdlRenderer(ServerVersion version) {
        visitor = new StatementVisitor(version);
    }

    /**
     * The statements of {@code operation}, in the order they have to run; none if it changes nothing.
     *
     * @throws dev.migrate.MigrateException if the server's version, or PostgreSQL at all, cannot do it; the message
     *     names the object and what to do instead
     */
    public List<Statement> render(Operation operation) {
        return operation.accept(visitor);
    }
}
