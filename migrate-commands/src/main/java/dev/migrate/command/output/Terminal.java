package dev.migrate.command.output;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** Whether somebody sits before this process. */
public final class Terminal {

    private Terminal() {}

    /** Whether what is printed appears at a terminal, and not in a file or before a program. */
    // Null without a terminal is what JDK 17 to 21 say; later ones are asked below.
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isAttached() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Since JDK 22 there may be a console without a terminal, and it tells by a method that JDK 17 doesn't have. */
    private static boolean isTerminal(Console console) {
        Optional<Method> tells = Arrays.stream(Console.class.getMethods())
                .filter(method -> method.getName().equals("isTerminal"))
                .findFirst();
        try {
            return tells.isEmpty() || (boolean) tells.get().invoke(console);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The console cannot tell whether it is a terminal", e);
        }
    }
}
