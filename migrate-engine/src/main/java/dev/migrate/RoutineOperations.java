package dev.migrate;

import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DropOption;
import dev.migrate.schema.DatabaseObject.Routine;
import dev.migrate.schema.DatabaseObject.Trigger;
import dev.migrate.schema.ObjectReference.OfRoutine;
import dev.migrate.schema.ObjectReference.OfTablePart;
import dev.migrate.schema.ObjectReference.RoutineKind;
import dev.migrate.schema.ObjectReference.TablePartKind;
import dev.migrate.schema.QualifiedName;

/** What a migration says of functions, procedures and triggers. */
public interface RoutineOperations extends OperationReceiver {

    // Functions and procedures

    /**
     * {@code CREATE FUNCTION}. Locks nothing that anybody uses, and loses nothing.
     *
     * <pre>{@code
     * op.createFunction(function("add", "a integer, b integer", "RETURNS integer LANGUAGE sql AS $$ SELECT a + b $$"));
     * }</pre>
     */
    default void createFunction(Routine function) {
        apply(new CreateObject(function));
    }

    /**
     * {@code CREATE OR REPLACE FUNCTION}: what calls it stays; its result type and argument names have to stay too. No
     * lock waits for calls: they go on with the old definition until the commit. The former definition is lost;
     * privileges stay.
     *
     * <pre>{@code
     * op.replaceFunction(function("add", "a integer, b integer", "RETURNS integer LANGUAGE sql AS $$ SELECT b + a $$"));
     * }</pre>
     */
    default void replaceFunction(Routine function) {
        apply(new CreateOrReplaceObject(function));
    }

    /**
     * {@code DROP FUNCTION}. No lock waits for calls: they fail from the commit on. Its definition and its privileges
     * are lost.
     *
     * <pre>{@code op.dropFunction("add", "a integer, b integer");}</pre>
     *
     * @param arguments as SQL, without the parentheses; empty for none
     */
    default void dropFunction(String function, String arguments, DropOption... options) {
        apply(new DropObjectByReference(
                new OfRoutine(RoutineKind.FUNCTION, QualifiedName.parse(function), arguments), options));
    }

    /**
     * {@code CREATE PROCEDURE}. Locks nothing that anybody uses, and loses nothing.
     *
     * <pre>{@code op.createProcedure(procedure("clear_log", "", "LANGUAGE sql AS $$ DELETE FROM log $$"));}</pre>
     */
    default void createProcedure(Routine procedure) {
        apply(new CreateObject(procedure));
    }

    /**
     * {@code CREATE OR REPLACE PROCEDURE}. No lock waits for calls: they go on with the old definition until the
     * commit. The former definition is lost; privileges stay.
     *
     * <pre>{@code op.replaceProcedure(procedure("clear_log", "", "LANGUAGE sql AS $$ TRUNCATE log $$"));}</pre>
     */
    default void replaceProcedure(Routine procedure) {
        apply(new CreateOrReplaceObject(procedure));
    }

    /**
     * {@code DROP PROCEDURE}. No lock waits for calls: they fail from the commit on. Its definition and its privileges
     * are lost.
     *
     * <pre>{@code op.dropProcedure("clear_log", "");}</pre>
     *
     * @param arguments as SQL, without the parentheses; empty for none
     */
    default void dropProcedure(String procedure, String arguments, DropOption... options) {
        apply(new DropObjectByReference(
                new OfRoutine(RoutineKind.PROCEDURE, QualifiedName.parse(procedure), arguments), options));
    }

    // Triggers

    /**
     * {@code CREATE TRIGGER}. Takes SHARE ROW EXCLUSIVE on the table: writes wait until the revision commits. Loses
     * nothing.
     *
     * <pre>{@code
     * op.createTrigger(trigger("touch", "agents", "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()"));
     * }</pre>
     */
    default void createTrigger(Trigger trigger) {
        apply(new CreateObject(trigger));
    }

    /**
     * {@code CREATE OR REPLACE TRIGGER}; on PostgreSQL 13, and for constraint triggers, {@code DROP TRIGGER IF EXISTS}
     * and {@code CREATE TRIGGER}, which takes ACCESS EXCLUSIVE on the table. The former definition is lost.
     *
     * <pre>{@code
     * op.replaceTrigger(trigger("touch", "agents", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION touch()"));
     * }</pre>
     */
    default void replaceTrigger(Trigger trigger) {
        apply(new CreateOrReplaceObject(trigger));
    }

    /**
     * {@code DROP TRIGGER}. Takes ACCESS EXCLUSIVE on the table, briefly. Its definition is lost.
     *
     * <pre>{@code op.dropTrigger("agents", "touch");}</pre>
     */
    default void dropTrigger(String table, String trigger, DropOption... options) {
        apply(new DropObjectByReference(
                new OfTablePart(TablePartKind.TRIGGER, QualifiedName.parse(table), trigger), options));
    }
}
