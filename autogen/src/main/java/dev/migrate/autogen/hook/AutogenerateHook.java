package dev.migrate.autogen.hook;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;

/**
 * A project's own say in comparing its entities with a database, and in what is written. Each method leaves things as they
 * are unless it is overridden.
 *
 * <pre>{@code
 * public final class ShopHook implements AutogenerateHook {
 *
 *     // Tables that another tool makes and drops as it likes.
 *     public boolean includesName(ObjectName name) {
 *         return name.kind() != ObjectName.Kind.TABLE || !name.name().startsWith("tmp_");
 *     }
 * }
 * }</pre>
 *
 * <p>A hook is found as a service, by a line with its name in
 * {@code META-INF/services/dev.migrate.autogen.hook.AutogenerateHook} on the project's class path, or named in the POM as
 * {@code <hooks>}; it needs a public constructor without parameters. It compiles against {@code migrate-autogen} of the
 * plugin's version in the scope {@code provided}, and runs with the plugin's classes of that name. An application hands its
 * hooks to {@link Hooks#of}.
 *
 * <p>The same hooks are asked by {@code autogenerate}, {@code check} and {@code verify}, so that what one of them writes
 * none of the others misses. Every method has to give equal answers to equal questions; none may return null. Whatever one
 * throws ends the goal with an error that names the hook.
 */
public interface AutogenerateHook {

    /**
     * Whether an object takes part, by its name alone. It is asked for the objects of both sides, for a table first: what
     * belongs to a table that is left out isn't asked for. What one hook leaves out neither is created nor dropped nor
     * changed, and the same goes for what uses a column that is left out.
     */
    default boolean includesName(ObjectName name) {
        return true;
    }

    /**
     * Whether an object takes part, by what it is. It is asked for each object that {@link #includesName} includes, once for
     * each side that has it; an object that is left out on one side is left out on both.
     *
     * <pre>{@code
     * // Indexes that a database administrator made by hand.
     * public boolean includesObject(SchemaObject object, Side side) {
     *     return !(object instanceof SchemaObject.OfIndex index
     *             && side == Side.DATABASE
     *             && index.index().name().startsWith("dba_"));
     * }
     * }</pre>
     */
    default boolean includesObject(SchemaObject object, Side side) {
        return true;
    }

    /**
     * Whether the types of a column are the same, though PostgreSQL prints them differently: then the column keeps the
     * database's. It is only asked where they differ.
     *
     * <pre>{@code
     * // The database administrator has widened keys ahead of the entities.
     * public boolean isSameType(ColumnPair columns) {
     *     return columns.database().type().equals(Types.bigint())
     *             && columns.declared().type().equals(Types.integer());
     * }
     * }</pre>
     */
    default boolean isSameType(ColumnPair columns) {
        return false;
    }

    /**
     * Whether the defaults of a column are the same, though PostgreSQL prints them differently: then the column keeps the
     * database's. It is only asked where they differ; one of the two may have none.
     */
    default boolean isSameDefault(ColumnPair columns) {
        return false;
    }

    /**
     * The operations that are written instead of those that were found: fewer, others, or more, in an order that runs. The
     * way back is their inverses in reverse. With several hooks each gets what the one before it returned.
     *
     * <pre>{@code
     * // Every new table gets row level security.
     * public List<Reversible> rewrite(List<Reversible> operations) {
     *     List<Reversible> more = new ArrayList<>(operations);
     *     for (Reversible operation : operations) {
     *         if (operation instanceof CreateTable create) {
     *             more.add(new EnableRowSecurity(create.table().name().toString()));
     *         }
     *     }
     *     return more;
     * }
     * }</pre>
     *
     * <p>A hook that adds operations to an empty list makes every {@code check} fail, and one that takes some away
     * leaves a difference that is never found again.
     */
    default List<Reversible> rewrite(List<Reversible> operations) {
        return operations;
    }

    /**
     * The Java expression for a type, instead of {@code type("geometry(Point,4326)")}; empty for the usual one. The first
     * hook that has one is heeded.
     *
     * <pre>{@code
     * public Optional<JavaText> java(Type type) {
     *     return type.sql().equals("geometry(Point,4326)")
     *             ? Optional.of(JavaText.of("GeoTypes.point()", "com.example.GeoTypes"))
     *             : Optional.empty();
     * }
     * }</pre>
     */
    default Optional<JavaText> java(Type type) {
        return Optional.empty();
    }

    /**
     * The Java statement for an operation, without its semicolon, such as {@code Audit.track(op, "users")}; empty for the
     * usual one. {@code op} is the migration's {@code Operations}. The first hook that has one is heeded.
     */
    default Optional<JavaText> java(Operation operation) {
        return Optional.empty();
    }
}
