package dev.migrate.autogen.jpa;

import java.text.MessageFormat;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets Hibernate speak at debug level only: it reports its version, its pool and its doubts about settings on every
 * start, and what stops it comes as an exception anyway. Found as a service by JBoss Logging.
 */
public final class SubduedLogging implements LoggerProvider {

    @Override
    public Logger getLogger(String name) {
        return new Subdued(name);
    }

    /** Hands everything down to SLF4J, warnings as debug, details as trace. */
    private static final class Subdued extends Logger {

        private static final long serialVersionUID = 1L;

        // Kept: Hibernate asks for each property of each entity whether somebody listens. Loggers are serializable.
        private transient org.slf4j.@Nullable Logger target;

        Subdued(String name) {
            super(name);
        }

        private org.slf4j.Logger target() {
            if (target == null) {
                target = LoggerFactory.getLogger(getName());
            }
            return target;
        }

        @Override
        public boolean isEnabled(Level level) {
            return level.compareTo(Level.INFO) <= 0 ? target().isDebugEnabled() : target().isTraceEnabled();
        }

        @Override
        protected void doLog(
                Level level,
                String loggerClassName,
                Object message,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            String text = String.valueOf(message);
            write(level, parameters == null ? text : MessageFormat.format(text, parameters), thrown);
        }

        @Override
        protected void doLogf(
                Level level,
                String loggerClassName,
                String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            write(level, parameters == null ? format : String.format(format, parameters), thrown);
        }

        private void write(Level level, String text, @Nullable Throwable thrown) {
            if (level.compareTo(Level.INFO) <= 0) {
                target().debug(text, thrown);
            } else {
                target().trace(text, thrown);
            }
        }
    }

    // A mapped diagnostic context is for servers; nothing here reads one.

    @Override
    public void clearMdc() {}

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {}

    @Override
    public @Nullable String getNdc() {
        return null;
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public @Nullable String popNdc() {
        return null;
    }

    @Override
    public @Nullable String peekNdc() {
        return null;
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}
}
