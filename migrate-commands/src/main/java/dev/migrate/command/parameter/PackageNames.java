package dev.migrate.command.parameter;

import dev.migrate.MigrateException;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** The parameter {@code packages}. */
public final class PackageNames {

    private static final String EXPECTED = " Expected names of Java packages, such as db.migrations.";

    private PackageNames() {}

    /** @throws MigrateException if there are none, or one is no name of a package: no class could be in it */
    public static List<String> of(List<? extends @Nullable String> given) {
        List<String> names = Elements.of(given);
        if (names.isEmpty()) {
            throw new MigrateException("packages is empty." + EXPECTED);
        }
        for (String name : names) {
            if (!SourceVersion.isName(name)) {
                throw new MigrateException("packages has '" + name + "'." + EXPECTED);
            }
        }
        return names;
    }
}
