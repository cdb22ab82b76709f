package dev.migrate.autogen.diff.ordering;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.dependency.EnumTurns;
import dev.migrate.autogen.diff.dependency.Mentions;
import dev.migrate.autogen.diff.dependency.ReplacedDomains;
import dev.migrate.autogen.diff.dependency.ReplacedIdentities;
import dev.migrate.autogen.diff.renaming.RenameChains;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings operations into an order that runs, and whose reverse runs too: each behind what it needs ({@link Conditions}), and
 * otherwise where readers expect it ({@link Turn}). Operations of one turn keep the order they came in.
 */
public final class OperationOrder {

    /** What tables may use in defaults and formulas, and what may stand before them. */
    private static final Pattern FOUNDATION = Pattern.compile("(?i)(function|cast|procedure|aggregate|collation)\\b.*");

    private static final String TYPE = "type ";

    /** An operation, with those that have to run before it. */
    private static final class Node {
        private final Reversible operation;
        private final Reversible inverse;
        private final Set<Node> before = new LinkedHashSet<>();
        private Turn turn;

        /** Whether it is the first half of a change. */
        private boolean isHalf;

        Node(Reversible operation) {
            this.operation = operation;
            this.inverse = operation.inverse();
            this.turn = Turn.of(operation);
        }
    }

    private final Schema before;
    private final Schema after;
    private final Set<AuxiliaryObject> present;
    private final Set<String> created = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<Reversible> operations;
    private final List<Node> nodes;

    private OperationOrder(List<Reversible> operations, Schema before, Schema after) {
        this.before = before;
        this.after = after;
        this.present = Set.copyOf(before.auxiliaryObjects());
        this.operations = arranged(operations);
        this.nodes = this.operations.stream().map(Node::new).toList();
        demand(true);
        demand(false);
        demandHalves();
        // Where two texts contradict each other, that of a body which is a string gives way: PostgreSQL doesn't read
        // it.
        for (boolean isString : List.of(false, true)) {
            mentions(true, isString);
            mentions(false, isString);
        }
        nodes.forEach(node -> node.turn = turn(node));
        settle();
    }

    /**
     * The operations in their order.
     *
     * @param before what there is before them
     * @param after what there is behind them
     * @throws MigrateException if some of them need each other in a circle; it names them
     */
    public static List<Reversible> ordered(List<Reversible> operations, Schema before, Schema after) {
        return EnumTurns.of(RenameChains.untangled(new OperationOrder(operations, before, after).sorted()));
    }

    /** What is dropped last among objects was found first. */
    private List<Reversible> arranged(List<Reversible> operations) {
        List<Reversible> others = new ArrayList<>();
        List<Reversible> drops = new ArrayList<>();
        List<Reversible> creations = new ArrayList<>();
        for (Reversible operation : operations) {
            if (operation instanceof CreateAuxiliaryObject create) {
                creations.add(operation);
                created.add(create.object().identity());
            } else if (operation instanceof DropAuxiliaryObject drop) {
                drops.add(0, operation);
                dropped.add(drop.object().identity());
            } else {
                others.add(operation);
            }
        }
        others.addAll(drops);
        others.addAll(creations);
        return others;
    }

    // ---- What has to be before what

    /** On the way back, what goes is created again behind what it needs: so it goes before that. */
    private void demand(boolean forth) {
        List<Reversible> directed = nodes.stream().map(node -> in(forth, node)).toList();
        Conditions conditions = new Conditions(forth ? after : before, forth ? before : Schema.EMPTY, directed);
        Map<Condition, List<Node>> makers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (Condition made : conditions.madeBy(directed.get(i))) {
                makers.computeIfAbsent(made, condition -> new ArrayList<>()).add(nodes.get(i));
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            for (Condition needed : conditions.neededBy(directed.get(i))) {
                for (Node maker : makers.getOrDefault(needed, List.of())) {
                    if (maker != node && !(isRename(maker) && isRename(node))) {
                        (forth ? node : maker).before.add(forth ? maker : node);
                    }
                }
            }
        }
    }

    /** {@link RenameChains} knows what to do with those that take each other's names. */
    private static boolean isRename(Node node) {
        return node.operation instanceof RenameConstraint || node.operation instanceof RenameIndex;
    }

    /** A change that is taken apart goes on from where its first half ends. */
    private void demandHalves() {
        Map<QualifiedName, List<Node>> byTable = new HashMap<>();
        for (Node node : nodes) {
            QualifiedName table = changedTable(node.operation);
            if (table != null) {
                List<Node> earlier = byTable.computeIfAbsent(table, name -> new ArrayList<>());
                for (Node half : earlier) {
                    if (half.operation instanceof ChangeColumn change && goesOn(change, node.operation)) {
                        node.before.add(half);
                        half.isHalf = true;
                    }
                }
                earlier.add(node);
            }
        }
    }

