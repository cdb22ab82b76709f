package dev.migrate.test;

import dev.migrate.MigrateException;
import dev.migrate.test.MigratedDatabase.Per;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What a Spring test class has from before its context is looked for until after its last callback: a slot. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
final class SpringLease implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    /** Contexts live as long as the process, so do their slots. Guarded by the class. */
    private static final Map<Clone, List<SpringSlot>> SLOTS = new HashMap<>();

    /** The leases of the classes that run now, for Spring, which knows nothing of JUnit's stores. Guarded by the class. */
    private static final Map<Class<?>, SpringLease> ACTIVE = new HashMap<>();

    private record Clone(ServerChoice server, HistorySettings settings, Seeds seeds) {}

    private final Annotated annotated;
    private final Clone clone;
    private final SpringSlot slot;
    private final AtomicReference<@Nullable String> method = new AtomicReference<>();

    private SpringLease(Annotated annotated, Clone clone, SpringSlot slot) {
        this.annotated = annotated;
        this.clone = clone;
        this.slot = slot;
    }

    static synchronized SpringLease take(Annotated annotated, HistorySettings settings, ServerChoice server) {
        Clone clone = new Clone(server, settings, Seeds.of(annotated.annotation(), annotated.testClass()));
        List<SpringSlot> slots = SLOTS.computeIfAbsent(clone, key -> new ArrayList<>());
        SpringSlot slot = slots.stream().filter(SpringSlot::take).findFirst().orElseGet(() -> {
            SpringSlot another = new SpringSlot();
            another.take();
            slots.add(another);
            return another;
        });
        SpringLease lease = new SpringLease(annotated, clone, slot);
        ACTIVE.put(annotated.testClass(), lease);
        return lease;
    }

    /** The lease of a class that runs now; null if it has none. */
    static synchronized @Nullable SpringLease of(Class<?> testClass) {
        return Annotated.of(testClass)
                .map(found -> ACTIVE.get(found.testClass()))
                .orElse(null);
    }

    @Override
    public void close() {
        synchronized (SpringLease.class) {
            ACTIVE.remove(annotated.testClass(), this);
        }
        slot.free();
    }

    SpringSlot slot() {
        return slot;
    }

    ServerChoice server() {
        return clone.server();
    }

    HistorySettings settings() {
        return clone.settings();
    }

    Seeds seeds() {
        return clone.seeds();
    }

    boolean isPerMethod() {
        return annotated.annotation().per() == Per.METHOD;
    }

    /**
     * Begins a method that has a database of its own.
     *
     * @return ends it when it is closed
     * @throws MigrateException if another method of the class runs: they share the application's DataSource
     */
    Turn begin(String name) {
        String other = method.getAndUpdate(running -> running == null ? name : running);
        if (other != null) {
            throw new MigrateException("Two methods of " + annotated.testClass().getSimpleName() + " run at once, "
                    + other + " and " + name + ", and share the DataSource of a Spring context: they can't have a"
                    + " database each. Add @Execution(ExecutionMode.SAME_THREAD) to the class.");
        }
        return new Turn(this);
    }

    /** One method of a class whose methods have a database each. */
    record Turn(SpringLease lease) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            lease.slot.retire();
            lease.method.set(null);
        }
    }

    /** The application's DataSource, which takes part in Spring's transactions. */
    DataSource dataSource(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(DataSource.class);
    }

    /** How to connect to the database that the application's DataSource leads to now. */
    JdbcUrl url(ExtensionContext context) {
        dataSource(context);
        return slot.database().url();
    }
}
