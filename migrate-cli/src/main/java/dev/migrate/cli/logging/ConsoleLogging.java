package dev.migrate.cli.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** What SLF4J logs to in this process, whichever other provider an application brings. */
public final class ConsoleLogging implements SLF4JServiceProvider {

    private final ConsoleLoggers loggers = new ConsoleLoggers();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();

    /** Called by SLF4J. */
    public ConsoleLogging() {}

    /** Makes SLF4J choose this one; to be called before anything is logged (SLF4J manual, "slf4j.provider"). */
    public static void choose() {
        System.setProperty("slf4j.provider", ConsoleLogging.class.getName());
        // Otherwise SLF4J says that it does as it is told.
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public @Nullable MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Everything is made with it.
    }
}
