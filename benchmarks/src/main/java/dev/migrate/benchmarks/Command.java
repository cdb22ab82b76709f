package dev.migrate.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** A program that does what is measured without Migrate. */
final class Command {

    private Command() {}

    /** Runs it to its end; its output goes nowhere. */
    static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
