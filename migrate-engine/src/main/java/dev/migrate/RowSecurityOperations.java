package dev.migrate;

import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.TableOperation.RowSecurity;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.DatabaseObject.Policy;
import dev.migrate.schema.ObjectReference.OfTablePart;
import dev.migrate.schema.ObjectReference.TablePartKind;
import dev.migrate.schema.QualifiedName;

/** What a migration says of policies, and of whether they count. */
public interface RowSecurityOperations extends OperationReceiver {

    /**
     * {@code CREATE POLICY}. Takes ACCESS EXCLUSIVE on the table, briefly. It has no effect before
     * {@link #enableRowSecurity}. Loses nothing.
     *
     * <pre>{@code op.createPolicy(policy("own_agents", "agents", "FOR SELECT USING (owner = current_user)"));}</pre>
     */
    default void createPolicy(Policy policy) {
        apply(new CreateObject(policy));
    }

    /**
     * {@code DROP POLICY IF EXISTS} and {@code CREATE POLICY}, which nobody sees apart, since both take ACCESS
     * EXCLUSIVE on the table until the revision commits. The former definition is lost.
     *
     * <pre>{@code op.replacePolicy(policy("own_agents", "agents", "FOR ALL USING (owner = current_user)"));}</pre>
     */
    default void replacePolicy(Policy policy) {
        apply(new CreateOrReplaceObject(policy));
    }

    /**
     * {@code DROP POLICY}. Takes ACCESS EXCLUSIVE on the table, briefly. If it was the last one and row level security
     * is still enabled, nobody but the owner sees a row. Its definition is lost.
     *
     * <pre>{@code op.dropPolicy("agents", "own_agents");}</pre>
     */
    default void dropPolicy(String table, String policy, DropOption... options) {
        apply(new DropObjectByReference(
                new OfTablePart(TablePartKind.POLICY, QualifiedName.parse(table), policy), options));
    }

    /**
     * {@code ALTER TABLE … ENABLE ROW LEVEL SECURITY}: from here on policies decide which rows are seen and written by
     * anybody but the owner; without one, none. Takes ACCESS EXCLUSIVE, briefly. Loses nothing.
     *
     * <pre>{@code op.enableRowSecurity("agents");}</pre>
     */
    default void enableRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.ENABLE));
    }

    /**
     * {@code ALTER TABLE … DISABLE ROW LEVEL SECURITY}: policies stay, and have no effect. Takes ACCESS EXCLUSIVE,
     * briefly. Loses nothing.
     *
     * <pre>{@code op.disableRowSecurity("agents");}</pre>
     */
    default void disableRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.DISABLE));
    }

    /**
     * {@code ALTER TABLE … FORCE ROW LEVEL SECURITY}: policies count for the table's owner too. Takes ACCESS EXCLUSIVE,
     * briefly. Loses nothing.
     *
     * <pre>{@code op.forceRowSecurity("agents");}</pre>
     */
    default void forceRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.FORCE));
    }

    /**
     * {@code ALTER TABLE … NO FORCE ROW LEVEL SECURITY}: policies don't count for the table's owner. Takes ACCESS
     * EXCLUSIVE, briefly. Loses nothing.
     *
     * <pre>{@code op.noForceRowSecurity("agents");}</pre>
     */
    default void noForceRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.NO_FORCE));
    }
}
