package dev.migrate.autogen.hook;

import dev.migrate.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The hooks of a project, asked one after the other. What one of them throws becomes an error that names it. */
public final class Hooks {

    /** Nothing to say. */
    public static final Hooks NONE = new Hooks(List.of());

    private static final String SERVICE = "META-INF/services/" + AutogenerateHook.class.getName();

    private final List<AutogenerateHook> hooks;

    private Hooks(Collection<AutogenerateHook> hooks) {
        this.hooks = List.copyOf(hooks);
    }

    /** These hooks, in this order. */
    public static Hooks of(AutogenerateHook... hooks) {
        return new Hooks(List.of(hooks));
    }

    /**
     * The hooks that are services on a class path, then those that are named; each once.
     *
     * @param classLoader has the project's classes, and of {@code dev.migrate} the same as the caller
     * @param classNames of hooks that need not be services
     * @throws MigrateException if one cannot be created, naming it
     */
    public static Hooks load(ClassLoader classLoader, List<String> classNames) {
        Map<String, AutogenerateHook> byName = new LinkedHashMap<>();
        try {
            for (AutogenerateHook hook : ServiceLoader.load(AutogenerateHook.class, classLoader)) {
                byName.put(hook.getClass().getName(), hook);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new MigrateException(
                    "A hook in " + SERVICE + " cannot be loaded: " + e.getMessage() + ". " + remedy(e), e);
        }
        for (String name : classNames) {
            if (!byName.containsKey(name)) {
                byName.put(name, create(name, classLoader));
            }
        }
        return new Hooks(byName.values());
    }

    private static AutogenerateHook create(String name, ClassLoader classLoader) {
        try {
            return Class.forName(name, true, classLoader)
                    .asSubclass(AutogenerateHook.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new MigrateException(
                    "The hook " + name + " cannot be created: " + e + ". It must be a class on the project's class path"
                            + " with a public constructor without parameters that implements "
                            + AutogenerateHook.class.getName() + ". " + remedy(e),
                    e);
        }
    }

    /** Whether nobody has anything to say. */
    public boolean isEmpty() {
        return hooks.isEmpty();
    }

    /** Whether all hooks include it, by its name and by what it is. */
    public boolean include(SchemaObject object, Side side) {
        ObjectName name = object.name();
        return hooks.stream().allMatch(hook -> ask(hook, "includesName(" + name + ")", h -> h.includesName(name)))
                && hooks.stream()
                        .allMatch(
                                hook -> ask(hook, "includesObject(" + name + ")", h -> h.includesObject(object, side)));
    }

    /** Whether a hook takes the types for the same. */
    public boolean areSameType(ColumnPair columns) {
        return hooks.stream()
                .anyMatch(hook -> ask(hook, "isSameType(" + text(columns) + ")", h -> h.isSameType(columns)));
    }

    /** Whether a hook takes the defaults for the same. */
    public boolean areSameDefault(ColumnPair columns) {
        return hooks.stream()
                .anyMatch(hook -> ask(hook, "isSameDefault(" + text(columns) + ")", h -> h.isSameDefault(columns)));
    }

    private static String text(ColumnPair columns) {
        return columns.table() + "." + columns.database().name();
    }

    /** What the hooks make of the operations, one after the other. */
    public List<Reversible> rewritten(List<Reversible> operations) {
        List<Reversible> result = operations;
        for (AutogenerateHook hook : hooks) {
            List<Reversible> given = result;
            result = ask(hook, "rewrite", h -> List.copyOf(h.rewrite(new ArrayList<>(given))));
        }
        return result;
    }

    /** A hook's Java for a type. */
    public Optional<JavaText> java(Type type) {
        return first("java(" + type + ")", hook -> hook.java(type));
    }

    /** A hook's Java for an operation. */
    public Optional<JavaText> java(Operation operation) {
        return first("java(" + operation.getClass().getSimpleName() + ")", hook -> hook.java(operation));
    }

    private Optional<JavaText> first(String question, Function<AutogenerateHook, Optional<JavaText>> answer) {
        return hooks.stream()
                .map(hook -> ask(hook, question, answer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> T ask(AutogenerateHook hook, String question, Function<AutogenerateHook, @Nullable T> answer) {
        String asked = "The hook " + hook.getClass().getName() + " ";
        @Nullable T given;
        try {
            given = answer.apply(hook);
        } catch (RuntimeException e) {
            throw new MigrateException(asked + "failed in " + question + ": " + e + ". " + remedy(e), e);
        } catch (LinkageError e) {
            throw new MigrateException(asked + "cannot run " + question + ": " + e + ". " + remedy(e), e);
        }
        if (given == null) {
            throw new MigrateException(asked + "returned null from " + question + ". Correct it and run again.");
        }
        return given;
    }

    /** A class or method that is missing, or not the one that was expected, was another one when the hook was compiled. */
    private static String remedy(Throwable failure) {
        boolean isOfAnotherVersion = failure instanceof LinkageError || failure.getCause() instanceof LinkageError;
        return isOfAnotherVersion
                ? "It was compiled against another version of Migrate, or a class that it uses is missing: give its"
                        + " dependency dev.migrate:migrate-autogen the version of the plugin and compile it again."
                : "Correct it and run again.";
    }
}
