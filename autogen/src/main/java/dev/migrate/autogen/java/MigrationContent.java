package dev.migrate.autogen.java;

import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.dependency.Pruned;
import dev.migrate.autogen.diff.renaming.MovedTable;
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.diff.text.Rights;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a difference what a migration does, with comments on what is lost and on what may be a rename, and without what
 * goes away by itself.
 */
public final class MigrationContent {

    private MigrationContent() {}

    /** The file with the difference as its way there, and the inverse as its way back, each operation as it is. */
    public static MigrationFile of(MigrationFile file, Difference difference) {
        return of(
                file,
                difference,
                plain(difference.operations(), difference.before()),
                difference::losses,
                plain(difference.inverse(), difference.after()),
                difference.reversed()::losses);
    }

    /**
     * The file with the difference done in these steps.
     *
     * @param upgrade what leads where the difference leads
     * @param losses what an operation of these destroys
     * @param downgrade what leads back
     * @param lossesBack what an operation of these destroys
     */
    public static MigrationFile of(
            MigrationFile file,
            Difference difference,
            List<Paragraph> upgrade,
            Function<Operation, List<String>> losses,
            List<Paragraph> downgrade,
            Function<Operation, List<String>> lossesBack) {
        return file.doing(
                DetectedText.of(difference.operations()),
                paragraphs(upgrade, difference.candidates(), difference.operations(), losses),
                paragraphs(downgrade, List.of(), List.of(), lossesBack));
    }

    private static List<Paragraph> plain(List<Reversible> operations, Schema before) {
        return Pruned.of(operations, before).stream().map(Paragraph::of).toList();
    }

    /** What destroys or may be a rename has a comment; what has the same comment stands together. */
    private static List<Paragraph> paragraphs(
            List<Paragraph> steps,
            List<RenameCandidate> candidates,
            List<Reversible> all,
            Function<Operation, List<String>> losses) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Paragraph step : steps) {
            Paragraph commented = commented(step, candidates, all, losses);
            int last = paragraphs.size() - 1;
            if (last >= 0 && isTogether(paragraphs.get(last), commented)) {
                paragraphs.set(last, joined(paragraphs.get(last), commented));
            } else {
                paragraphs.add(commented);
            }
        }
        return paragraphs;
    }

    private static boolean isTogether(Paragraph first, Paragraph second) {
        return first.comment().equals(second.comment())
                || (second.operations().size() == 1
                        && first.alone().isEmpty()
                        && second.alone().isEmpty()
                        && OneRewrite.isPossible(
                                first.operations(), second.operations().get(0)));
    }

    private static Paragraph joined(Paragraph first, Paragraph second) {
        return new Paragraph(
                Stream.concat(first.comment().stream(), second.comment().stream())
                        .distinct()
                        .toList(),
                joined(first.operations(), second.operations()),
                joined(first.alone(), second.alone()));
    }

    private static List<Operation> joined(List<? extends Operation> first, List<? extends Operation> second) {
        List<Operation> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Paragraph commented(
            Paragraph paragraph,
            List<RenameCandidate> candidates,
            List<Reversible> all,
            Function<Operation, List<String>> losses) {
        List<String> comment = new ArrayList<>();
        for (Operation operation : paragraph.operations()) {
            comment.addAll(losses.apply(operation));
            Rights.comment(operation).ifPresent(comment::add);
            MovedTable.of(operation, all).map(MovedTable::advice).ifPresent(comment::add);
            candidates.stream()
                    .filter(candidate -> candidate.drop().equals(operation))
                    .forEach(candidate -> comment.add("If this is a rename, write this revision again with "
                            + "-Dmigrate.rename=" + candidate.option() + " and " + candidate.saved() + "."));
        }
        comment.addAll(paragraph.comment());
        return new Paragraph(comment, paragraph.operations(), paragraph.alone());
    }
}
