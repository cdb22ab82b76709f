package dev.migrate.autogen.diff.renaming;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/**
 * A rename of something that is there.
 *
 * @param owner the table or type; a table's or sequence's own name if it is what gets another one
 * @param name of the table, sequence, column or value
 * @param newName what it will be called
 */
record Renamed(Kind kind, QualifiedName owner, String name, String newName) {

    enum Kind {
        TABLE,
        SEQUENCE,
        COLUMN,
        VALUE
    }

    /** Whether the other one has the name that this one gets. */
    boolean waitsFor(Renamed other) {
        boolean isBeside = isRelation()
                ? owner.sibling(newName).equals(other.owner)
                : owner.equals(other.owner) && newName.equals(other.name);
        return kind == other.kind && isBeside;
    }

    boolean isRelation() {
        return kind == Kind.TABLE || kind == Kind.SEQUENCE;
    }

    Renamed to(String otherName) {
        return new Renamed(kind, owner, name, otherName);
    }

    Renamed of(QualifiedName otherOwner) {
        return new Renamed(kind, otherOwner, name, newName);
    }

    /** The next rename of the same thing. */
    Renamed onwards(String nextName) {
        return new Renamed(kind, isRelation() ? owner.sibling(newName) : owner, newName, nextName);
    }

    boolean isTaken(Schema schema) {
        return switch (kind) {
            case TABLE -> schema.table(owner.sibling(newName)).isPresent();
            case SEQUENCE -> Renames.has(schema, owner.sibling(newName));
            case COLUMN ->
                schema.table(owner).flatMap(table -> table.column(newName)).isPresent();
            case VALUE ->
                schema.enums().stream()
                        .anyMatch(type ->
                                type.name().equals(owner) && type.values().contains(newName));
        };
    }
}
