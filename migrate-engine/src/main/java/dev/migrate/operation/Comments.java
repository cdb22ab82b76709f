package dev.migrate.operation;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.ObjectReference.RelationKind;
import dev.migrate.schema.ObjectReference.RoutineKind;
import dev.migrate.schema.ObjectReference.TablePartKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;

/**
 * What a comment is on, for static import: {@code op.comment(onColumn("agents", "status"), "Operational status")}. Names
 * are read by {@link QualifiedName#parse}.
 */
public final class Comments {

    private Comments() {}

    /** A table, whose name {@link QualifiedName#parse} reads. */
    public static Commented onTable(String table) {
        return new Commented.OnTable(QualifiedName.parse(table));
    }

    /** A column of a table. */
    public static Commented onColumn(String table, String column) {
        return new Commented.OnColumn(QualifiedName.parse(table), column);
    }

    /** An index. */
    public static Commented onIndex(String index) {
        return new Commented.OnIndex(QualifiedName.parse(index));
    }

    /** A constraint of a table. */
    public static Commented onConstraint(String table, String constraint) {
        return new Commented.OnConstraint(QualifiedName.parse(table), constraint);
    }

    /** A sequence. */
    public static Commented onSequence(String sequence) {
        return new Commented.OnSequence(QualifiedName.parse(sequence));
    }

    /** Extended statistics. */
    public static Commented onStatistics(String statistics) {
        return new Commented.OnStatistics(QualifiedName.parse(statistics));
    }

    /** An enum, domain or other type. */
    public static Commented onType(String type) {
        return new Commented.OnType(QualifiedName.parse(type));
    }

    /** @param schema the exact name */
    public static Commented onSchema(String schema) {
        return new Commented.OnSchema(schema);
    }

    /** @param extension the exact name */
    public static Commented onExtension(String extension) {
        return new Commented.OnExtension(extension);
    }

    /** A view. */
    public static Commented onView(String view) {
        return new Commented.OnObject(new ObjectReference.OfRelation(RelationKind.VIEW, QualifiedName.parse(view)));
    }

    /** A materialized view. */
    public static Commented onMaterializedView(String view) {
        return new Commented.OnObject(
                new ObjectReference.OfRelation(RelationKind.MATERIALIZED_VIEW, QualifiedName.parse(view)));
    }

    /** @param arguments as SQL, without the parentheses; empty for none */
    public static Commented onFunction(String function, String arguments) {
        return new Commented.OnObject(
                new ObjectReference.OfRoutine(RoutineKind.FUNCTION, QualifiedName.parse(function), arguments));
    }

    /** @param arguments as SQL, without the parentheses; empty for none */
    public static Commented onProcedure(String procedure, String arguments) {
        return new Commented.OnObject(
                new ObjectReference.OfRoutine(RoutineKind.PROCEDURE, QualifiedName.parse(procedure), arguments));
    }

    /** A trigger of a table. */
    public static Commented onTrigger(String table, String trigger) {
        return new Commented.OnObject(
                new ObjectReference.OfTablePart(TablePartKind.TRIGGER, QualifiedName.parse(table), trigger));
    }

    /** A policy of a table. */
    public static Commented onPolicy(String table, String policy) {
        return new Commented.OnObject(
                new ObjectReference.OfTablePart(TablePartKind.POLICY, QualifiedName.parse(table), policy));
    }

    /** The cast from one type to another. */
    public static Commented onCast(Type source, Type target) {
        return new Commented.OnObject(new ObjectReference.OfCast(source, target));
    }
}
