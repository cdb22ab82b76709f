package dev.migrate.operation;

import java.util.List;

/**
 * An operation that a project brings itself, on a par with the built-in ones: it runs live, goes into scripts, and is
 * written to a migration by autogenerate's hooks.
 *
 * <pre>{@code
 * public record EnableRowSecurity(String table) implements CustomOperation.Invertible {
 *     public String sql(int postgresMajor) {
 *         return "ALTER TABLE " + SqlIdentifiers.quote(table) + " ENABLE ROW LEVEL SECURITY";
 *     }
 *     public String java() {
 *         return "new EnableRowSecurity(\"" + table + "\")";
 *     }
 *     public DisableRowSecurity inverse() {
 *         return new DisableRowSecurity(table);
 *     }
 * }
 *
 * op.apply(new EnableRowSecurity("agents"));
 * }</pre>
 */
public non-sealed interface CustomOperation extends Operation {

    /**
     * What it does, as one or several SQL statements. They are split as those of {@code execute} are, and whatever
     * PostgreSQL refuses in a transaction runs outside it.
     *
     * @param postgresMajor the major version of the server, such as 17
     * @throws dev.migrate.MigrateException if that version cannot do it
     */
    String sql(int postgresMajor);

    /** The Java expression that makes an equal operation: what stands in {@code op.apply(…)}. */
    String java();

    /** The classes that {@link #java()} needs imported, by their full names. */
    default List<String> imports() {
        return List.of(getClass().getName().replace('$', '.'));
    }

    @Override
    default <R> R accept(Visitor<R> visitor) {
        return visitor.custom(this);
    }

    /** A custom operation that carries all that undoing it needs. */
    non-sealed interface Invertible extends CustomOperation, Reversible {}
}
