package dev.migrate.autogen.jpa;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;

/** Naming strategies that Hibernate could not make by their names, but Spring does: of classes that are not public. */
final class NamingStrategies {

    private static final List<String> SETTINGS =
            List.of("hibernate.implicit_naming_strategy", "hibernate.physical_naming_strategy");

    private NamingStrategies() {}

    /** Puts the strategy itself in place of the name of such a class. */
    static void make(Map<String, Object> settings, ClassLoader classLoader) {
        for (String setting : SETTINGS) {
            settings.computeIfPresent(setting, (key, name) -> made(name.toString(), classLoader));
        }
    }

    private static Object made(String name, ClassLoader classLoader) {
        try {
            Class<?> type = Class.forName(name, true, classLoader);
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (Modifier.isPublic(type.getModifiers()) && Modifier.isPublic(constructor.getModifiers())) {
                return name;
            }
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            // Hibernate has short names of its own, and says what is wrong with others.
            return name;
        }
    }
}
