package dev.migrate.autogen.rows;

import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings rows, or values of rows, from where they are to where they have to be. */
sealed interface Move permits HierarchyMove, LinkMove {

    /** What has to hold for the rows before anything is done. */
    List<Require> requirements();

    /** The statements that move rows, in their order. */
    List<Operation> operations();

    /** What existing rows get in a column that comes and can't be NULL. */
    Map<Cell, String> fills();

    /** Columns whose values are elsewhere afterwards. */
    Set<Cell> kept();

    /** The tables that rows leave or come to. */
    Set<QualifiedName> tables();

    /** Those of them that rows leave. */
    Set<QualifiedName> sources();

    List<String> comment();

    /** Says why the rows can't be moved, and what to do. */
    String refusal(String doubt);
}
