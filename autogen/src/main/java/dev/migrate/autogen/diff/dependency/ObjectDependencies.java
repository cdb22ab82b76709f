package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views, triggers and the like among the operations: what has to go and come back because of what it is about, what goes
 * with its table, and which comes before which.
 */
public final class ObjectDependencies {

    private static final Pattern NAME = Pattern.compile(
            "(?:materialized view|view|function|procedure|aggregate|type) (?:.*\\.)?(?<name>\"(?:[^\"]|\"\")+\"|[^(\".]+)(?:\\(.*\\))?",
            Pattern.DOTALL);

    private static final Pattern OF_TABLE = Pattern.compile(
            "(?s)(?:trigger|policy|rule|(?:forced )?row level security|replica identity|clustering) .*");

    /** As {@code pg_get_functiondef} prints it: behind the options, of which none is a string. */
    private static final Pattern PARSED_BODY = Pattern.compile(
            "\\A(?:(?!\\$function\\$|\\$procedure\\$).)*\n *(?:BEGIN ATOMIC\n|RETURN )", Pattern.DOTALL);

    private final Schema before;
    private final Schema after;
    private final List<Reversible> operations;
    private final ReplacedTypes replaced;
    private final Map<QualifiedName, Set<QualifiedName>> descendants = new HashMap<>();

    private ObjectDependencies(List<Reversible> operations, Schema before, Schema after) {
        this.operations = new ArrayList<>(operations);
        this.replaced = ReplacedTypes.of(operations);
        this.before = before;
        this.after = after;
    }

    /** The operations with what they need to be done to views and triggers. */
    public static List<Reversible> addedTo(List<Reversible> operations, Schema before, Schema after) {
        ObjectDependencies dependencies = new ObjectDependencies(operations, before, after);
        dependencies.dropWhatTablesHave();
        while (dependencies.rebuildOne()) {
            // A view over the one that was found now stands on nothing.
        }
        return List.copyOf(dependencies.operations);
    }

    /** They go with their table, but would not come back with it. */
    private void dropWhatTablesHave() {
        for (Reversible operation : List.copyOf(operations)) {
            if (operation instanceof DropTable drop) {
                before.auxiliaryObjects().stream()
                        .filter(object -> isOf(object, drop.table().name()) && !isDropped(object))
                        .forEach(object -> operations.add(new DropAuxiliaryObject(object)));
            }
        }
    }

    private boolean rebuildOne() {
        for (AuxiliaryObject object : before.auxiliaryObjects()) {
            if (!isDropped(object) && isInTheWay(object)) {
                if (IndexMarks.isLost(object, operations, before.tables())
                        && !IndexMarks.comesBack(object, operations, after.tables())) {
                    operations.add(new DropAuxiliaryObject(object));
                    return true;
                }
                Optional<AuxiliaryObject> wanted = wanted(object);
                if (wanted.isPresent()) {
                    operations.removeIf(operation -> operation instanceof CreateAuxiliaryObject change
                            && change.object().identity().equals(object.identity()));
                    operations.add(new DropAuxiliaryObject(object));
                    operations.add(new CreateAuxiliaryObject(ObjectDiff.withAppendix(wanted.get(), object)));
                    return true;
                }
            }
        }
        return false;
    }

    /** What isn't declared comes back as it was, unless it can't. */
    private Optional<AuxiliaryObject> wanted(AuxiliaryObject object) {
        return after.auxiliaryObjects().stream()
                .filter(each -> each.identity().equals(object.identity()))
                .findFirst()
                .or(() -> Optional.of(object).filter(each -> isPossible(each.create())));
    }

    private boolean isPossible(String sql) {
        return operations.stream()
                .noneMatch(operation -> (operation instanceof DropColumn drop
                                && !ColumnDiff.isAddedAgain(drop, operations)
                                && isShownBy(sql, drop.table(), drop.column().name()))
                        || (operation instanceof DropTable table
                                && SqlText.mentions(sql, table.table().name().name()))
                        || (operation instanceof DropAuxiliaryObject drop
                                && isAbout(sql, drop.object())
                                && !isCreated(drop.object())));
    }

