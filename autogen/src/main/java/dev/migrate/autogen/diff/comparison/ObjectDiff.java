package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects that are declared by their SQL, compared by how PostgreSQL prints them. One that isn't declared has another
 * owner: it goes only if the wanted schema says everything.
 */
public final class ObjectDiff {

    private static final String REPLACE = "CREATE OR REPLACE ";
    private static final int LINE = 100;
    private static final Pattern CREATE = Pattern.compile("(?is)create\\s+(?:or\\s+replace\\s+)?");

    /** Of a partition a mapping says no more than the statement that makes it. */
    private static final String PARTITION = "partition ";

    private static final String STATISTICS = "statistics ";

    /** What the catalog is asked for: auxiliary_objects.sql. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?:cast|function|procedure|aggregate|view|materialized view|trigger|event trigger|policy|rule|type|collation"
                    + "|statistics|text search (?:configuration|dictionary)|publication|(?:forced )?row level security|replica identity|clustering"
                    + "|partition)"
                    + " .*",
            Pattern.DOTALL);

    private static final Pattern INDEX = Pattern.compile("(?m)^CREATE (?:UNIQUE )?INDEX ");

    private static final Pattern ROUTINE = Pattern.compile("(function|procedure) .*", Pattern.DOTALL);

    private ObjectDiff() {}

    public static List<Reversible> of(Schema before, Schema after, boolean isComplete) {
        ListDiff<AuxiliaryObject> objects =
                ListDiff.of(present(before, after), after.auxiliaryObjects(), AuxiliaryObject::identity);
        List<Reversible> operations = new ArrayList<>();
        objects.added().stream()
                .filter(object -> isComplete || isKnown(object))
                .forEach(object -> operations.add(new CreateAuxiliaryObject(object)));
        objects.kept().stream()
                .filter(pair -> pair.from().differsFrom(pair.to()) && !isOnlyReordered(pair))
                .filter(pair -> isComplete || !ViewOptions.areAllThatDiffers(pair.from(), pair.to()))
                .forEach(pair -> operations.addAll(change(pair)));
        if (isComplete) {
            objects.removed().forEach(object -> operations.add(new DropAuxiliaryObject(object)));
        }
        return List.copyOf(operations);
    }

    /** The catalog's objects, and what is declared by its SQL and is something else there: a partition, statistics. */
    private static List<AuxiliaryObject> present(Schema before, Schema after) {
        Set<String> known = Stream.concat(
                        before.tables().stream()
                                .filter(table -> table.partitionOf() != null)
                                .map(table -> PARTITION + SqlIdentifiers.quote(table.name())),
                        before.statistics().stream()
                                .map(statistics -> STATISTICS + SqlIdentifiers.quote(statistics.name())))
                .collect(Collectors.toSet());
        return Stream.concat(
                        before.auxiliaryObjects().stream(),
                        after.auxiliaryObjects().stream().filter(object -> known.contains(object.identity())))
                .toList();
    }

    /** Whether a catalog tells if the object is there; of what else a mapping says nobody knows if it has been done. */
    private static boolean isKnown(AuxiliaryObject object) {
        return KNOWN.matcher(object.identity()).matches();
    }

    /** What is declared and never written, in one line each: {@code grant select on agents to reader}. */
    public static List<String> unwritten(Schema declared) {
        return declared.auxiliaryObjects().stream()
                .filter(object -> !isKnown(object))
                .map(object -> object.create().strip().replaceAll("\\s+", " "))
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + "…" : line)
                .toList();
    }

    private static boolean isOnlyReordered(Pair<AuxiliaryObject> pair) {
        return CompositeChange.isComposite(pair.from())
                && CompositeChange.isComposite(pair.to())
                && CompositeChange.isSame(pair.from(), pair.to());
    }

    private static List<Reversible> change(Pair<AuxiliaryObject> pair) {
        List<AuxiliaryObject> changes = inPlace(pair);
        return changes.isEmpty()
                ? List.of(
                        new DropAuxiliaryObject(pair.from()),
                        new CreateAuxiliaryObject(withAppendix(pair.to(), pair.from())))
                : changes.stream().<Reversible>map(CreateAuxiliaryObject::new).toList();
    }

    /**
     * What the catalog says beside a definition, such as a view's options and indexes, comments, grants, an owner, whether
     * a trigger fires, for one that says no such thing.
     */
    public static AuxiliaryObject withAppendix(AuxiliaryObject wanted, AuxiliaryObject present) {
        String definition = present.printed();
        boolean isFromCatalog = wanted.printed() != null && wanted.create().startsWith(wanted.printed());
        if (isFromCatalog || definition == null || !present.create().startsWith(definition)) {
            return wanted;
        }
        String appendix = ViewOptions.kept(present, wanted)
                + withoutIndexesOf(wanted, present.create().substring(definition.length()));
        String statement = wanted.create().stripTrailing();
        return appendix.isEmpty()
                ? wanted
                : new AuxiliaryObject(
                        wanted.identity(),
                        statement + (statement.endsWith(";") || appendix.startsWith(";") ? "" : ";") + appendix,
                        wanted.drop(),
                        wanted.printed());
    }

    /** An author who says more than the definition may have said which indexes a materialized view has. */
    private static String withoutIndexesOf(AuxiliaryObject wanted, String appendix) {
        return SqlScript.split(wanted.create()).size() == 1
                ? appendix
                : INDEX.matcher(appendix).replaceAll("$0IF NOT EXISTS ");
    }

    /** What changes it while others depend on it: its opposite is to change it back. Empty if nothing can. */
    private static List<AuxiliaryObject> inPlace(Pair<AuxiliaryObject> pair) {
        AuxiliaryObject from = pair.from();
        AuxiliaryObject to = pair.to();
        if (CompositeChange.isComposite(from) && CompositeChange.isComposite(to)) {
            return CompositeChange.of(from, to);
        }
        return isRoutine(from) && signature(from).equals(signature(to))
                ? List.of(new AuxiliaryObject(
                        to.identity(), replacing(to.create()), replacing(from.create()), to.printed()))
                : List.of();
    }

    public static boolean isRoutine(AuxiliaryObject object) {
        return ROUTINE.matcher(object.identity()).matches();
    }

    /** Arguments and result have to stay as they are (PostgreSQL manual, CREATE FUNCTION, Notes). */
    public static String signature(AuxiliaryObject routine) {
        return String.valueOf(routine.printed()).split("\n LANGUAGE ", 2)[0];
    }

    private static String replacing(String create) {
        return CREATE.matcher(SqlScript.withoutLeadingComments(create)).replaceFirst(REPLACE);
    }

    /** Whether an object stands for the change of one that is there. */
    public static boolean isChange(AuxiliaryObject object) {
        return object.drop().startsWith(REPLACE)
                || object.create().startsWith(CompositeChange.ALTER)
                || StorageParameters.areChangedBy(object);
    }
}
