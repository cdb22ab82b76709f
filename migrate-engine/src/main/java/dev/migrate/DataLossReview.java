package dev.migrate;

import dev.migrate.lint.DataLoss;
import dev.migrate.lint.Hazard;
import dev.migrate.lint.Ignored;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.journal.StepText;
import java.util.List;

/** Says what a plan loses for good, or refuses it. */
final class DataLossReview implements PlanReview {

    private static final int MOST_LINES = 20;

    private final OnDataLoss onLoss;
    private final List<Ignored> allowed;
    private final DataLoss losses;

    /** @param allowed rules that somebody has decided to ignore, each with its reason */
    DataLossReview(OnDataLoss onLoss, List<Ignored> allowed, ColumnTypes types) {
        this.onLoss = onLoss;
        this.allowed = List.copyOf(allowed);
        this.losses = new DataLoss(types::of);
    }

    @Override
    public void look(RecordedRevision step) {
        losses.look(step);
    }

    @Override
    public List<String> finish(Plan plan) {
        List<Hazard> found = losses.found().stream()
                .filter(loss -> allowed.stream().noneMatch(rule -> rule.covers(loss)))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        String action = StepText.action(plan.steps().get(0));
        if (onLoss == OnDataLoss.WARN) {
            return List.of("This " + action + " loses data:\n" + text(found));
        }
        Hazard first = found.get(0);
        throw new MigrateException("Nothing was run, because this " + action + " loses data (loss is refuse):\n"
                + text(found)
                + "\nKeep a dump of it. Then allow each of them with its reason, such as <lintIgnore><rule>"
                + first.revision().id() + ":" + first.rule().id()
                + "=nobody has read it since 2.4</rule></lintIgnore>, or all of them once with -Dmigrate.loss=warn.");
    }

    private static String text(List<Hazard> found) {
        List<String> lines = found.stream()
                .map(loss -> "  " + loss.revision().summary() + ": " + loss.text() + " ["
                        + loss.rule().id() + "]")
                .toList();
        int more = lines.size() - MOST_LINES;
        return String.join("\n", more > 0 ? lines.subList(0, MOST_LINES) : lines)
                + (more > 0 ? "\n  … and " + more + " more" : "");
    }
}
