package dev.migrate.spring;

import dev.migrate.Migrate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Upgrades or checks each database when the context starts, before any bean that depends on its initialization. */
public final class MigrateInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrateInitializer.class);

    private final MigrateHistories histories;
    private final Map<String, Surroundings.Decision> decisions;
    private final List<String> warnings;

    MigrateInitializer(
            MigrateHistories histories, Map<String, Surroundings.Decision> decisions, List<String> warnings) {
        this.histories = histories;
        this.decisions = new TreeMap<>(decisions);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Does what the mode of each history says.
     *
     * @throws dev.migrate.MigrateException if a database isn't current, or can't be upgraded
     */
    @Override
    public void afterPropertiesSet() {
        warnings.forEach(LOG::warn);
        decisions.forEach(this::initialize);
    }

    private void initialize(String name, Surroundings.Decision decision) {
        Migrate migrate = histories.get(name);
        LOG.info(
                "Migrate{}: {}, because {}.",
                decisions.size() == 1 ? "" : " (" + name + ")",
                Surroundings.name(decision.mode()),
                decision.reason());
        switch (decision.mode()) {
            case UPGRADE -> migrate.upgrade("heads");
            case REQUIRE_CURRENT -> migrate.requireCurrent();
            case OFF -> {}
        }
    }
}
