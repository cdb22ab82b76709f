package dev.migrate.lint;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.Optional;

/** Knows the types of columns that no recorded operation tells. */
@FunctionalInterface
public interface ColumnTypes {

    /** Nothing is known without a database. */
    ColumnTypes NONE = (table, column) -> Optional.empty();

    Optional<Type> of(QualifiedName table, String column);
}