    private static @Nullable QualifiedName changedTable(Reversible operation) {
        if (operation instanceof ChangeColumn change) {
            return change.table();
        }
        if (operation instanceof DropColumn drop) {
            return drop.table();
        }
        return operation instanceof DropTable drop ? drop.table().name() : null;
    }

    private static boolean goesOn(ChangeColumn change, Reversible operation) {
        return (operation instanceof ChangeColumn next && next.from().equals(change.to()))
                || (operation instanceof DropColumn drop && drop.column().equals(change.to()))
                || operation instanceof DropTable;
    }

    // ---- What only a text says: bodies that are strings, and what no database has yet

    private void mentions(boolean forth, boolean isString) {
        for (Node node : nodes) {
            if (in(forth, node) instanceof CreateAuxiliaryObject create && isString(create.object()) == isString) {
                nodes.stream()
                        .filter(other -> other != node && isMentioned(create.object(), in(forth, other), forth))
                        .forEach(other -> demandSoftly(forth ? node : other, forth ? other : node));
            }
        }
    }

    private static Reversible in(boolean forth, Node node) {
        return forth ? node.operation : node.inverse;
    }

    private static boolean isString(AuxiliaryObject object) {
        return ObjectDiff.isRoutine(object) && !Mentions.isParsed(object);
    }

    private boolean isMentioned(AuxiliaryObject object, Reversible other, boolean forth) {
        if (forth && other instanceof CreateAuxiliaryObject create) {
            return !isKnown(object)
                    && !create.object().identity().equals(object.identity())
                    && Mentions.of(object, create.object());
        }
        if (!isFoundation(object)) {
            return false;
        }
        return (other instanceof CreateTable create
                        && Mentions.of(object, create.table().name()))
                || (other instanceof AddColumn add
                        && Mentions.of(object, add.table(), add.column().name()))
                || (forth
                        && other instanceof ChangeColumn change
                        && ColumnDiff.retypes(change)
                        && Mentions.isParsed(object)
                        && isNew(object)
                        && Mentions.of(object, change.table(), change.from().name()));
    }

    /** Whether PostgreSQL says what it needs. */
    private boolean isKnown(AuxiliaryObject object) {
        return !after.dependencies().neededBy(new OfObject(object.identity())).isEmpty() || present.contains(object);
    }

    private boolean isNew(AuxiliaryObject object) {
        return before.auxiliaryObjects().stream()
                .noneMatch(each -> each.identity().equals(object.identity()));
    }

    /** Unless it would close a circle: a text may mention a name without needing what has it. */
    private static void demandSoftly(Node node, Node needed) {
        Deque<Node> next = new ArrayDeque<>(List.of(needed));
        Set<Node> reached = new HashSet<>();
        while (!next.isEmpty()) {
            Node reaching = next.remove();
            if (reaching == node) {
                return;
            }
            if (reached.add(reaching)) {
                next.addAll(reaching.before);
            }
        }
        node.before.add(needed);
    }

    // ---- Where readers expect it

    private Turn turn(Node node) {
        Reversible operation = node.operation;
        if (operation instanceof ChangeColumn change
                && node.turn == Turn.COLUMN
                && (node.isHalf || ReplacedIdentities.isInTheWay(change, operations))) {
            return Turn.RELEASE;
        }
        if (operation instanceof DropDomain drop && ReplacedDomains.isReleased(drop, operations)) {
            return Turn.DROP_REPLACED_TYPE;
        }
        if (operation instanceof CreateAuxiliaryObject create) {
            return turn(create.object());
        }
        return operation instanceof DropAuxiliaryObject drop ? turnOfDrop(drop.object()) : node.turn;
    }

    /** One that is replaced in place may use what is new, and is there for what uses it. */
    private Turn turn(AuxiliaryObject object) {
        if (isType(object)) {
            return isBehindRetyping(object) ? Turn.ATTRIBUTE : Turn.TYPE;
        }
        boolean comesBack = Mentions.isParsed(object) && dropped.contains(object.identity());
        return isFoundation(object) && !ObjectDiff.isChange(object) && !comesBack
                ? Turn.FOUNDATION
                : Turn.CREATE_OBJECT;
    }

