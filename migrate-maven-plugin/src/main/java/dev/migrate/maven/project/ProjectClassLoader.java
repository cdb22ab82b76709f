package dev.migrate.maven.project;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a project's classes. Migrate's own come from the plugin, so that a migration and the goal that runs it mean the
 * same {@code Operations}; nothing else of the plugin's or Maven's is visible.
 */
public final class ProjectClassLoader extends URLClassLoader {

    private static final String OWN = "dev.migrate.";

    static {
        registerAsParallelCapable();
    }

    private final SourceResources resources;

    /**
     * @param resources the project's, which come before what has been copied of them to the class path
     * @param classPath folders and jars, in this order
     */
    public ProjectClassLoader(SourceResources resources, List<Path> classPath, ClassLoader plugin) {
        super("migrations", urls(classPath), new OwnClasses(plugin));
        this.resources = resources;
    }

    @Override
    public @Nullable URL findResource(String name) {
        Optional<Path> source = resources.find(name);
        return source.isPresent() ? url(source.get()) : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        resources.find(name).map(ProjectClassLoader::url).ifPresent(found::add);
        found.addAll(Collections.list(super.findResources(name)));
        return Collections.enumeration(found);
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
