package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.revision.loading.HistoryLoader;
import java.util.List;

/** Prints what applies, or reverts, the whole history on the class path in {@code db.migrations}, for psql. */
final class Script {

    private Script() {}

    /** {@code [downgrade]} */
    public static void main(String[] args) {
        StringBuilder script = new StringBuilder();
        Migrate migrate = Migrate.configure()
                .history(HistoryLoader.load(Script.class.getClassLoader(), List.of("db.migrations")))
                .build();
        if (args.length == 0) {
            migrate.upgradeSql("head", script);
        } else {
            migrate.downgradeSql("head:base", script);
        }
        System.out.print(script);
    }
}
