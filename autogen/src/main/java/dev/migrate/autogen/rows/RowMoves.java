package dev.migrate.autogen.rows;

import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.rows.Move.Cell;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows that have to be in other tables afterwards, in one direction of a migration.
 *
 * @param moves of one hierarchy each
 * @param refusals why rows can't be moved, one sentence each, with what to do
 */
public record RowMoves(List<Move> moves, List<String> refusals) {

    public static final RowMoves NONE = new RowMoves(List.of(), List.of());

    public RowMoves {
        moves = List.copyOf(moves);
        refusals = List.copyOf(refusals);
    }

    /**
     * What a change of schemas needs.
     *
     * @param from what there is to begin with; one of the two knows the mapping
     * @param to what there is in the end
     * @param left the entities whose rows stay where they are
     */
    public static RowMoves of(Schema from, Schema to, Set<String> left) {
        boolean forward = !to.mapping().hierarchies().isEmpty();
        Schema before = forward ? from : to;
        Schema after = forward ? to : from;
        List<Move> moves = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Hierarchy hierarchy : after.mapping().hierarchies()) {
            if (left.contains(hierarchy.root().entity()) || isUnchanged(hierarchy, before, after)) {
                continue;
            }
            OldLayout old = new OldLayout(hierarchy, before, after, others(hierarchy, after));
            Optional<String> doubt = old.doubt();
            if (doubt.isPresent()) {
                refusals.add(refusal(hierarchy.root(), doubt.get()));
                continue;
            }
            Layout wanted = NewLayout.of(hierarchy, after);
            old.find()
                    .map(layout -> forward ? new Move(layout, wanted) : new Move(wanted, layout))
                    .filter(move -> !move.isEmpty())
                    .ifPresent(moves::add);
        }
        moves.forEach(move -> move.hazards().forEach(hazard -> refusals.add(refusal(move.root(), hazard))));
        return new RowMoves(moves, refusals);
    }

    private static String refusal(MappedClass root, String doubt) {
        return "The rows of " + root.entity() + " and its subclasses have to be in other tables, and can't be moved: "
                + doubt + ". Run again with -Dmigrate.leaveRows=" + root.entity()
                + ", and move them in the migration by statements of your own.";
    }

    /** Most are: their tables are as before. */
    private static boolean isUnchanged(Hierarchy hierarchy, Schema before, Schema after) {
        return tables(hierarchy).allMatch(name -> before.table(name)
                        .map(Table::columns)
                        .equals(after.table(name).map(Table::columns)))
                && !isLeft(before, after, hierarchy.root().table());
    }

    /** Whether a table goes that referred to it. */
    private static boolean isLeft(Schema before, Schema after, QualifiedName root) {
        return before.tables().stream()
                .filter(table -> after.table(table.name()).isEmpty())
                .anyMatch(table -> table.constraintsOf(ForeignKey.class).stream()
                        .anyMatch(reference -> reference.target().equals(root)));
    }

    private static Stream<QualifiedName> tables(Hierarchy hierarchy) {
        return hierarchy.classes().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.table()), each.secondary().stream().map(secondary -> secondary.table())));
    }

    private static Set<QualifiedName> others(Hierarchy hierarchy, Schema after) {
        Set<QualifiedName> others = new HashSet<>();
        after.mapping().hierarchies().stream()
                .filter(other -> !other.equals(hierarchy))
                .flatMap(RowMoves::tables)
                .forEach(others::add);
        return others;
    }

    /** What rows that are there get in a new column. */
    public Optional<String> fill(QualifiedName table, String column) {
        return moves.stream()
                .map(move -> move.fills().get(new Cell(table, column)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether what it drops is elsewhere by then. */
    public boolean keeps(Operation operation) {
        if (operation instanceof DropColumn drop) {
            return isKept(drop.table(), drop.column().name()) || isDiscriminator(drop);
        }
        return operation instanceof DropTable drop
                && moves.stream()
                        .anyMatch(move -> move.tables().contains(drop.table().name()))
                && drop.table().columns().stream()
                        .allMatch(column -> drop.table()
                                        .primaryKey()
                                        .filter(key -> key.columns().contains(column.name()))
                                        .isPresent()
                                || isKept(drop.table().name(), column.name())
                                || isDiscriminator(new DropColumn(drop.table().name(), column)));
    }

    private boolean isDiscriminator(DropColumn drop) {
        return moves.stream()
                .anyMatch(
                        move -> move.isDiscriminator(drop.table(), drop.column().name()));
    }

    private boolean isKept(QualifiedName table, String column) {
        return moves.stream().anyMatch(move -> move.kept().contains(new Cell(table, column)));
    }

    /**
     * The steps with the statements that move rows, where what they need is there, and nothing that they read is gone.
     *
     * @param steps what is done without them
     */
    public List<Paragraph> in(List<Paragraph> steps) {
        List<Paragraph> all = new ArrayList<>(steps);
        for (Move move : moves) {
            List<Operation> operations = move.operations();
            if (!operations.isEmpty()) {
                int first = first(all, move);
                int last = last(all, move);
                if (last >= first) {
                    throw new dev.migrate.MigrateException(refusal(
                            move.root(), "some of these tables have to be dropped before others can be created"));
                }
                all.add(
                        first,
                        new Paragraph(
                                List.of("Moves the rows of " + move.entities()
                                        + " to the tables where the entities have them now."),
                                operations));
            }
        }
        return all;
    }

    /** Where the first step is that must not be done before. */
    private static int first(List<Paragraph> steps, Move move) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).operations().stream().anyMatch(operation -> isAfter(operation, move))) {
                return i;
            }
        }
        return steps.size();
    }

    private static boolean isAfter(Operation operation, Move move) {
        if (operation instanceof DropTable drop) {
            return move.tables().contains(drop.table().name());
        }
        if (operation instanceof DropColumn drop) {
            return move.tables().contains(drop.table())
                    && (move.kept()
                                    .contains(
                                            new Cell(drop.table(), drop.column().name()))
                            || move.isDiscriminator(drop.table(), drop.column().name()));
        }
        return operation instanceof AddConstraint add
                && add.constraint() instanceof ForeignKey
                && move.tables().contains(add.table());
    }

    private static int last(List<Paragraph> steps, Move move) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).operations().stream().anyMatch(operation -> isBefore(operation, move))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBefore(Operation operation, Move move) {
        return (operation instanceof CreateTable create
                        && move.tables().contains(create.table().name()))
                || (operation instanceof AddColumn add && move.tables().contains(add.table()))
                || (operation instanceof ChangeColumn change
                        && change.to().nullable()
                        && move.tables().contains(change.table()));
    }
}
