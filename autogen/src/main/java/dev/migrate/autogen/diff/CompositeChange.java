package dev.migrate.autogen.diff;

import dev.migrate.schema.AuxiliaryObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A composite type whose attributes change while columns of it stay (PostgreSQL manual, ALTER TYPE). */
final class CompositeChange {

    static final String ALTER = "ALTER TYPE ";
    private static final String ALTER_ATTRIBUTE = "ALTER ATTRIBUTE ";
    private static final String DROP_ATTRIBUTE = "DROP ATTRIBUTE ";
    private static final Pattern DROPPED = Pattern.compile("[ ,] ?" + DROP_ATTRIBUTE + "(\"(?:[^\"]|\"\")+\"|[^ ,]+)");
    private static final String TYPE = "type ";

    private CompositeChange() {}

    static boolean isComposite(AuxiliaryObject object) {
        String printed = object.printed();
        return object.identity().startsWith(TYPE) && printed != null && printed.contains(" AS (");
    }

    /** The type's name as PostgreSQL prints it. */
    static String name(AuxiliaryObject composite) {
        return composite.identity().substring(TYPE.length());
    }

    /** Whether it stands for a change that gives an attribute another type. */
    static boolean retypes(AuxiliaryObject change) {
        return change.create().startsWith(ALTER) && change.create().contains(ALTER_ATTRIBUTE);
    }

    /**
     * The changes, each with its opposite: attributes that come and go behind those that get another type, for which
     * columns hold the text of as many attributes as the type has. Their order is left as it is: no statement changes it.
     */
    static List<AuxiliaryObject> of(AuxiliaryObject from, AuxiliaryObject to) {
        Map<String, String> before = attributes(from);
        Map<String, String> after = attributes(to);
        List<AuxiliaryObject> changes = new ArrayList<>();
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

    /** Whether two composite types have the same attributes, in whatever order. */
    static boolean isSame(AuxiliaryObject from, AuxiliaryObject to) {
        return attributes(from).equals(attributes(to));
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
                actions.add("ADD ATTRIBUTE " + name + " " + type);
            }
        });
        return actions;
    }

    /** The attributes that a change takes away, as PostgreSQL prints their names; none if the statement is no change. */
    static List<String> dropped(String statement) {
        return statement.startsWith(ALTER)
                ? DROPPED.matcher(statement)
                        .results()
                        .map(found -> found.group(1))
                        .toList()
                : List.of();
    }

    /** The types by the names of the attributes, both as PostgreSQL prints them. */
    private static Map<String, String> attributes(AuxiliaryObject type) {
        String printed = String.valueOf(type.printed());
        String list = printed.substring(printed.indexOf(" AS (") + " AS (".length(), printed.lastIndexOf(')'));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : list.split(", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            int end = attribute.startsWith("\"") ? attribute.lastIndexOf('"') + 1 : attribute.indexOf(' ');
            attributes.put(attribute.substring(0, end), attribute.substring(end).strip());
        }
        return attributes;
    }
}
