package dev.migrate.autogen.jpa;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds for Hibernate what it asks for with each entity: where its class file is, and what its package is annotated with.
 * Hibernate itself would search every class loader there is up to the one that the build tool was started with, once more
 * for each of a thousand entities.
 */
final class ProjectClasses extends ClassLoaderServiceImpl {

    private static final long serialVersionUID = 1L;

    // Hibernate's services are serializable by their type only.
    private final transient ClassLoader classLoader;
    private final transient Set<String> barePackages = ConcurrentHashMap.newKeySet();

    ProjectClasses(ClassLoader classLoader) {
        super(classLoader);
        this.classLoader = classLoader;
    }

    @Override
    public @Nullable Package packageForNameOrNull(String name) {
        if (barePackages.contains(name)) {
            return null;
        }
        Package found = super.packageForNameOrNull(name);
        if (found == null) {
            barePackages.add(name);
        }
        return found;
    }

    /** Quarkus leaves out what Hibernate makes proxies with; it makes them when it builds an application. */
    @Override
    public <S> Collection<S> loadJavaServices(Class<S> service) {
        boolean lacksByteBuddy = service.equals(BytecodeProvider.class)
                && classLoader.getResource("net/bytebuddy/ByteBuddy.class") == null;
        return lacksByteBuddy ? List.of() : super.loadJavaServices(service);
    }

    @Override
    public @Nullable URL locateResource(String name) {
        URL own = name.endsWith(".class") && classLoader instanceof URLClassLoader project
                ? project.findResource(name)
                : null;
        return own == null ? super.locateResource(name) : own;
    }
}
