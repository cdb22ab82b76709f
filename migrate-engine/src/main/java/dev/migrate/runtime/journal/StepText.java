package dev.migrate.runtime.journal;

import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a step is called in log lines, scripts and messages. */
public final class StepText {

    private StepText() {}

    /** {@code upgrade} or {@code downgrade}. */
    public static String action(Step step) {
        return action(step.direction());
    }

    public static String action(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    /** {@code db.migrations.R0012_Okr (R0012_Okr.java:17)}: where in its migration a step went wrong. */
    public static String place(Step step, Throwable thrown) {
        String name = step.revision().className();
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(name))
                .findFirst()
                .map(frame -> name + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse(name);
    }

    /** {@code Running stamp 0011 -> 0012}; nothing stands for the base. */
    public static String stamping(Set<String> before, Set<String> after) {
        return "Running stamp " + rows(before) + " -> " + rows(after);
    }

    private static String rows(Set<String> rows) {
        return rows.stream().sorted().collect(Collectors.joining(", "));
    }

    /** {@code Running upgrade 0011 -> 0012, add database indexes}. */
    public static String running(Step step) {
        RevisionInfo revision = step.revision();
        String parents = String.join(", ", revision.revises());
        String way = step.direction() == Direction.UPGRADE
                ? parents + " -> " + revision.id()
                : revision.id() + " -> " + (parents.isEmpty() ? "base" : parents);
        return "Running " + action(step) + " " + way + (revision.message().isEmpty() ? "" : ", " + revision.message());
    }
}
