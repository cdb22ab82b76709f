package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.source.PersistenceUnit;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say when Hibernate does not start. */
final class Rejection {

    private static final String NOT_INITIALIZED = "Could not initialize class";

    /** What Hibernate's class loader says before the name. */
    private static final String NOT_LOADED = "^Could not load requested class ?: ";

    private Rejection() {}

    static MigrateException of(PersistenceUnit unit, Throwable thrown) {
        String message = failedInitializer(thrown)
                .or(() -> missingClass(thrown))
                .orElseGet(() -> "Hibernate rejects the persistence unit '" + unit.name() + "': " + said(thrown)
                        + ". Correct the mapping and try again; the application itself would not start with it.");
        return new MigrateException(message, thrown);
    }

    /**
     * Says why settled metadata couldn't be read. What Hibernate throws as its own, and classes that can't be loaded, are
     * for the application to correct; anything else is a defect of the code that reads.
     */
    static MigrateException ofReading(PersistenceUnit unit, Throwable thrown) {
        boolean isForApplication = thrown instanceof PersistenceException
                || (thrown instanceof LinkageError && !(thrown instanceof IncompatibleClassChangeError));
        return isForApplication
                ? of(unit, thrown)
                : new MigrateException(
                        "Hibernate accepts the persistence unit '" + unit.name() + "', but Migrate fails to read it: "
                                + thrown + ". This is a defect in Migrate, not in the mapping. Run Maven with -e, and"
                                + " report the stack trace with the mapping.",
                        thrown);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    /** The innermost initializer that is on a stack; one of Hibernate's own or the JDK's is no mistake of the application. */
    private static Optional<String> failedInitializer(Throwable thrown) {
        for (Throwable cause : causes(thrown).toList()) {
            Optional<String> initialized = Arrays.stream(cause.getStackTrace())
                    .filter(frame -> frame.getMethodName().equals("<clinit>"))
                    .map(StackTraceElement::getClassName)
                    .findFirst()
                    .filter(name -> !name.startsWith("java.") && !name.startsWith("org.hibernate."));
            if (initialized.isPresent() && !(cause instanceof ExceptionInInitializerError)) {
                return initialized.map(name -> "The static initializer of " + name + " throws " + cause
                        + ". Hibernate initializes the classes that it maps. Correct " + name + " and try again.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingClass(Throwable thrown) {
        return causes(thrown)
                .filter(cause -> cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> !message.startsWith(NOT_INITIALIZED))
                .map(message -> message.replaceFirst(NOT_LOADED, "").replace('/', '.'))
                .findFirst()
                .map(name -> "The class " + name + ", which the entities need, is not on the project's runtime class"
                        + " path. Add the dependency that has it; in scope test it is not seen.");
    }

    /** Hibernate wraps what it means in what it was doing; each message once, from the outside in. */
    private static String said(Throwable thrown) {
        List<String> said = new ArrayList<>();
        causes(thrown)
                .map(cause -> cause instanceof LinkageError ? cause.toString() : String.valueOf(cause.getMessage()))
                .forEach(message -> {
                    if (said.stream().noneMatch(earlier -> earlier.contains(message))) {
                        said.add(message);
                    }
                });
        String all = String.join(": ", said);
        return all.endsWith(".") ? all.substring(0, all.length() - 1) : all;
    }
}
