package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Stands for Spring or CDI, which give converters and listeners what their constructors ask for. The schema follows from
 * their classes: they are made without what they ask for, and without their constructors.
 */
final class UninjectedBeans implements BeanContainer {

    /** The setting that takes such an instance. */
    static final String SETTING = "hibernate.resource.beans.container";

    /** {@code getBeanClass} belongs to it since Hibernate 7. */
    private record Bean<B>(Class<B> getBeanClass, B getBeanInstance) implements ContainedBean<B> {}

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer hibernate) {
        return new Bean<>(type, isInjected(type) ? bare(type) : hibernate.produceBeanInstance(type));
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer hibernate) {
        return new Bean<>(type, isInjected(type) ? bare(type) : hibernate.produceBeanInstance(name, type));
    }

    private static boolean isInjected(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0);
    }

    /** As serialization makes objects; javac takes the class that can do so for one that nobody may use. */
    private static <B> B bare(Class<B> type) {
        try {
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Object constructor = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                    .invoke(
                            factory.getMethod("getReflectionFactory").invoke(null),
                            type,
                            Object.class.getDeclaredConstructor());
            return type.cast(((Constructor<?>) constructor).newInstance());
        } catch (ReflectiveOperationException e) {
            throw new MigrateException(type.getName() + " has only constructors with parameters, and can't be made", e);
        }
    }

    @Override
    public void stop() {
        // There is nothing to end.
    }
}
