package dev.migrate.autogen.scratch;

import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL makes of columns that nothing but their type, default and options describes. Thousands of columns have
 * a few dozen shapes, so that one table with a column of each tells about all of them.
 */
final class ColumnShapes {

    /** Well below the 1600 columns that a table can have. */
    private static final int COLUMNS = 200;

    private final ScratchSession session;
    private final ScratchNames names;
    private final Map<Shape, Column> canonical = new HashMap<>();

    private ColumnShapes(ScratchSession session, ScratchNames names) {
        this.session = session;
        this.names = names;
    }

    static ColumnShapes read(ScratchSession session, ScratchNames names, List<Table> tables) throws SQLException {
        Set<Shape> distinct = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    distinct.add(new Shape(column));
                }
            }
        }
        ColumnShapes shapes = new ColumnShapes(session, names);
        List<Shape> all = List.copyOf(distinct);
        for (int from = 0; from < all.size(); from += COLUMNS) {
            shapes.probe(all.subList(from, Math.min(all.size(), from + COLUMNS)));
        }
        return shapes;
    }

    /** The column as the catalog would have it; empty if that depends on its table, or cannot be. */
    Optional<Column> canonical(Column declared) {
        Column known = canonical.get(new Shape(declared));
        if (known == null) {
            return Optional.empty();
        }
        Expression byDefault = declared.defaultExpression();
        Expression printed = known.defaultExpression();
        return Optional.of(new Column(
                declared.name(),
                known.type(),
                known.nullable(),
                byDefault == null || printed == null ? printed : byDefault.normalizedTo(printed.normal()),
                known.generator(),
                known.generated(),
                known.collation(),
                known.storage(),
                known.compression(),
                declared.comment(),
                declared.onlyIfMissing()));
    }

    /** Halves the list until it holds only columns that stand for themselves, or a single one that doesn't. */
    private void probe(List<Shape> shapes) throws SQLException {
        List<Column> numbered = new ArrayList<>();
        for (Shape shape : shapes) {
            numbered.add(names.toScratch(shape.column(), null).name("c" + numbered.size()));
        }
        Table table = ScratchTable.named(names.nextPart()).withColumns(numbered);
        Optional<Table> read = session.undone(() -> readAlone(table));
        if (read.isPresent()) {
            for (int i = 0; i < shapes.size(); i++) {
                Shape shape = shapes.get(i);
                canonical.put(
                        shape,
                        names.canonical(shape.column(), read.get().columns().get(i)));
            }
        } else if (shapes.size() > 1) {
            probe(shapes.subList(0, shapes.size() / 2));
            probe(shapes.subList(shapes.size() / 2, shapes.size()));
        }
    }

    /** The table; empty if a column's text brings in more than the column: a constraint, a sequence, an error. */
    private Optional<Table> readAlone(Table table) throws SQLException {
        if (session.refusal(List.of(ScratchPart.whole("columns", new CreateTable(table), new CreateTable(table))))
                != null) {
            return Optional.empty();
        }
        Schema all = session.readTablesBack();
        boolean hasSequence = all.sequences().stream()
                .anyMatch(s -> s.ownedBy() != null && s.ownedBy().table().equals(table.name()));
        return all.table(table.name())
                .filter(read -> !hasSequence && read.constraints().isEmpty());
    }

    /**
     * A column as an example of all that are declared alike but for their names and comments. It is compared in place:
     * a renamed copy of each column would be most of what a comparison makes.
     */
    record Shape(Column column) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Shape that && isAlike(that.column);
        }

        private boolean isAlike(Column other) {
            return column.type().sql().equals(other.type().sql())
                    && column.nullable() == other.nullable()
                    && column.onlyIfMissing() == other.onlyIfMissing()
                    && Objects.equals(column.defaultExpression(), other.defaultExpression())
                    && Objects.equals(column.generator(), other.generator())
                    && Objects.equals(column.generated(), other.generated())
                    && Objects.equals(column.collation(), other.collation())
                    && Objects.equals(column.storage(), other.storage())
                    && Objects.equals(column.compression(), other.compression());
        }

        @Override
        public int hashCode() {
            return column.type().sql().hashCode();
        }
    }
}
