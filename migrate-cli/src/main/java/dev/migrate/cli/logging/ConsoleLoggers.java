package dev.migrate.cli.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Loggers that hand their lines to one sink: until there is one, nothing is printed. */
public final class ConsoleLoggers implements ILoggerFactory {

    /** Takes log lines. */
    public interface Sink {

        /** A sink that takes nothing. */
        Sink NONE = new Sink() {
            @Override
            public boolean takes(Level level) {
                return false;
            }

            @Override
            public void accept(Level level, String line) {}
        };

        /** Whether lines of this level are wanted. */
        boolean takes(Level level);

        /** Takes a line, or several: a stack trace is part of it. */
        void accept(Level level, String line);
    }

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private volatile Sink sink = Sink.NONE;

    ConsoleLoggers() {}

    /**
     * Hands what is logged from now on to a sink.
     *
     * @throws IllegalStateException if SLF4J logs to something else: {@link ConsoleLogging#choose} was called too late
     */
    public static void printTo(Sink sink) {
        if (!(LoggerFactory.getILoggerFactory() instanceof ConsoleLoggers loggers)) {
            throw new IllegalStateException("SLF4J logs to "
                    + LoggerFactory.getILoggerFactory().getClass().getName());
        }
        loggers.sink = sink;
    }

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, one -> new ConsoleLogger(one, () -> sink));
    }
}
