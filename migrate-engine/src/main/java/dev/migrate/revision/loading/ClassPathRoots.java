package dev.migrate.revision.loading;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the directories, jars and modules from which a class loader takes a package, in the order in which it searches
 * them. A jar that doesn't list its directories is found by its index.
 */
record ClassPathRoots(ClassLoader loader) {

    /** The roots that have any of the packages; to be closed. */
    List<ClassRoot> of(Collection<String> packages) throws IOException {
        Map<String, Location> locations = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String one : packages) {
            names.add(one.replace('.', '/'));
        }
        names.add(RevisionIndex.RESOURCE);
        for (String name : names) {
            for (Enumeration<URL> urls = loader.getResources(name); urls.hasMoreElements(); ) {
                URL url = urls.nextElement();
                String text = url.toString();
                String directory = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
                String root = directory.endsWith(name)
                        ? directory.substring(0, directory.length() - name.length())
                        : directory;
                locations.putIfAbsent(root, new Location(url, name));
            }
        }
        List<ClassRoot> roots = new ArrayList<>();
        for (Location location : locations.values()) {
            roots.add(location.open());
        }
        for (ModuleReference module : modules(packages)) {
            roots.add(new ClassRoot.Module(module.open()));
        }
        return roots;
    }

    private static List<ModuleReference> modules(Collection<String> packages) {
        List<ModuleReference> found = new ArrayList<>();
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            ModuleReference reference = module.reference();
            if (!isOfJava(reference) && hasAny(reference, packages)) {
                found.add(reference);
            }
        }
        return found;
    }

    /** Java's own are the most, and hold no migrations. */
    private static boolean isOfJava(ModuleReference module) {
        Optional<URI> location = module.location();
        return location.isPresent() && "jrt".equals(location.get().getScheme());
    }

    private static boolean hasAny(ModuleReference module, Collection<String> packages) {
        for (String found : module.descriptor().packages()) {
            for (String one : packages) {
                if (found.equals(one) || found.startsWith(one + ".")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Something that the class loader found, under the name it was asked for. */
    private record Location(URL url, String name) {

        ClassRoot open() throws IOException {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                jar.setUseCaches(false); // A cached jar is shared, and closing it would close it for others.
                String entry = String.valueOf(jar.getEntryName());
                int prefix = entry.endsWith("/") ? entry.length() - name.length() - 1 : entry.length() - name.length();
                return new ClassRoot.Archive(jar.getJarFile(), entry.substring(0, prefix));
            }
            try {
                Path root = Path.of(new URI(url.toString()));
                for (int levels = name.split("/").length; levels > 0; levels--) {
                    root = root.resolve("..");
                }
                return new ClassRoot.Directory(root.normalize(), false);
            } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
                throw new MigrateException(
                        "Can't list the migrations at " + url + ": expected a directory, a jar or a module.", e);
            }
        }
    }
}
