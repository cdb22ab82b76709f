package dev.migrate.autogen.rows;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.Literals;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that have to be in other tables afterwards, in one direction of a migration.
 *
 * @param moves of one hierarchy, or of one link table, each
 * @param hints moves that may be wanted, of which nobody knows
 * @param refusals why rows can't be moved, one sentence each, with what to do
 */
public record RowMoves(List<Move> moves, List<LinkMove> hints, List<String> refusals) {

    public static final RowMoves NONE = new RowMoves(List.of(), List.of(), List.of());

    public RowMoves {
        moves = List.copyOf(moves);
        hints = List.copyOf(hints);
        refusals = List.copyOf(refusals);
    }

    /**
     * What a change of schemas needs.
     *
     * @param from what there is to begin with; one of the two knows the mapping
     * @param to what there is in the end
     * @param left the entities whose rows stay where they are, and link tables by their names
     */
    public static RowMoves of(Schema from, Schema to, Set<String> left) {
        boolean forward = !to.mapping().hierarchies().isEmpty();
        Schema before = forward ? from : to;
        Schema after = forward ? to : from;
        List<HierarchyMove> hierarchies = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Hierarchy hierarchy : after.mapping().hierarchies()) {
            if (left.contains(hierarchy.root().entity()) || isUnchanged(hierarchy, before, after)) {
                continue;
            }
            OldLayout old = new OldLayout(hierarchy, before, after, others(hierarchy, after));
            Optional<String> doubt = old.doubt();
            if (doubt.isPresent()) {
                refusals.add(HierarchyMove.refusal(hierarchy, doubt.get()));
                continue;
            }
            Layout wanted = NewLayout.of(hierarchy, after);
            old.find()
                    .map(layout -> forward ? new HierarchyMove(layout, wanted) : new HierarchyMove(wanted, layout))
                    .filter(move -> !move.isEmpty())
                    .ifPresent(hierarchies::add);
        }
        hierarchies.forEach(move -> move.hazards().forEach(hazard -> refusals.add(move.refusal(hazard))));
        List<LinkMove> possible = Stream.concat(
                        Link.between(from, to).stream()
                                .filter(link -> link.isWhole(from))
                                .map(link -> new LinkMove(link, true)),
                        Link.between(to, from).stream()
                                .filter(link -> link.isWhole(to))
                                .map(link -> new LinkMove(link, false)))
                .filter(move -> !left.contains(move.link().table().name().toString())
                        && hierarchies.stream().noneMatch(other -> other.has(move)))
                .toList();
        List<LinkMove> links =
                possible.stream().filter(move -> isCertain(move, possible)).toList();
        List<Move> moves = new ArrayList<>(hierarchies);
        moves.addAll(links);
        return new RowMoves(
                moves, possible.stream().filter(move -> !links.contains(move)).toList(), refusals);
    }

    /** Whether it is the only one that fits what it is about, and more than the tables speaks for it. */
    private static boolean isCertain(LinkMove move, List<LinkMove> all) {
        List<LinkMove> same =
                all.stream().filter(other -> isAboutTheSame(move, other)).toList();
        List<LinkMove> alike =
                same.stream().filter(other -> other.link().isNamedAlike()).toList();
        return alike.isEmpty() ? move.link().isToOne() && same.size() == 1 : alike.equals(List.of(move));
    }

    private static boolean isAboutTheSame(LinkMove one, LinkMove other) {
        return one.toColumn() == other.toColumn()
                && (one.link().table().equals(other.link().table())
                        || (one.link().referring().equals(other.link().referring())
                                && one.link().reference().equals(other.link().reference())));
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

    /** Whether rows come into a table or leave it. */
    public boolean concern(QualifiedName table) {
        return moves.stream().anyMatch(move -> move.tables().contains(table));
    }

    /** Whether what it drops is elsewhere by then. */
    public boolean keeps(Operation operation) {
        if (operation instanceof DropColumn drop) {
            return isKept(drop.table(), drop.column().name());
        }
        return operation instanceof DropTable drop
                && moves.stream()
                        .anyMatch(move -> move.tables().contains(drop.table().name()))
                && drop.table().columns().stream()
                        .allMatch(column -> drop.table()
                                        .primaryKey()
                                        .filter(key -> key.columns().contains(column.name()))
                                        .isPresent()
                                || isKept(drop.table().name(), column.name()));
    }

    /**
     * What becomes of rows of an entity's table whose rest goes with a table: of a subclass that the mapping has no more,
     * they would be rows of the class that it extended.
     *
     * @param wanted what there is afterwards, with its mapping
     */
    public Optional<String> remainder(Operation operation, Schema wanted) {
        if (!(operation instanceof DropTable drop) || keeps(drop)) {
            return Optional.empty();
        }
        Table table = drop.table();
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return wanted.mapping().hierarchies().stream()
                .flatMap(hierarchy -> hierarchy.classes().stream())
                .filter(entity -> table.constraintsOf(ForeignKey.class).stream()
                        .anyMatch(reference -> reference.target().equals(entity.table())
                                && reference.columns().equals(key)
                                && wanted.table(entity.table()).isPresent()))
                .findFirst()
                .map(entity -> "If " + table.name() + " was the table of a subclass, its rows in " + entity.table()
                        + " stay, and become rows of " + entity.entity()
                        + ". To delete them, delete those that have a row in " + table.name()
                        + " before it is dropped.");
    }

    /** What to write before a drop, if it is of what a move that nobody knows of would read. */
    public List<String> hint(Operation operation) {
        return hints.stream()
                .filter(move -> operation instanceof DropTable drop
                        ? move.toColumn()
                                && move.link()
                                        .table()
                                        .name()
                                        .equals(drop.table().name())
                        : operation instanceof DropColumn column
                                && move.kept()
                                        .contains(new Cell(
                                                column.table(), column.column().name())))
                .flatMap(move -> move.hint(OfferedCode.execute(move.statement()) + ";").stream())
                .toList();
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
        moves.forEach(move -> addStatements(move, all));
        moves.forEach(move -> addBeginning(move, all));
        return all;
    }

    private static void addStatements(Move move, List<Paragraph> all) {
        List<Operation> operations = move.operations();
        if (operations.isEmpty()) {
            return;
        }
        int first = first(all, move);
        if (last(all, move) >= first) {
            throw new MigrateException(
                    move.refusal("some of these tables have to be dropped before others can be created"));
        }
        all.add(first, new Paragraph(move.comment(), operations));
    }

    /**
     * What is required of the rows, and a lock: a row that comes in while others are moved would stay behind, and go with
     * what is dropped. A requirement holds for tables as they are called when the revision begins; where they get other
     * names, the rule is asked of the rows behind that.
     */
    private static void addBeginning(Move move, List<Paragraph> all) {
        int renamed = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).operations().stream().anyMatch(RowMoves::isRename)) {
                renamed = i + 1;
            }
        }
        boolean isRenamed = renamed > 0;
        Operation lock = new Execute("LOCK TABLE "
                + move.sources().stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "))
                + " IN SHARE ROW EXCLUSIVE MODE");
        all.add(renamed, new Paragraph(List.of("No row comes in while rows are moved."), List.of(lock)));
        List<Operation> required = new ArrayList<>();
        move.requirements().forEach(each -> required.add(isRenamed ? checked(each) : each));
        if (!required.isEmpty()) {
            all.add(isRenamed ? renamed + 1 : 0, new Paragraph(List.of(), required));
        }
    }

    private static boolean isRename(Operation operation) {
        return operation instanceof TableRenaming || operation instanceof RenameColumn;
    }

    private static Operation checked(Require required) {
        return new Execute("DO $migrate$ BEGIN IF EXISTS (" + required.sql() + ") THEN RAISE EXCEPTION "
                + Literals.literal("It is required that " + required.rule().replace("%", "%%") + ": "
                        + required.sql().replace("%", "%%"))
                + "; END IF; END $migrate$");
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
            return move.kept().contains(new Cell(drop.table(), drop.column().name()));
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
