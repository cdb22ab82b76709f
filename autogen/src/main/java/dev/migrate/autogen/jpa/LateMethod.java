package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/**
 * A public method that some versions of Hibernate have, found once for each class that is asked: it is called for every
 * column.
 */
final class LateMethod {

    private final ClassValue<Optional<Method>> ofClass;
    private final String name;

    LateMethod(String name, int parameters) {
        this.name = name;
        this.ofClass = new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                return Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                        .filter(method ->
                                Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                        .findFirst();
            }
        };
    }

    /** The type of a parameter. */
    Class<?> parameter(Object target, int position) {
        return ofClass.get(target.getClass()).orElseThrow().getParameterTypes()[position];
    }

    /** What it returns, or nothing if there is no such method or it returns null. */
    Optional<Object> call(Object target, Object... arguments) {
        Optional<Method> method = ofClass.get(target.getClass());
        if (method.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(method.get().invoke(target, arguments));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.get() + " is public but cannot be called", e);
        } catch (InvocationTargetException e) {
            throw new MigrateException("Hibernate cannot tell " + name + " of " + target + ": " + e.getCause(), e);
        }
    }
}
