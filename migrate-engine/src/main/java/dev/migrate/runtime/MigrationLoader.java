package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.revision.RevisionInfo;
import java.lang.reflect.InvocationTargetException;

/** Loads a migration's class, at the moment it is to run and not before. */
public final class MigrationLoader {

    private final ClassLoader classes;

    public MigrationLoader(ClassLoader classes) {
        this.classes = classes;
    }

    /**
     * Loads a class without initializing it.
     *
     * @return whether that went well; {@link #load} says what is wrong otherwise
     */
    public boolean prepare(RevisionInfo revision) {
        try {
            // To ask for the constructors links the class, which takes as long as loading it.
            return Class.forName(revision.className(), false, classes).getDeclaredConstructors().length > 0;
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            return false;
        }
    }

    /** @throws MigrateException if the class is missing, isn't a {@link Migration}, or can't be constructed */
    Migration load(RevisionInfo revision) {
        try {
            Class<?> type = Class.forName(revision.className(), true, classes);
            if (!Migration.class.isAssignableFrom(type)) {
                throw new MigrateException(broken(revision) + " doesn't implement " + Migration.class.getName()
                        + ". Add \"implements Migration\" with upgrade and downgrade.");
            }
            return (Migration) type.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new MigrateException(
                    broken(revision) + " is not on the class path. Compile it, or correct packages.", e);
        } catch (NoSuchMethodException e) {
            throw new MigrateException(
                    broken(revision) + " has no constructor without parameters. Add one; it must be public.", e);
        } catch (IllegalAccessException e) {
            throw new MigrateException(
                    broken(revision)
                            + " can't be accessed. Make the class and its constructor public; a Java module has"
                            + " to open its package to dev.migrate.engine, too.",
                    e);
        } catch (InstantiationException e) {
            throw new MigrateException(broken(revision) + " is abstract. A migration must be a class of its own.", e);
        } catch (InvocationTargetException e) {
            throw new MigrateException(broken(revision) + " threw in its constructor: " + e.getCause(), e.getCause());
        } catch (LinkageError e) {
            throw new MigrateException(
                    broken(revision) + " can't be loaded: " + e + ". Is everything it uses on the class path?", e);
        }
    }

    private static String broken(RevisionInfo revision) {
        return "The migration of revision " + revision.id() + ", " + revision.className() + ",";
    }
}
