package dev.migrate.spring.actuator;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.spring.MigrateCustomizer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Observes each revision that runs, under the name {@code migrate.revision}, with the keys {@code history},
 * {@code revision} and {@code direction}: a timer where Micrometer has a meter registry, a span where it traces.
 */
final class RevisionObservations implements MigrateCustomizer {

    private final Supplier<ObservationRegistry> registry;

    RevisionObservations(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void customize(String history, MigrateBuilder migrate) {
        migrate.listener(new Observing(history));
    }

    /** Called in the thread of the run, one revision after the other. */
    private final class Observing implements RunListener {

        private final String history;
        private @Nullable Observation current;

        Observing(String history) {
            this.history = history;
        }

        @Override
        public void revisionStarted(Step step) {
            stop(null); // One that is tried again because of a lock.
            current = Observation.createNotStarted("migrate.revision", registry.get())
                    .contextualName("migrate " + step.direction().name().toLowerCase(Locale.ROOT))
                    .lowCardinalityKeyValue("history", history)
                    .lowCardinalityKeyValue("revision", step.revision().id())
                    .lowCardinalityKeyValue("direction", step.direction().name().toLowerCase(Locale.ROOT))
                    .start();
        }

        @Override
        public void revisionFinished(Step step, Duration duration) {
            stop(null);
        }

        @Override
        public void runFailed(MigrateException failure, Duration duration) {
            stop(failure);
        }

        private void stop(@Nullable MigrateException failure) {
            Observation observed = current;
            current = null;
            if (observed != null) {
                if (failure != null) {
                    observed.error(failure);
                }
                observed.stop();
            }
        }
    }
}
