package dev.migrate;

import dev.migrate.operation.CreateOption;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.TableOperation.RowSecurity;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.DatabaseObject.Policy;
import dev.migrate.schema.DatabaseObject.Routine;
import dev.migrate.schema.DatabaseObject.Trigger;
import dev.migrate.schema.DatabaseObject.View;
import dev.migrate.schema.Extension;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.ObjectReference.OfRelation;
import dev.migrate.schema.ObjectReference.OfRoutine;
import dev.migrate.schema.ObjectReference.OfTablePart;
import dev.migrate.schema.ObjectReference.RelationKind;
import dev.migrate.schema.ObjectReference.RoutineKind;
import dev.migrate.schema.ObjectReference.TablePartKind;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What a migration says of schemas, extensions, and all that is defined by a piece of SQL: views, routines, triggers,
 * policies; and of comments.
 */
public interface ObjectOperations extends OperationReceiver {

    // Schemas and extensions

    /**
     * {@code CREATE SCHEMA}. Locks nothing that anybody uses.
     *
     * <pre>{@code op.createSchema("audit", IF_NOT_EXISTS);}</pre>
     *
     * @param schema the exact name
     */
    default void createSchema(String schema, CreateOption... options) {
        apply(new CreateSchema(schema, CreateOption.IF_NOT_EXISTS.in(options)));
    }

    /**
     * {@code DROP SCHEMA}: fails unless it is empty. With CASCADE, all that is in it is lost. Takes ACCESS EXCLUSIVE on
     * each table that it drops.
     *
     * <pre>{@code op.dropSchema("audit", CASCADE);}</pre>
     *
     * @param schema the exact name
     */
    default void dropSchema(String schema, DropOption... options) {
        dropByName(Kind.SCHEMA, schema, options);
    }

    /**
     * {@code CREATE EXTENSION}. Needs a superuser, or a trusted extension and CREATE on the database. Locks nothing
     * that anybody uses.
     *
     * <pre>{@code op.createExtension("citext", IF_NOT_EXISTS);}</pre>
     *
     * @param extension the exact name
     */
    default void createExtension(String extension, CreateOption... options) {
        Extension plain = Extension.of(extension);
        createExtension(CreateOption.IF_NOT_EXISTS.in(options) ? plain.ifNotExists() : plain);
    }

    /**
     * {@code CREATE EXTENSION … SCHEMA … VERSION}; otherwise as {@link #createExtension(String, CreateOption...)}.
     *
     * <pre>{@code op.createExtension(extension("citext").schema("extensions").version("1.6"));}</pre>
     */
    default void createExtension(Extension extension) {
        apply(new CreateExtension(extension));
    }

    /**
     * {@code DROP EXTENSION}: its types and functions go with it. With CASCADE, so do columns of those types. Takes
     * ACCESS EXCLUSIVE on the tables of such columns.
     *
     * <pre>{@code op.dropExtension("citext");}</pre>
     *
     * @param extension the exact name
     */
    default void dropExtension(String extension, DropOption... options) {
        dropByName(Kind.EXTENSION, extension, options);
    }

    /**
     * {@code DROP EXTENSION} of an extension described so that the operation can be reversed. Fails while something
     * depends on it, and so locks nothing that anybody uses.
     *
     * <pre>{@code op.dropExtension(extension("citext").schema("extensions"));}</pre>
     */
    default void dropExtension(Extension extension) {
        apply(new DropExtension(extension));
    }