    private Turn turnOfDrop(AuxiliaryObject object) {
        boolean comesBack = created.contains(object.identity());
        if (isType(object)) {
            return comesBack ? Turn.DROP_REPLACED_TYPE : Turn.DROP_FOUNDATION;
        }
        return isFoundation(object) && !comesBack ? Turn.DROP_FOUNDATION : Turn.DROP_OBJECT;
    }

    /** What waits for something later moves there, if nothing needs it before; and what something earlier waits for moves up. */
    private void settle() {
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = true;
            for (Node node : nodes) {
                for (Node needed : node.before) {
                    if (node.turn == Turn.FOUNDATION && needed.turn.compareTo(Turn.FOUNDATION) > 0) {
                        node.turn = Turn.CREATE_OBJECT;
                        isSettled = false;
                    }
                    Turn earlier = inTheWay(needed, node.turn);
                    if (earlier != needed.turn) {
                        needed.turn = earlier;
                        isSettled = false;
                    }
                }
            }
        }
    }

    /** The turn of an operation that another one, of the turn {@code waiting}, waits for. */
    private static Turn inTheWay(Node needed, Turn waiting) {
        return switch (needed.turn) {
            case COLUMN -> waiting.compareTo(Turn.DROP_REPLACED_TYPE) <= 0 ? Turn.RELEASE : Turn.COLUMN;
            case DROP_COLUMN, DROP_TABLE, DROP_SEQUENCE ->
                waiting.compareTo(Turn.DROP_COLUMN) < 0 ? Turn.DROP_IN_THE_WAY : needed.turn;
            case DROP_DOMAIN, DROP_TYPE ->
                waiting.compareTo(Turn.DROP_COLUMN) < 0 ? Turn.DROP_REPLACED_TYPE : needed.turn;
            case DROP_FOUNDATION -> inTheWay(object(needed), waiting);
            default -> needed.turn;
        };
    }

    private static Turn inTheWay(AuxiliaryObject object, Turn waiting) {
        if (isType(object)) {
            return waiting.compareTo(Turn.DROP_COLUMN) < 0 ? Turn.DROP_REPLACED_TYPE : Turn.DROP_FOUNDATION;
        }
        if (waiting == Turn.DROP_REPLACED_TYPE) {
            return Turn.DROP_REPLACED_TYPE;
        }
        return waiting.compareTo(Turn.DROP_FOUNDATION) < 0 ? Turn.DROP_OBJECT : Turn.DROP_FOUNDATION;
    }

    private static AuxiliaryObject object(Node drop) {
        return ((DropAuxiliaryObject) drop.operation).object();
    }

    /** A type has to be there before the tables with columns of it, and may have fields of an enum type. */
    private static boolean isType(AuxiliaryObject object) {
        return object.identity().startsWith(TYPE);
    }

    private static boolean isFoundation(AuxiliaryObject object) {
        return FOUNDATION.matcher(object.identity()).matches();
    }

    /** Whether it adds and drops attributes of a type of which others get another type. */
    private boolean isBehindRetyping(AuxiliaryObject change) {
        return ObjectDiff.isChange(change)
                && !CompositeChange.retypes(change)
                && nodes.stream()
                        .anyMatch(node -> node.operation instanceof CreateAuxiliaryObject other
                                && other.object().identity().equals(change.identity())
                                && CompositeChange.retypes(other.object()));
    }

    // ---- The order

    private List<Reversible> sorted() {
        Map<Node, Integer> places = new HashMap<>();
        nodes.forEach(node -> places.put(node, places.size()));
        Comparator<Node> turns =
                Comparator.<Node, Turn>comparing(node -> node.turn).thenComparing(places::get);
        Set<Node> sorted = new LinkedHashSet<>();
        nodes.stream().sorted(turns).forEach(node -> visit(node, turns, new LinkedHashSet<>(), sorted));
        return sorted.stream().map(node -> node.operation).toList();
    }

    private static void visit(Node node, Comparator<Node> turns, Set<Node> waiting, Set<Node> sorted) {
        if (sorted.contains(node)) {
            return;
        }
        if (!waiting.add(node)) {
            throw circle(node, waiting);
        }
        node.before.stream().sorted(turns).forEach(needed -> visit(needed, turns, waiting, sorted));
        waiting.remove(node);
        sorted.add(node);
    }

    private static MigrateException circle(Node node, Set<Node> waiting) {
        List<Reversible> members = waiting.stream()
                .dropWhile(each -> each != node)
                .map(each -> each.operation)
                .toList();
        return new MigrateException("These changes need each other, so that no order of them runs: "
                + String.join(", ", DetectedText.of(members))
                + ". Make them in two migrations: first take away what one of them needs.");
    }
}
