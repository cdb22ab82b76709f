package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds Hibernate's own mapping files in directories and jars. */
final class HbmFiles {

    private HbmFiles() {}

    /** Their names as class path resources: {@code shop/Article.hbm.xml}. */
    static Set<String> in(List<Path> roots) {
        Set<String> found = new TreeSet<>();
        for (Path root : roots) {
            try {
                Roots.read(root, path -> path.endsWith(".hbm.xml"), (path, bytes) -> found.add(path));
            } catch (IOException e) {
                throw new MigrateException("Cannot search " + root + " for mapping files: " + e.getMessage(), e);
            }
        }
        return found;
    }
}
