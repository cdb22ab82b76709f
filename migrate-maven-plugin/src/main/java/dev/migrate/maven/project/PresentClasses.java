package dev.migrate.maven.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * A compiler's view of a class path without some of its classes: those of revisions whose sources may be gone, which the
 * processor would take for present ones.
 */
final class PresentClasses extends ForwardingJavaFileManager<JavaFileManager> {

    private final Set<String> absent;

    /** @param absent binary names */
    PresentClasses(JavaFileManager all, Set<String> absent) {
        super(all);
        this.absent = Set.copyOf(absent);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> all = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || absent.isEmpty()) {
            return all;
        }
        List<JavaFileObject> present = new ArrayList<>();
        for (JavaFileObject file : all) {
            if (!absent.contains(inferBinaryName(location, file))) {
                present.add(file);
            }
        }
        return present;
    }
}