    private void dropByName(Kind kind, String name, DropOption... options) {
        apply(new DropByName(
                kind, QualifiedName.of(null, name), DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options)));
    }

    // Views

    /**
     * {@code CREATE VIEW}. Takes ACCESS SHARE on what it reads, briefly: nothing waits.
     *
     * <pre>{@code op.createView(view("active_agents", "SELECT id, name FROM agents WHERE active"));}</pre>
     */
    default void createView(View view) {
        apply(new CreateObject(view));
    }

    /**
     * {@code CREATE OR REPLACE VIEW}: new columns may only come at the end. Takes ACCESS EXCLUSIVE on the view,
     * briefly.
     *
     * <pre>{@code op.replaceView(view("active_agents", "SELECT id, name, email FROM agents WHERE active"));}</pre>
     */
    default void replaceView(View view) {
        apply(new CreateOrReplaceObject(view));
    }

    /**
     * {@code DROP VIEW} and {@code CREATE VIEW}: reversible, and free to change any column; fails if something depends
     * on the view. Its privileges are lost. Takes ACCESS EXCLUSIVE on the view until the revision commits.
     *
     * <pre>{@code
     * op.replaceView(
     *         view("active_agents", "SELECT id, name FROM agents WHERE active"),
     *         view("active_agents", "SELECT id FROM agents WHERE active"));
     * }</pre>
     */
    default void replaceView(View from, View to) {
        apply(new ReplaceObject(from, to));
    }

    /**
     * {@code DROP VIEW}. Takes ACCESS EXCLUSIVE on the view: who reads it waits until the revision commits.
     *
     * <pre>{@code op.dropView("active_agents", IF_EXISTS);}</pre>
     */
    default void dropView(String view, DropOption... options) {
        drop(new OfRelation(RelationKind.VIEW, QualifiedName.parse(view)), options);
    }

    /**
     * {@code CREATE MATERIALIZED VIEW}: runs its query, unless {@link MaterializedView#withNoData} leaves that to a
     * REFRESH. Takes ACCESS SHARE on what it reads.
     *
     * <pre>{@code op.createMaterializedView(materializedView("agent_counts", "SELECT count(*) AS n FROM agents"));}</pre>
     */
    default void createMaterializedView(MaterializedView view) {
        apply(new CreateObject(view));
    }

    /**
     * {@code DROP MATERIALIZED VIEW IF EXISTS} and {@code CREATE MATERIALIZED VIEW}: PostgreSQL cannot replace one. Its
     * indexes and privileges are lost. Takes ACCESS EXCLUSIVE on it until the revision commits, and runs its query.
     *
     * <pre>{@code op.replaceMaterializedView(materializedView("agent_counts", "SELECT 0 AS n"));}</pre>
     */
    default void replaceMaterializedView(MaterializedView view) {
        apply(new CreateOrReplaceObject(view));
    }

    /**
     * {@code DROP MATERIALIZED VIEW}: its rows and indexes are lost. Takes ACCESS EXCLUSIVE on it.
     *
     * <pre>{@code op.dropMaterializedView("agent_counts");}</pre>
     */
    default void dropMaterializedView(String view, DropOption... options) {
        drop(new OfRelation(RelationKind.MATERIALIZED_VIEW, QualifiedName.parse(view)), options);
    }

    // Functions and procedures

    /**
     * {@code CREATE FUNCTION}. Locks nothing that anybody uses.
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
     * lock waits for calls: they go on with the old definition until the commit.
     *
     * <pre>{@code
     * op.replaceFunction(function("add", "a integer, b integer", "RETURNS integer LANGUAGE sql AS $$ SELECT b + a $$"));
     * }</pre>
     */
    default void replaceFunction(Routine function) {
        apply(new CreateOrReplaceObject(function));
    }

    /**
     * {@code DROP FUNCTION}. No lock waits for calls: they fail from the commit on.
     *
     * <pre>{@code op.dropFunction("add", "a integer, b integer");}</pre>
     *
     * @param arguments as SQL, without the parentheses; empty for none
     */
    default void dropFunction(String function, String arguments, DropOption... options) {
        drop(new OfRoutine(RoutineKind.FUNCTION, QualifiedName.parse(function), arguments), options);
    }

    /**
     * {@code CREATE PROCEDURE}. Locks nothing that anybody uses.
     *
     * <pre>{@code op.createProcedure(procedure("clear_log", "", "LANGUAGE sql AS $$ DELETE FROM log $$"));}</pre>
     */
    default void createProcedure(Routine procedure) {
        apply(new CreateObject(procedure));
    }

    /**
     * {@code CREATE OR REPLACE PROCEDURE}. No lock waits for calls: they go on with the old definition until the
     * commit.
     *
     * <pre>{@code op.replaceProcedure(procedure("clear_log", "", "LANGUAGE sql AS $$ TRUNCATE log $$"));}</pre>
     */
    default void replaceProcedure(Routine procedure) {
        apply(new CreateOrReplaceObject(procedure));
    }

    /**
     * {@code DROP PROCEDURE}. No lock waits for calls: they fail from the commit on.
     *
     * <pre>{@code op.dropProcedure("clear_log", "");}</pre>
     *
     * @param arguments as SQL, without the parentheses; empty for none
     */
    default void dropProcedure(String procedure, String arguments, DropOption... options) {
        drop(new OfRoutine(RoutineKind.PROCEDURE, QualifiedName.parse(procedure), arguments), options);
    }

    // Triggers and policies

    /**
     * {@code CREATE TRIGGER}. Takes SHARE ROW EXCLUSIVE on the table: writes wait until the revision commits.
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
     * and {@code CREATE TRIGGER}, which takes ACCESS EXCLUSIVE on the table.
     *
     * <pre>{@code
     * op.replaceTrigger(trigger("touch", "agents", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION touch()"));
     * }</pre>
     */
    default void replaceTrigger(Trigger trigger) {
        apply(new CreateOrReplaceObject(trigger));
    }

    /**
     * {@code DROP TRIGGER}. Takes ACCESS EXCLUSIVE on the table, briefly.
     *
     * <pre>{@code op.dropTrigger("agents", "touch");}</pre>
     */
    default void dropTrigger(String table, String trigger, DropOption... options) {
        drop(new OfTablePart(TablePartKind.TRIGGER, QualifiedName.parse(table), trigger), options);
    }

    /**
     * {@code CREATE POLICY}. Takes ACCESS EXCLUSIVE on the table, briefly. It has no effect before
     * {@link #enableRowSecurity}.
     *
     * <pre>{@code op.createPolicy(policy("own_agents", "agents", "FOR SELECT USING (owner = current_user)"));}</pre>
     */
    default void createPolicy(Policy policy) {
        apply(new CreateObject(policy));
    }

    /**
     * {@code DROP POLICY IF EXISTS} and {@code CREATE POLICY}, which nobody sees apart, since both take ACCESS
     * EXCLUSIVE on the table until the revision commits.
     *
     * <pre>{@code op.replacePolicy(policy("own_agents", "agents", "FOR ALL USING (owner = current_user)"));}</pre>
     */
    default void replacePolicy(Policy policy) {
        apply(new CreateOrReplaceObject(policy));
    }

    /**
     * {@code DROP POLICY}. Takes ACCESS EXCLUSIVE on the table, briefly. If it was the last one and row level security
     * is still enabled, nobody but the owner sees a row.
     *
     * <pre>{@code op.dropPolicy("agents", "own_agents");}</pre>
     */
    default void dropPolicy(String table, String policy, DropOption... options) {
        drop(new OfTablePart(TablePartKind.POLICY, QualifiedName.parse(table), policy), options);
    }

    /**
     * {@code ALTER TABLE … ENABLE ROW LEVEL SECURITY}: from here on policies decide which rows are seen and written by
     * anybody but the owner; without one, none. Takes ACCESS EXCLUSIVE, briefly.
     *
     * <pre>{@code op.enableRowSecurity("agents");}</pre>
     */
    default void enableRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.ENABLE));
    }

    /**
     * {@code ALTER TABLE … DISABLE ROW LEVEL SECURITY}: policies stay, and have no effect. Takes ACCESS EXCLUSIVE,
     * briefly.
     *
     * <pre>{@code op.disableRowSecurity("agents");}</pre>
     */
    default void disableRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.DISABLE));
    }

    /**
     * {@code ALTER TABLE … FORCE ROW LEVEL SECURITY}: policies count for the table's owner too. Takes ACCESS EXCLUSIVE,
     * briefly.
     *
     * <pre>{@code op.forceRowSecurity("agents");}</pre>
     */
    default void forceRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.FORCE));
    }

    /**
     * {@code ALTER TABLE … NO FORCE ROW LEVEL SECURITY}: policies don't count for the table's owner. Takes ACCESS
     * EXCLUSIVE, briefly.
     *
     * <pre>{@code op.noForceRowSecurity("agents");}</pre>
     */
    default void noForceRowSecurity(String table) {
        apply(new SetRowSecurity(QualifiedName.parse(table), RowSecurity.NO_FORCE));
    }

    // Any of them

    /**
     * {@code DROP} of a view, routine, trigger, policy or cast described so that the operation can be reversed. Takes
     * ACCESS EXCLUSIVE on a view, and on the table of a trigger or policy.
     *
     * <pre>{@code op.drop(view("active_agents", "SELECT id FROM agents WHERE active"));}</pre>
     */
    default void drop(DatabaseObject object) {
        apply(new DropObject(object));
    }

    private void drop(ObjectReference reference, DropOption... options) {
        apply(new DropObjectByReference(reference, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options)));
    }

    /**
     * A new definition in place of a known one, by {@code CREATE OR REPLACE} or {@code DROP} and {@code CREATE}:
     * reversible. A routine is replaced in place; everything else is dropped and created, which fails if something
     * depends on it. Takes ACCESS EXCLUSIVE on a view, and on the table of a trigger or policy.
     *
     * <pre>{@code
     * op.replace(
     *         policy("own_agents", "agents", "FOR SELECT USING (owner = current_user)"),
     *         policy("own_agents", "agents", "FOR ALL USING (owner = current_user)"));
     * }</pre>
     */
    default void replace(DatabaseObject from, DatabaseObject to) {
        apply(new ReplaceObject(from, to));
    }

    /**
     * {@code COMMENT ON}. Takes SHARE UPDATE EXCLUSIVE on a table, briefly. The former comment is lost.
     *
     * <pre>{@code op.comment(onColumn("agents", "status"), "Operational status of the agent");}</pre>
     *
     * @param text null removes the comment
     */
    default void comment(Commented target, @Nullable String text) {
        apply(new CommentOn(target, text));
    }

    /**
     * {@code COMMENT ON}, with the former comment, so that the operation can be reversed. Takes SHARE UPDATE EXCLUSIVE
     * on a table: reads and writes go on.
     *
     * <pre>{@code op.comment(onTable("agents"), null, "People who work for us");}</pre>
     *
     * @param from null if there was none
     * @param to null removes the comment
     */
    default void comment(Commented target, @Nullable String from, @Nullable String to) {
        apply(new SetComment(target, from, to));
    }
}
