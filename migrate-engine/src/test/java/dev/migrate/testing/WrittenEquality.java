package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records whose equality is code (docs/decisions/0015): whether it counts what it should. */
public final class WrittenEquality {

    private WrittenEquality() {}

    /**
     * Fails unless each value equals its copy, and none that differs in a single component.
     *
     * @param other a value of the same record that has nothing in common with {@code one}
     */
    public static void requireEachComponent(Record one, Record other) throws ReflectiveOperationException {
        RecordComponent[] components = one.getClass().getRecordComponents();

        assertThat(with(one, other, -1)).isEqualTo(one).hasSameHashCodeAs(one);
        for (int i = 0; i < components.length; i++) {
            assertThat(with(one, other, i)).as(components[i].getName()).isNotEqualTo(one);
            assertThat(with(other, one, i)).as(components[i].getName()).isNotEqualTo(other);
        }
    }

    /** {@code value}, but for one component, which is that of {@code other}. */
    public static <R extends Record> R with(R value, R other, int component) throws ReflectiveOperationException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            arguments[i] = accessor.invoke(i == component ? other : value);
        }
        @SuppressWarnings("unchecked") // the class of an R
        var constructor = (Constructor<R>) value.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }
}
