package dev.migrate.cli.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger whose lines are messages alone. */
final class ConsoleLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<ConsoleLoggers.Sink> sink;

    ConsoleLogger(String name, Supplier<ConsoleLoggers.Sink> sink) {
        this.name = name;
        this.sink = sink;
    }

    @Override
    public boolean isTraceEnabled() {
        return sink.get().takes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return sink.get().takes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return sink.get().takes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return sink.get().takes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return sink.get().takes(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        String line = String.valueOf(MessageFormatter.basicArrayFormat(message, arguments));
        sink.get().accept(level, cause == null ? line : line + "\n" + stackTrace(cause));
    }

    private static String stackTrace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        return text.toString().stripTrailing();
    }
}
