package dev.migrate.autogen;

import dev.migrate.MigrateException;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's runtime class path by itself, with its own Hibernate, apart from whatever the build tool has loaded.
 *
 * <pre>{@code
 * try (EntityClassLoader entities = EntityClassLoader.of(runtimeClassPath)) {
 *     Schema declared = entities.read(EntitySource.of(entities).roots(List.of(classesDirectory)));
 * }
 * }</pre>
 *
 * <p>Of Migrate only the classes that touch Hibernate are loaded here. The vocabulary and SLF4J come from the caller, so
 * that a {@link Schema} means the same on both sides and nothing configures logging a second time.
 */
public final class EntityClassLoader extends URLClassLoader implements EntityReader {

    private static final String CHILD_PACKAGE = "dev.migrate.autogen.jpa.";
    private static final String READER = CHILD_PACKAGE + "HibernateEntityReader";
    private static final List<String> FROM_CALLER = List.of("dev.migrate.", "org.slf4j.");

    /** How the names of the platform's classes begin. */
    private static final List<String> OF_PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.", "org.xml.", "org.ietf.", "netscape.");

    /** Versions of Hibernate that lack classes the reader is made of. One that names no version is tried. */
    private static final Pattern UNREADABLE = Pattern.compile("([0-5]|6\\.[0-3]|[89]|[1-9][0-9]+)\\.");

    private static final String LOGGING_SERVICE = "META-INF/services/org.jboss.logging.LoggerProvider";

    static {
        registerAsParallelCapable();
    }

    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private @Nullable EntityReader reader;
    private final ClassLoader caller = Objects.requireNonNull(EntityClassLoader.class.getClassLoader());

    private EntityClassLoader(URL[] classPath) {
        super("entities", classPath, ClassLoader.getPlatformClassLoader());
    }

    /** @param classPath directories and jars: the project's classes, its dependencies, a Hibernate among them */
    public static EntityClassLoader of(List<Path> classPath) {
        URL ownJar =
                EntityClassLoader.class.getProtectionDomain().getCodeSource().getLocation();
        // First: a project that compiles hooks has this jar too, in whatever version.
        URL[] urls = Stream.concat(Stream.of(ownJar), classPath.stream().map(EntityClassLoader::url))
                .toArray(URL[]::new);
        return new EntityClassLoader(urls);
    }

    /**
     * {@inheritDoc}
     *
     * @throws MigrateException also if there is no Hibernate on the class path, or one that entities aren't read with
     */
    @Override
    public Schema read(EntitySource source) {
        return inside(() -> reader().read(source));
    }

    @Override
    public void prepare(EntitySource source) {
        inside(() -> {
            reader().prepare(source);
            return source;
        });
    }

    private <T> T inside(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One for all reads: it remembers what it has found. */
    private synchronized EntityReader reader() {
        if (reader == null) {
            reader = newReader();
        }
        return reader;
    }

    private EntityReader newReader() {
        if (findResource("org/hibernate/Version.class") == null) {
            throw new MigrateException("No Hibernate on the project's runtime class path, which autogenerate reads the"
                    + " entities with. Add org.hibernate.orm:hibernate-core, 6.4 to 7.4, as a dependency, in scope"
                    + " provided where a server brings it.");
        }
        try {
            String version = String.valueOf(loadClass("org.hibernate.Version")
                    .getMethod("getVersionString")
                    .invoke(null));
            if (UNREADABLE.matcher(version).lookingAt()) {
                throw new MigrateException("Hibernate " + version + " is on the project's runtime class path. Entities"
                        + " are read with Hibernate 6.4 to 7.4: use one of these. Without it, revisions can still be"
                        + " written by hand (mvn migrate:revision) and applied.");
            }
            return Class.forName(READER, true, this)
                    .asSubclass(EntityReader.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(READER + " cannot be created beside the project's Hibernate", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(CHILD_PACKAGE) && startsWithAny(FROM_CALLER, name)) {
            try {
                return caller.loadClass(name);
            } catch (ClassNotFoundException notTheCallers) {
                return super.loadClass(name, resolve);
            }
        }
        return startsWithAny(OF_PLATFORM, name) ? super.loadClass(name, resolve) : loadOwn(name, resolve);
    }

    /** The platform's class loader would be asked in vain, and say so with an exception for each of thousands. */
    private Class<?> loadOwn(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException notTheProjects) {
                return super.loadClass(name, resolve);
            }
        }
    }

    private static boolean startsWithAny(List<String> prefixes, String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Hibernate asks for the {@code package-info} of each entity: what isn't there is searched for once. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (missing.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            missing.add(name);
            throw e;
        }
    }

    /** Hibernate looks for its logging as a {@link ServiceLoader} does, and finds ours only. */
    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        if (LOGGING_SERVICE.equals(name)) {
            return Collections.enumeration(
                    List.of(Objects.requireNonNull(EntityClassLoader.class.getResource("hibernate-logging"))));
        }
        return super.findResources(name);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a place for classes: " + path, e);
        }
    }
}
