package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.revision.loading.HistoryLoader;
import java.util.List;

/** Prints what applies the whole history on the class path in {@code db.migrations}, for psql. */
final class Script {

    private Script() {}

    public static void main(String[] args) {
        StringBuilder script = new StringBuilder();
        Migrate.configure()
                .history(HistoryLoader.load(Script.class.getClassLoader(), List.of("db.migrations")))
                .build()
                .upgradeSql("head", script);
        System.out.print(script);
    }
}
