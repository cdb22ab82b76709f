package dev.migrate.autogen.diff.ordering;

import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.QualifiedName;

/** What has to be so before an operation can run, and what another operation brings about. */
sealed interface Condition {

    /** The object is there. */
    record Exists(ObjectId object) implements Condition {}

    /** The sequence is there. */
    record HasSequence(QualifiedName sequence) implements Condition {}

    /** The column has its last type and formula. */
    record IsChanged(ObjectId column) implements Condition {}

    /** The enum type has its last values: a replacement makes another type of that name. */
    record IsReplaced(QualifiedName type) implements Condition {}

    /** Nothing has the name, be it a relation's, a type's, or another object's, with its kind before it. */
    record NameIsFree(String name) implements Condition {}

    /** The table has no column of that name. */
    record ColumnIsFree(OfColumn column) implements Condition {}
}
