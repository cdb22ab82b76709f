package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A composite type whose attributes change while columns of it stay (PostgreSQL manual, ALTER TYPE). */
public final class CompositeChange {

    static final String ALTER = "ALTER TYPE ";
    private static final String ALTER_ATTRIBUTE = "ALTER ATTRIBUTE ";
    private static final String DROP_ATTRIBUTE = "DROP ATTRIBUTE ";
    private static final String ADD_ATTRIBUTE = "ADD ATTRIBUTE ";
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^ ,]+)";
    private static final Pattern ATTRIBUTE = Pattern.compile(NAME + " (.*)", Pattern.DOTALL);
    private static final String COLLATE = " COLLATE ";
    private static final Pattern DROPPED = Pattern.compile("[ ,] ?" + DROP_ATTRIBUTE + NAME);
    private static final Pattern ADDED = Pattern.compile("[ ,] ?" + ADD_ATTRIBUTE + NAME);
    private static final String TYPE = "type ";

    private CompositeChange() {}

    public static boolean isComposite(AuxiliaryObject object) {
        String printed = object.printed();
        return object.identity().startsWith(TYPE) && printed != null && printed.contains(" AS (");
    }

    /** The type's name as PostgreSQL prints it. */
    public static String name(AuxiliaryObject composite) {
        return composite.identity().substring(TYPE.length());
    }

    /** Whether it stands for a change that gives an attribute another type, or another place. */
    public static boolean retypes(AuxiliaryObject change) {
        return change.create().startsWith(ALTER)
                && (change.create().contains(ALTER_ATTRIBUTE) || reorders(change.create()));
    }

    /** Whether attributes that a statement drops are added anew, behind others. */
    public static boolean reorders(String statement) {
        return statement.startsWith(ALTER) && !Collections.disjoint(names(DROPPED, statement), names(ADDED, statement));
    }

    /**
     * The changes, each with its opposite: attributes that come and go behind those that get another type, for which
     * columns hold the text of as many attributes as the type has. Their order is left as it is unless it counts: no
     * statement changes it but one that makes all of them anew.
     */
    static List<AuxiliaryObject> of(AuxiliaryObject from, AuxiliaryObject to) {
        Map<String, String> before = attributes(from);
        Map<String, String> after = attributes(to);
        List<AuxiliaryObject> changes = new ArrayList<>();
        if (to.ordered() && !(isKeptInOrder(before, after) && isKeptInOrder(after, before))) {
            add(changes, to, replacing(before, after), replacing(after, before));
            return changes;
        }
        add(changes, to, retyping(before, after), retyping(after, before));
        add(changes, to, comingAndGoing(before, after), comingAndGoing(after, before));
        return changes;
    }

    private static void add(
            List<AuxiliaryObject> changes, AuxiliaryObject to, List<String> actions, List<String> opposite) {
        if (!actions.isEmpty()) {
            String type = ALTER + name(to) + " ";
            changes.add(new AuxiliaryObject(
                    to.identity(),
                    type + String.join(", ", actions),
                    type + String.join(", ", opposite),
                    to.printed()));
        }
    }

    /** Whether two composite types have the same attributes, in whatever order unless it counts. */
    static boolean isSame(AuxiliaryObject from, AuxiliaryObject to) {
        Map<String, String> before = attributes(from);
        Map<String, String> after = attributes(to);
        return before.equals(after) && !(to.ordered() && !isKeptInOrder(before, after));
    }

    /** Whether attributes are in their places once some have gone, and others come behind those that stay. */
    private static boolean isKeptInOrder(Map<String, String> before, Map<String, String> after) {
        return Stream.concat(
                        before.keySet().stream().filter(after::containsKey),
                        after.keySet().stream().filter(name -> !before.containsKey(name)))
                .toList()
                .equals(List.copyOf(after.keySet()));
    }

    private static List<String> replacing(Map<String, String> from, Map<String, String> to) {
        List<String> actions = new ArrayList<>();
        from.keySet().forEach(name -> actions.add(DROP_ATTRIBUTE + name));
        to.forEach((name, type) -> actions.add(ADD_ATTRIBUTE + name + " " + type));
        return actions;
    }

    private static List<String> retyping(Map<String, String> from, Map<String, String> to) {
        return to.entrySet().stream()
                .filter(attribute -> from.containsKey(attribute.getKey())
                        && !attribute.getValue().equals(from.get(attribute.getKey())))
                .map(attribute -> ALTER_ATTRIBUTE + attribute.getKey() + " TYPE " + attribute.getValue())
                .toList();
    }

    private static List<String> comingAndGoing(Map<String, String> from, Map<String, String> to) {
        List<String> actions = new ArrayList<>();
        from.keySet().stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> actions.add(DROP_ATTRIBUTE + name));
        to.forEach((name, type) -> {
            if (!from.containsKey(name)) {
                actions.add(ADD_ATTRIBUTE + name + " " + type);
            }
        });
        return actions;
    }

    /** The attributes that a change takes away, as PostgreSQL prints their names; none if the statement is no change. */
    public static List<String> dropped(String statement) {
        if (!statement.startsWith(ALTER)) {
            return List.of();
        }
        List<String> added = names(ADDED, statement);
        return names(DROPPED, statement).stream()
                .filter(name -> !added.contains(name))
                .toList();
    }

    private static List<String> names(Pattern action, String statement) {
        return action.matcher(statement).results().map(found -> found.group(1)).toList();
    }

    /** The types by the names of the attributes, both as PostgreSQL prints them; a collation is part of the type. */
    public static Map<String, String> attributes(AuxiliaryObject type) {
        String printed = String.valueOf(type.printed());
        String list = printed.substring(listStart(printed), printed.lastIndexOf(')'));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : list.split(", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            Matcher parts = ATTRIBUTE.matcher(attribute);
            if (parts.matches()) {
                attributes.put(parts.group(1), parts.group(2));
            }
        }
        return attributes;
    }

    private static int listStart(String printed) {
        return printed.indexOf(" AS (") + " AS (".length();
    }

    /** The type of an attribute, without its collation. */
    public static Type type(String attribute) {
        return new Type(attribute.split(COLLATE, 2)[0]);
    }

    /** What is declared, with the collations that the catalog's attributes have where none is declared. */
    public static AuxiliaryObject collated(AuxiliaryObject present, AuxiliaryObject declared) {
        String printed = declared.printed();
        if (printed == null || !isComposite(present) || !isComposite(declared)) {
            return declared;
        }
        Map<String, String> before = attributes(present);
        Map<String, String> attributes = attributes(declared);
        attributes.replaceAll((name, type) -> collated(before.getOrDefault(name, ""), type));
        String list = attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + " " + attribute.getValue())
                .collect(Collectors.joining(", "));
        return declared.printed(declared.identity(), printed.substring(0, listStart(printed)) + list + ")");
    }

    private static String collated(String present, String declared) {
        int collation = present.indexOf(COLLATE);
        return collation >= 0
                        && !declared.contains(COLLATE)
                        && TypeFamily.of(type(present)) == TypeFamily.of(type(declared))
                ? declared + present.substring(collation)
                : declared;
    }
}
