package dev.migrate.cli;

import dev.migrate.cli.logging.ConsoleLoggers;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.slf4j.event.Level;

/**
 * What a command says beside its data: progress on standard output, as the goals do, unless a program reads that; warnings
 * and errors on standard error.
 *
 * @param progress where progress goes
 * @param errors where warnings and errors go
 * @param wording how commands are called
 * @param debug whether every statement is printed
 */
record Console(PrintStream progress, PrintStream errors, UnaryOperator<String> wording, boolean debug)
        implements ConsoleLoggers.Sink {

    /** @param isDataAlone whether nothing but data may reach standard output */
    static Console of(boolean isDataAlone, UnaryOperator<String> wording, boolean debug) {
        return new Console(isDataAlone ? System.err : System.out, System.err, wording, debug);
    }

    void progress(String text) {
        progress.println(wording.apply(text));
    }

    void warning(String text) {
        errors.println(wording.apply(text));
    }

    @Override
    public boolean takes(Level level) {
        return level.toInt() >= (debug ? Level.DEBUG : Level.INFO).toInt();
    }

    @Override
    public void accept(Level level, String line) {
        if (level.toInt() >= Level.WARN.toInt()) {
            warning(line);
        } else {
            progress(line);
        }
    }
}
