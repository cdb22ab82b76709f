package dev.migrate.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object that is defined by a piece of SQL: PostgreSQL parses it, and Migrate carries it as it was written. */
public sealed interface DatabaseObject {

    /** What drops it, and comments on it. */
    ObjectReference reference();

    /** Its comment; null is none. */
    @Nullable
    String comment();

    /** Calls the visitor's method for this kind of object. */
    <R> R accept(Visitor<R> visitor);

    /** One method per kind of object. */
    interface Visitor<R> {
        R view(View view);

        R materializedView(MaterializedView view);

        R routine(Routine routine);

        R trigger(Trigger trigger);

        R policy(Policy policy);

        R cast(Cast cast);
    }

    /**
     * A view (PostgreSQL manual, CREATE VIEW).
     *
     * @param query the SELECT behind AS
     * @param options by name, such as security_invoker
     */
    record View(
            QualifiedName name,
            String query,
            SortedMap<String, String> options,
            @Nullable String comment) implements DatabaseObject {
        public View {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }

        /** Sets an option: {@code with("security_invoker", "true")}. */
        public View with(String option, String value) {
            SortedMap<String, String> more = new TreeMap<>(options);
            more.put(option, value);
            return new View(name, query, more, comment);
        }

        /** Its {@code COMMENT}; null for none. */
        public View comment(@Nullable String text) {
            return new View(name, query, options, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfRelation(ObjectReference.RelationKind.VIEW, name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.view(this);
        }
    }

    /**
     * A materialized view (PostgreSQL manual, CREATE MATERIALIZED VIEW). Its indexes are operations of their own.
     *
     * @param query the SELECT behind AS
     * @param filled whether the query runs at once; a view that isn't filled cannot be read before its first REFRESH
     */
    record MaterializedView(
            QualifiedName name,
            String query,
            boolean filled,
            @Nullable String comment) implements DatabaseObject {

        /** Created empty, to be filled by {@code REFRESH MATERIALIZED VIEW}. */
        public MaterializedView withNoData() {
            return new MaterializedView(name, query, false, comment);
        }

        /** Its {@code COMMENT}; null for none. */
        public MaterializedView comment(@Nullable String text) {
            return new MaterializedView(name, query, filled, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfRelation(ObjectReference.RelationKind.MATERIALIZED_VIEW, name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.materializedView(this);
        }
    }

    /**
     * A function or procedure (PostgreSQL manual, CREATE FUNCTION, CREATE PROCEDURE).
     *
     * @param arguments as SQL, without the parentheses: {@code a integer, b integer DEFAULT 0}; empty for none
     * @param definition what follows them: {@code RETURNS integer LANGUAGE sql AS $$ SELECT a + b $$}
     */
    record Routine(
            ObjectReference.RoutineKind kind,
            QualifiedName name,
            String arguments,
            String definition,
            @Nullable String comment)
            implements DatabaseObject {

        /** Its {@code COMMENT}; null for none. */
        public Routine comment(@Nullable String text) {
            return new Routine(kind, name, arguments, definition, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfRoutine(kind, name, arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.routine(this);
        }
    }

    /**
     * A trigger (PostgreSQL manual, CREATE TRIGGER).
     *
     * @param event what stands before ON: {@code BEFORE INSERT OR UPDATE OF name}
     * @param action what stands behind the table: {@code FOR EACH ROW EXECUTE FUNCTION touch()}
     * @param isConstraint whether it is a constraint trigger, which can be deferred
     */
    record Trigger(
            String name,
            QualifiedName table,
            String event,
            String action,
            boolean isConstraint,
            @Nullable String comment)
            implements DatabaseObject {
        public Trigger {
            Identifiers.check(name);
        }

        /** A constraint trigger. */
        public Trigger constraint() {
            return new Trigger(name, table, event, action, true, comment);
        }

        /** Its {@code COMMENT}; null for none. */
        public Trigger comment(@Nullable String text) {
            return new Trigger(name, table, event, action, isConstraint, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfTablePart(ObjectReference.TablePartKind.TRIGGER, table, name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trigger(this);
        }
    }

    /**
     * A row security policy (PostgreSQL manual, CREATE POLICY). It has no effect before
     * {@code ALTER TABLE … ENABLE ROW LEVEL SECURITY}.
     *
     * @param definition what stands behind the table: {@code FOR SELECT USING (owner = current_user)}
     */
    record Policy(
            String name,
            QualifiedName table,
            String definition,
            @Nullable String comment) implements DatabaseObject {
        public Policy {
            Identifiers.check(name);
        }

        /** Its {@code COMMENT}; null for none. */
        public Policy comment(@Nullable String text) {
            return new Policy(name, table, definition, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfTablePart(ObjectReference.TablePartKind.POLICY, table, name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.policy(this);
        }
    }

    /**
     * A cast (PostgreSQL manual, CREATE CAST). Hibernate 6.6 makes implicit ones between varchar and each named enum.
     *
     * @param method what stands behind the types: {@code WITH INOUT AS IMPLICIT}
     */
    record Cast(
            Type source,
            Type target,
            String method,
            @Nullable String comment) implements DatabaseObject {

        /** Its {@code COMMENT}; null for none. */
        public Cast comment(@Nullable String text) {
            return new Cast(source, target, method, text);
        }

        @Override
        public ObjectReference reference() {
            return new ObjectReference.OfCast(source, target);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }
}