    private boolean isCreated(AuxiliaryObject object) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateAuxiliaryObject create
                        && create.object().identity().equals(object.identity()));
    }

    /** Whether PostgreSQL keeps the columns that it mentions as they are (manual, ALTER TABLE, Notes). */
    static boolean readsColumns(AuxiliaryObject object) {
        return isView(object) || (isOfTable(object) && !IndexMarks.isOne(object)) || hasParsedBody(object);
    }

    /** A routine whose body is SQL and no string: PostgreSQL knows what it reads (manual, CREATE FUNCTION). */
    public static boolean hasParsedBody(AuxiliaryObject object) {
        String printed = object.printed();
        return ObjectDiff.isRoutine(object)
                && PARSED_BODY
                        .matcher(printed == null ? object.create() : printed)
                        .find();
    }

    /** Whether it belongs to some table. */
    private static boolean isOfTable(AuxiliaryObject object) {
        return OF_TABLE.matcher(object.identity()).matches();
    }

    /** Whether it belongs to that table. */
    public static boolean isOf(AuxiliaryObject object, QualifiedName table) {
        return object.identity().endsWith(" on " + SqlIdentifiers.quote(table)) && isOfTable(object);
    }

    public static boolean isView(AuxiliaryObject object) {
        return object.identity().startsWith("view ") || object.identity().startsWith("materialized view ");
    }

    private boolean isDropped(AuxiliaryObject object) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropAuxiliaryObject drop
                        && drop.object().identity().equals(object.identity()));
    }

    /**
     * PostgreSQL changes no column's type, and drops no column or view, while a view shows it, or a trigger asks for its
     * values or their change; and drops no domain that a routine takes.
     */
    private boolean isInTheWay(AuxiliaryObject object) {
        return replaced.isDomainOf(object)
                || isOverDroppedComposite(object)
                || IndexMarks.isLost(object, operations, before.tables())
                || (readsColumns(object)
                        && (replaced.isReadBy(object)
                                || operations.stream().anyMatch(operation -> stops(operation, object.create()))));
    }

    /** Whether it is a composite type or a routine with an attribute or argument of one that goes. */
    private boolean isOverDroppedComposite(AuxiliaryObject object) {
        return ReplacedTypes.declaration(object)
                .filter(declaration -> operations.stream()
                        .anyMatch(operation -> operation instanceof DropAuxiliaryObject drop
                                && CompositeChange.isComposite(drop.object())
                                && isAbout(declaration, drop.object())))
                .isPresent();
    }

    private boolean stops(Reversible operation, String sql) {
        if (operation instanceof ChangeColumn change) {
            return (ColumnDiff.losesFormula(change) || ColumnDiff.retypes(change))
                    && isShownBy(sql, change.table(), change.from().name());
        }
        if (operation instanceof DropColumn drop) {
            return isShownBy(sql, drop.table(), drop.column().name());
        }
        return operation instanceof DropAuxiliaryObject drop
                && (isView(drop.object()) || hasParsedBody(drop.object()))
                && isAbout(sql, drop.object());
    }

    /** Whether it mentions the column, of the table or of one that has it from the table. */
    private boolean isShownBy(String sql, QualifiedName table, String column) {
        return descendants.computeIfAbsent(table, name -> Descendants.of(name, before)).stream()
                .anyMatch(each -> mentions(sql, each, column));
    }

    /** Whether it mentions both. */
    public static boolean mentions(String sql, QualifiedName table, String column) {
        return SqlText.mentions(sql, table.name()) && SqlText.mentions(sql, column);
    }

    static boolean isAbout(String sql, AuxiliaryObject other) {
        Matcher name = NAME.matcher(other.identity());
        return name.matches() && SqlText.mentions(sql, SqlIdentifiers.unquote(name.group("name")));
    }

    /** The operations, in which what is created comes behind what it mentions, and is dropped before that. */
    public static List<Reversible> ordered(List<Reversible> operations) {
        List<Reversible> creations = new ArrayList<>();
        List<Reversible> drops = new ArrayList<>();
        List<Reversible> ordered = new ArrayList<>();
        for (Reversible operation : operations) {
            if (operation instanceof CreateAuxiliaryObject) {
                creations.add(operation);
            } else if (operation instanceof DropAuxiliaryObject) {
                drops.add(operation.inverse());
            } else {
                ordered.add(operation);
            }
        }
        List<Reversible> dropped = new ArrayList<>();
        byDependency(drops).forEach(creation -> dropped.add(0, creation.inverse()));
        ordered.addAll(dropped);
        ordered.addAll(byDependency(creations));
        return ordered;
    }

    static List<Reversible> byDependency(List<Reversible> creations) {
        Set<Reversible> ordered = new LinkedHashSet<>();
        creations.forEach(creation -> visit(creation, creations, new HashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void visit(
            Reversible creation, List<Reversible> all, Set<Reversible> visiting, Set<Reversible> ordered) {
        if (ordered.contains(creation) || !visiting.add(creation)) {
            return;
        }
        AuxiliaryObject object = ((CreateAuxiliaryObject) creation).object();
        all.stream()
                .filter(other ->
                        other != creation && isAbout(object.create(), ((CreateAuxiliaryObject) other).object()))
                .forEach(other -> visit(other, all, visiting, ordered));
        ordered.add(creation);
    }
}
