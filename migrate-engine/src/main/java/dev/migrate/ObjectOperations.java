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
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.DatabaseObject.View;
import dev.migrate.schema.Extension;
import dev.migrate.schema.ObjectReference.OfRelation;
import dev.migrate.schema.ObjectReference.RelationKind;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** What a migration says of schemas, extensions and views; of anything that is defined by SQL; and of comments. */
public interface ObjectOperations extends OperationReceiver {

    // Schemas and extensions

    /**
     * {@code CREATE SCHEMA}. Locks nothing that anybody uses, and loses nothing.
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
     * that anybody uses. Loses nothing.
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
     * {@code DROP EXTENSION}: its types and functions are lost. With CASCADE, so are columns of those types, with their
     * values. Takes ACCESS EXCLUSIVE on the tables of such columns.
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
     * depends on it, and so loses no value and locks nothing that anybody uses.
     *
     * <pre>{@code op.dropExtension(extension("citext").schema("extensions"));}</pre>
     */
    default void dropExtension(Extension extension) {
        apply(new DropExtension(extension));
    }

    private void dropByName(Kind kind, String name, DropOption... options) {
        apply(new DropByName(kind, QualifiedName.of(null, name), options));
    }

    // Views

    /**
     * {@code CREATE VIEW}. Takes ACCESS SHARE on what it reads, briefly: nothing waits. Loses nothing.
     *
     * <pre>{@code op.createView(view("active_agents", "SELECT id, name FROM agents WHERE active"));}</pre>
     */
    default void createView(View view) {
        apply(new CreateObject(view));
    }

    /**
     * {@code CREATE OR REPLACE VIEW}: new columns may only come at the end. Takes ACCESS EXCLUSIVE on the view,
     * briefly. The former definition is lost; privileges stay.
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
     * {@code DROP VIEW}. Takes ACCESS EXCLUSIVE on the view: who reads it waits until the revision commits. Its
     * definition and its privileges are lost, and no row.
     *
     * <pre>{@code op.dropView("active_agents", IF_EXISTS);}</pre>
     */
    default void dropView(String view, DropOption... options) {
        apply(new DropObjectByReference(new OfRelation(RelationKind.VIEW, QualifiedName.parse(view)), options));
    }

    /**
     * {@code CREATE MATERIALIZED VIEW}: runs its query, unless {@link MaterializedView#withNoData} leaves that to a
     * REFRESH. Takes ACCESS SHARE on what it reads. Loses nothing.
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
        apply(new DropObjectByReference(
                new OfRelation(RelationKind.MATERIALIZED_VIEW, QualifiedName.parse(view)), options));
    }

    // Any of them

    /**
     * {@code DROP} of a view, routine, trigger, policy or cast described so that the operation can be reversed. Takes
     * ACCESS EXCLUSIVE on a view, and on the table of a trigger or policy. The privileges of a view or routine are
     * lost, and the rows and indexes of a materialized view.
     *
     * <pre>{@code op.drop(view("active_agents", "SELECT id FROM agents WHERE active"));}</pre>
     */
    default void drop(DatabaseObject object) {
        apply(new DropObject(object));
    }

    /**
     * A new definition in place of a known one, by {@code CREATE OR REPLACE} or {@code DROP} and {@code CREATE}:
     * reversible. A routine is replaced in place; everything else is dropped and created, which fails if something
     * depends on it. Takes ACCESS EXCLUSIVE on a view, and on the table of a trigger or policy. What is dropped loses
     * its privileges, and a materialized view its indexes.
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
     * on a table: reads and writes go on. Loses nothing: the operation carries the former comment.
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
