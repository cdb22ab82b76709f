package dev.migrate.operation;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/** Operations on indexes. */
public sealed interface IndexOperation extends Operation {

    /** {@code CREATE INDEX}. Blocks writes to the table while it builds, unless concurrently. */
    record CreateIndex(Index index) implements IndexOperation, Reversible {
        @Override
        public DropIndex inverse() {
            return new DropIndex(index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }
    }

    /** {@code DROP INDEX}; concurrently if the index says so, and {@code IF EXISTS} if it is made only if it is missing. */
    record DropIndex(Index index) implements IndexOperation, Reversible {
        @Override
        public CreateIndex inverse() {
            return new CreateIndex(index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** {@code DROP INDEX} of an index that the author doesn't describe. */
    record DropIndexByName(QualifiedName index, boolean concurrently, boolean ifExists, boolean cascade)
            implements IndexOperation {
        public DropIndexByName {
            if (concurrently && cascade) {
                throw new IllegalArgumentException(
                        "DROP INDEX CONCURRENTLY " + index + " cannot cascade; drop what depends on it first");
            }
        }

        /** With those of {@code options} that are given. */
        public DropIndexByName(QualifiedName index, boolean concurrently, DropOption... options) {
            this(index, concurrently, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndexByName(this);
        }
    }

    /** {@code ALTER INDEX … RENAME TO}. */
    record RenameIndex(QualifiedName index, String newName) implements IndexOperation, Reversible {
        @Override
        public RenameIndex inverse() {
            return new RenameIndex(index.sibling(newName), index.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameIndex(this);
        }
    }
}
