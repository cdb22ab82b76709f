package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/** Operations on whole tables. */
public sealed interface TableOperation extends Operation {

    /** {@code CREATE TABLE}, with the table's constraints, indexes and comments. */
    record CreateTable(Table table) implements TableOperation, Reversible {
        @Override
        public DropTable inverse() {
            return new DropTable(table);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /** {@code DROP TABLE}: its rows are lost. Takes ACCESS EXCLUSIVE. */
    record DropTable(Table table) implements TableOperation, Reversible {
        @Override
        public CreateTable inverse() {
            return new CreateTable(table);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** {@code ALTER TABLE … RENAME TO}; a table never changes its schema by it. */
    record RenameTable(QualifiedName table, String newName) implements TableOperation, Reversible {
        @Override
        public RenameTable inverse() {
            return new RenameTable(table.sibling(newName), table.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }
    }
}
