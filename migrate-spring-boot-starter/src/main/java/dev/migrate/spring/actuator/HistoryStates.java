package dev.migrate.spring.actuator;

import dev.migrate.Migrate;
import java.util.Map;
import java.util.TreeMap;

/** The states of all histories of an application, as health and info show them. */
final class HistoryStates {

    private final Map<String, Migrate> histories;

    HistoryStates(Map<String, Migrate> histories) {
        this.histories = histories;
    }

    Map<String, HistoryState> read() {
        Map<String, HistoryState> states = new TreeMap<>();
        histories.forEach((name, migrate) -> states.put(name, HistoryState.of(migrate.status())));
        return states;
    }

    static boolean areCurrent(Map<String, HistoryState> states) {
        return states.values().stream().allMatch(HistoryState::isCurrent);
    }

    /** The details of the only history, or those of each by its name. */
    static Map<String, Object> details(Map<String, HistoryState> states) {
        if (states.size() == 1) {
            return states.values().iterator().next().details();
        }
        Map<String, Object> details = new TreeMap<>();
        states.forEach((name, state) -> details.put(name, state.details()));
        return details;
    }
}
