package dev.migrate.autogen.diff.meaning;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.MeaningColumn;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A constant, or an entity in a discriminator column, that is called differently:
 * {@code -Dmigrate.rename=tasks.priority.HIGH:URGENT}. The table and the column have the names that they get.
 */
public record ConstantRename(MeaningColumn column, String constant, String newName) {

    /** Whether it is about what this column holds. */
    public boolean isOf(MeaningColumn other) {
        return column.table().equals(other.table())
                && column.column().equals(other.column())
                && column.meanings().equals(other.meanings());
    }

    /** What an option says of the constants of these columns; empty if it is about something else. */
    public static Optional<ConstantRename> of(String option, List<MeaningColumn> columns) {
        int colon = option.lastIndexOf(':');
        int last = colon < 0 ? -1 : option.lastIndexOf('.', colon);
        int owner = last < 0 ? -1 : option.lastIndexOf('.', last - 1);
        if (owner <= 0) {
            return Optional.empty();
        }
        String constant = SqlIdentifiers.unquote(option.substring(last + 1, colon));
        String newName = SqlIdentifiers.unquote(option.substring(colon + 1));
        String column = SqlIdentifiers.unquote(option.substring(owner + 1, last));
        QualifiedName table = QualifiedName.parse(option.substring(0, owner));
        return columns.stream()
                .filter(one -> (one.table().equals(table)
                                || one.table().inSchema("public").equals(table))
                        && one.column().equals(column)
                        && one.meanings().contains(newName)
                        && !one.meanings().contains(constant))
                .findFirst()
                .map(one -> new ConstantRename(one, constant, newName));
    }
}
