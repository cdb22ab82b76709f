package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
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

    /** Whether rows become documents, which hold all of them. */
    public static boolean makesDocuments(ChangeColumn change) {
        return document(change).equals(change.using());
    }

    /** Whether documents become rows, which hold what their type has an attribute for. */
    public static boolean makesRows(ChangeColumn change) {
        return row(change).equals(change.using());
    }

    private @Nullable String using(ChangeColumn change, @Nullable String usual) {
        String from = change.from().type().sql();
        String to = change.to().type().sql();
        if (DOCUMENTS.contains(from) && composites.contains(to)) {
            return row(change);
        }
        return composites.contains(from) && DOCUMENTS.contains(to) ? document(change) : usual;
    }

    private static String row(ChangeColumn change) {
        return change.from().type() + "_populate_record(NULL::" + change.to().type() + ", " + column(change) + ")";
    }

    private static String document(ChangeColumn change) {
        return "to_" + change.to().type() + "(" + column(change) + ")";
    }

    private static String column(ChangeColumn change) {
        return SqlIdentifiers.quote(change.from().name());
    }
}
