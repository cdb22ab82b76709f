package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks on the lists of column names that constraints and indexes hold. */
final class Names {

    private Names() {}

    static List<String> checked(List<String> names) {
        names.forEach(Identifiers::check);
        return List.copyOf(names);
    }

    /** Labels of an enum type: a label may be empty, a name may not. */
    static List<String> labels(List<String> labels) {
        checked(labels.stream().filter(label -> !label.isEmpty()).toList());
        return List.copyOf(labels);
    }

    static List<String> atLeastOne(String what, @Nullable String name, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    what + (name == null ? "" : " '" + name + "'") + " names no column; expected at least one");
        }
        return checked(columns);
    }
}
