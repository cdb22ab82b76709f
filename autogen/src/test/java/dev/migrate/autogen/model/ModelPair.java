package dev.migrate.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model with rows, and what it becomes. */
final class ModelPair {

    private static final String EARLIER = "earlier";
    private static final String LATER = "later";

    private final ModelChange change;
    private final OnlineOptions options;
    private final TestDatabase database;
    private final ServerVersion server;
    private final Path entities;
    private final ModelHistory history;
    private String step = "compile";

    /** @param directory an empty one, for its classes */
    ModelPair(ModelChange change, OnlineOptions options, TestDatabase database, Path directory) {
        this.change = change;
        this.options = options.backfill(change.backfill());
        this.database = database;
        this.server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        this.entities = directory.resolve("entities");
        this.history = new ModelHistory(database, directory.resolve("migrations"));
    }

    /** Migrates up, down and up again, between which an application writes and reads rows. */
    void roundTrip() {
        Map<String, String> sources = new TreeMap<>(ModelSource.of(change.earlier(), EARLIER));
        sources.putAll(ModelSource.of(change.later(), LATER));
        CompiledClasses.compile(sources, List.of(), entities);
        ClassLoader classLoader = ModelHistory.classLoader(entities);
        EntitySource before = source(change.earlier(), classLoader, EARLIER);
        EntitySource after = source(change.later(), classLoader, LATER);

        step = "first migration";
        history.autogenerate(before, List.of(), OnlineOptions.ONLINE);
        history.upgrade();
        Map<String, Map<String, String>> rows;
        step = "first rows";
        try (ModelRows application = ModelRows.open(change, change.earlier(), classLoader, EARLIER, database)) {
            application.insert(1);
            rows = application.read();
        }

        step = "upgrade";
        history.autogenerate(after, change.renames(), options);
        history.upgrade();
        assertThat(history.drift(after)).as("drift").isEmpty();
        step = "rows after the upgrade";
        try (ModelRows application = ModelRows.open(change, change.later(), classLoader, LATER, database)) {
            assertThat(application.read()).isEqualTo(change.upgraded(rows));
            application.insert(4);
            application.insertAndRemove(78);
            application.update();
            rows = application.read();
        }

        step = "downgrade";
        history.downgrade();
        assertThat(history.drift(before)).as("drift").isEmpty();
        step = "rows after the downgrade";
        try (ModelRows application = ModelRows.open(change, change.earlier(), classLoader, EARLIER, database)) {
            assertThat(application.read()).isEqualTo(change.downgraded(rows));
            application.insert(7);
            rows = application.read();
        }

        step = "second upgrade";
        history.upgrade();
        step = "rows after the second upgrade";
        try (ModelRows application = ModelRows.open(change, change.later(), classLoader, LATER, database)) {
            assertThat(application.read()).isEqualTo(change.upgraded(rows));
            application.insert(10);
        }
    }

    /** What it was about to do. */
    String step() {
        return step;
    }

    /** How far it came, and with which migration. */
    String describe() {
        return "at: " + step + "\nrenames: " + change.renames() + "\nbackfill: " + change.backfill() + "\n"
                + history.lastSource();
    }

    private EntitySource source(Model model, ClassLoader classLoader, String packageName) {
        EntitySource source = EntitySource.of(classLoader)
                .roots(List.of(entities))
                .packages(List.of(packageName))
                .postgresMajor(server.major());
        for (Map.Entry<String, String> setting : model.settings().entrySet()) {
            source = source.setting(setting.getKey(), setting.getValue());
        }
        return source;
    }
}
