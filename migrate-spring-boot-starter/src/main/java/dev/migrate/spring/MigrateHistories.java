package dev.migrate.spring;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The histories of an application, by name. An application that names none has one, called "default". */
public final class MigrateHistories {

    private final Map<String, Migrate> byName;

    MigrateHistories(Map<String, Migrate> byName) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** All of them, sorted by name. */
    public Map<String, Migrate> byName() {
        return byName;
    }

    /**
     * The history of this name.
     *
     * @throws MigrateException if there is none; the message lists those that exist
     */
    public Migrate get(String name) {
        Migrate found = byName.get(name);
        if (found == null) {
            throw new MigrateException("No history is called '" + name + "'. Expected one of: "
                    + String.join(", ", byName.keySet()) + ".");
        }
        return found;
    }
}
