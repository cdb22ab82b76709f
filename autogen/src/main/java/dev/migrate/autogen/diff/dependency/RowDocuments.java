package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold rows of a composite type and become documents, or the other way round: the attributes have the names
 * that Hibernate writes an aggregate's document with, while the text of the one is none of the other.
 */
public final class RowDocuments {

    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

    private final Set<String> composites;

    public RowDocuments(Schema before, Schema after) {
        this.composites = Stream.of(before, after)
                .flatMap(schema -> schema.auxiliaryObjects().stream())
                .filter(CompositeChange::isComposite)
                .map(CompositeChange::name)
                .collect(Collectors.toSet());
    }

    /** The operation, with the values by their names where it makes one of the other. */
    public Reversible byName(Reversible operation) {
        return operation instanceof ChangeColumn change
                ? new ChangeColumn(
                        change.table(),
                        change.from(),
                        change.to(),
                        using(change, change.using()),
                        using(change.inverse(), change.usingBack()))
                : operation;
    }

    private @Nullable String using(ChangeColumn change, @Nullable String usual) {
        Type from = change.from().type();
        Type to = change.to().type();
        String column = SqlIdentifiers.quote(change.from().name());
        if (DOCUMENTS.contains(from.sql()) && composites.contains(to.sql())) {
            return from.sql() + "_populate_record(NULL::" + to.sql() + ", " + column + ")";
        }
        return composites.contains(from.sql()) && DOCUMENTS.contains(to.sql())
                ? "to_" + to.sql() + "(" + column + ")"
                : usual;
    }
}
