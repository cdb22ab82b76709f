package dev.migrate.lint;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A revision on top of one that made the tables it is about.
 *
 * @param rule what it is there to show, or not to
 * @param name what it does, in words
 * @param upgrade its operations
 * @param expected the hazards, a line each: {@code drop-column agents.status: The values of …}; empty for none
 */
record LintCase(Rule rule, String name, Consumer<Operations> upgrade, String expected) {

    /** What a lint of this revision alone finds. */
    String found(Consumer<Operations> history) {
        Map<String, Migration> migrations = new HashMap<>();
        migrations.put("0001", migration(history, op -> op.execute("SELECT 1")));
        migrations.put("0002", migration(upgrade, op -> op.execute("SELECT 1")));
        StringBuilder lines = new StringBuilder();
        for (Hazard hazard : lint(migrations, "0001:0002").hazards()) {
            lines.append(hazard.rule().id())
                    .append(hazard.object().isEmpty() ? "" : " " + hazard.object())
                    .append(": ")
                    .append(hazard.text())
                    .append('\n');
        }
        return lines.toString();
    }

    static Migration migration(Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                upgrade.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                downgrade.accept(op);
            }
        };
    }

    /** Lints revisions on one line, in the order of their ids. */
    static LintReport lint(Map<String, Migration> migrations, String range) {
        Running.set(migrations);
        return migrate(migrations).lint(range);
    }

    static Migrate migrate(Map<String, Migration> migrations) {
        List<String> ids = migrations.keySet().stream().sorted().toList();
        List<RevisionInfo> revisions = ids.stream()
                .map(id -> new RevisionInfo(
                        id,
                        id.equals(ids.get(0)) ? List.of() : List.of(ids.get(ids.indexOf(id) - 1)),
                        List.of(),
                        List.of(),
                        "message of " + id,
                        null,
                        Running.class.getName() + "$R" + id,
                        null,
                        ""))
                .toList();
        return Migrate.configure().history(RevisionGraph.of(revisions)).quiet().build();
    }

    @Override
    public String toString() {
        return rule.id() + ": " + name;
    }

    /** Migrations are made by their class: these do what the test says. */
    static class Running implements Migration {

        private static final ThreadLocal<Map<String, Migration>> CURRENT = new ThreadLocal<>();

        static void set(Map<String, Migration> migrations) {
            CURRENT.set(migrations);
        }

        private final Migration migration = Objects.requireNonNull(
                CURRENT.get().get(getClass().getSimpleName().substring(1)));

        @Override
        public void upgrade(Operations op) {
            migration.upgrade(op);
        }

        @Override
        public void downgrade(Operations op) {
            migration.downgrade(op);
        }

        public static class R0001 extends Running {}

        public static class R0002 extends Running {}

        public static class R0003 extends Running {}

        public static class R0004 extends Running {}
    }

    static LintCase shows(Rule rule, String name, Consumer<Operations> upgrade, String... expected) {
        return new LintCase(rule, name, upgrade, String.join("\n", expected) + "\n");
    }

    static LintCase doesNot(Rule rule, String name, Consumer<Operations> upgrade) {
        return new LintCase(rule, name + " (does not)", upgrade, "");
    }

    static LintCase raw(Rule rule, String sql, String... expected) {
        return new LintCase(
                rule, sql, op -> op.execute(sql), expected.length == 0 ? "" : String.join("\n", expected) + "\n");
    }
}
