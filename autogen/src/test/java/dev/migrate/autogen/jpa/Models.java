package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntitySource;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The entities under {@code model}, a package for each feature. */
final class Models {

    private Models() {}

    /** The directory of the compiled tests. */
    static Path root() {
        try {
            return Path.of(Models.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static EntitySource source(String model) {
        return EntitySource.of(Models.class.getClassLoader())
                .roots(List.of(root()))
                .packages(List.of("dev.migrate.autogen.jpa.model." + model))
                .postgresMajor(17);
    }
}
