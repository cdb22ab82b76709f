package dev.migrate.maven.project;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads a project's classes. Migrate's own come from the plugin, so that a migration and the goal that runs it mean the
 * same {@code Operations}; nothing else of the plugin's or Maven's is visible.
 */
public final class ProjectClassLoader extends URLClassLoader {

    private static final String OWN = "dev.migrate.";

    static {
        registerAsParallelCapable();
    }

    /** @param classPath folders and jars, in this order */
    public ProjectClassLoader(List<Path> classPath, ClassLoader plugin) {
        super("migrations", urls(classPath), new OwnClasses(plugin));
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream()
                .filter(Files::exists)
                .map(ProjectClassLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }

    /** The plugin's class loader, reduced to Migrate's own classes, above the JDK's. */
    private static final class OwnClasses extends ClassLoader {

        private final ClassLoader plugin;

        OwnClasses(ClassLoader plugin) {
            super("migrate", ClassLoader.getPlatformClassLoader());
            this.plugin = plugin;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(OWN)) {
                return plugin.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            return name.startsWith(OWN.replace('.', '/')) ? plugin.getResources(name) : Collections.emptyEnumeration();
        }
    }
}
