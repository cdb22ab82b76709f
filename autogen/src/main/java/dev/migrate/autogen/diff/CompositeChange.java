package dev.migrate.autogen.diff;

import dev.migrate.schema.AuxiliaryObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A composite type whose attributes change while columns of it stay (PostgreSQL manual, ALTER TYPE). */
final class CompositeChange {

    static final String ALTER = "ALTER TYPE ";
    private static final String ALTER_ATTRIBUTE = "ALTER ATTRIBUTE ";
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

    /** The change and its opposite. The order of attributes is left as it is: no statement changes it. */
    static Optional<AuxiliaryObject> of(AuxiliaryObject from, AuxiliaryObject to) {
        Map<String, String> before = attributes(from);
        Map<String, String> after = attributes(to);
        String type = ALTER + name(from) + " ";
        return Optional.of(new AuxiliaryObject(
                to.identity(), type + actions(before, after), type + actions(after, before), to.printed()));
    }

    /** Whether two composite types have the same attributes, in whatever order. */
    static boolean isSame(AuxiliaryObject from, AuxiliaryObject to) {
        return attributes(from).equals(attributes(to));
    }

    private static String actions(Map<String, String> from, Map<String, String> to) {
        List<String> actions = new ArrayList<>();
        from.keySet().stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> actions.add("DROP ATTRIBUTE " + name));
        to.forEach((name, type) -> {
            if (!from.containsKey(name)) {
                actions.add("ADD ATTRIBUTE " + name + " " + type);
            } else if (!type.equals(from.get(name))) {
                actions.add(ALTER_ATTRIBUTE + name + " TYPE " + type);
            }
        });
        return String.join(", ", actions);
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
