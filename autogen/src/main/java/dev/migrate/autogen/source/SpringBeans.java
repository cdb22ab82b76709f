package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Naming strategies that an application of Spring makes in code: in one of Spring Boot they win over what its files say
 * (Spring Boot how-to guide, Configure Hibernate Naming Strategy).
 */
final class SpringBeans {

    private static final DotName COMPONENT = DotName.createSimple("org.springframework.stereotype.Component");
    private static final DotName BEAN = DotName.createSimple("org.springframework.context.annotation.Bean");

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";

    /** The setting that stands for a type of bean. */
    private static final Map<String, String> STRATEGIES = Map.of(
            "org.hibernate.boot.model.naming.PhysicalNamingStrategy",
            PHYSICAL,
            "org.hibernate.boot.model.naming.ImplicitNamingStrategy",
            "hibernate.implicit_naming_strategy");

    /** Who starts Hibernate in place of Spring Boot, and with names that Spring Boot has no part in. */
    private static final List<String> FACTORIES = List.of(
            "jakarta.persistence.EntityManagerFactory",
            "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean",
            "org.springframework.orm.hibernate5.LocalSessionFactoryBean",
            "org.springframework.orm.jpa.hibernate.LocalSessionFactoryBean");

    private final Index index;
    private final EntitySource source;

    private SpringBeans(Index index, EntitySource source) {
        this.index = index;
        this.source = source;
    }

    /**
     * The strategies that are components: their classes are what Spring Boot tells Hibernate.
     *
     * @param index the application's classes that may have to do with it
     * @throws MigrateException if a method makes one, or the application makes its {@code EntityManagerFactory}, unless the
     *     caller says which strategy is meant: the tables would silently get other names
     */
    static Map<String, String> settings(Index index, EntitySource source) {
        SpringBeans beans = new SpringBeans(index, source);
        beans.requireNoneFromMethods();
        return SpringSettings.isPresent(source.classLoader()) ? beans.components() : Map.of();
    }

    private Map<String, String> components() {
        Map<String, String> settings = new TreeMap<>();
        for (AnnotationInstance use : index.getAnnotations(COMPONENT)) {
            if (use.target().kind() == AnnotationTarget.Kind.CLASS) {
                ClassInfo type = use.target().asClass();
                String setting = strategySetting(type.name().toString());
                if (setting != null) {
                    if (!type.hasNoArgsConstructor()) {
                        require(setting, type.name() + " is the application's naming strategy");
                    }
                    settings.put(setting, type.name().toString());
                }
            }
        }
        return settings;
    }

    private void requireNoneFromMethods() {
        for (AnnotationInstance use : index.getAnnotations(BEAN)) {
            if (use.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = use.target().asMethod();
                String type = method.returnType().name().toString();
                String setting = strategySetting(type);
                if (setting != null) {
                    require(setting, name(method) + " makes the application's naming strategy");
                } else if (isAny(type, FACTORIES)) {
                    require(PHYSICAL, name(method) + " makes the application's EntityManagerFactory");
                }
            }
        }
    }

    private static String name(MethodInfo method) {
        return method.declaringClass().name() + "." + method.name();
    }

    private void require(String setting, String fact) {
        if (!source.settings().containsKey(setting)) {
            throw new MigrateException(
                    fact + ", and only code says how: another strategy would give the tables other names."
                            + " Say it in the plugin's <configuration>: <hibernate><" + setting
                            + ">the strategy's class</" + setting
                            + "></hibernate>.");
        }
    }

    private @Nullable String strategySetting(String type) {
        return STRATEGIES.entrySet().stream()
                .filter(strategy -> isAny(type, List.of(strategy.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean isAny(String type, List<String> wanted) {
        try {
            List<Class<?>> rest = new ArrayList<>(List.of(Class.forName(type, false, source.classLoader())));
            for (int i = 0; i < rest.size(); i++) {
                Class<?> one = rest.get(i);
                if (wanted.contains(one.getName())) {
                    return true;
                }
                rest.addAll(List.of(one.getInterfaces()));
                if (one.getSuperclass() != null) {
                    rest.add(one.getSuperclass());
                }
            }
            return false;
        } catch (ClassNotFoundException | LinkageError notOnTheClassPath) {
            // A primitive, or what the application doesn't have at run time.
            return wanted.contains(type);
        }
    }
}
