package dev.migrate.autogen.java;

import dev.migrate.autogen.diff.DetectedText;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.Loss;
import dev.migrate.autogen.diff.RenameCandidate;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a difference what a migration does: what blocks least, comments on what is lost and on what may be a rename, and
 * nothing that goes away by itself.
 */
public final class MigrationContent {

    private MigrationContent() {}

    /** The file with the difference as its way there, and the inverse as its way back. */
    public static MigrationFile of(MigrationFile file, Difference difference) {
        return of(file, difference, Map.of());
    }

    /** @param backfills SQL values for new columns that are NOT NULL without a default, by {@code table.column} */
    public static MigrationFile of(MigrationFile file, Difference difference, Map<String, String> backfills) {
        return file.doing(
                DetectedText.of(difference.operations()),
                method(difference.operations(), difference.candidates(), backfills),
                method(difference.inverse(), List.of(), Map.of()));
    }

    private static List<Paragraph> method(
            List<Reversible> operations, List<RenameCandidate> candidates, Map<String, String> backfills) {
        return OnlineRewrite.of(pruned(operations), backfills).stream()
                .map(paragraph -> commented(paragraph, candidates))
                .toList();
    }

    private static Paragraph commented(Paragraph paragraph, List<RenameCandidate> candidates) {
        List<String> comment = new ArrayList<>();
        for (Operation operation : paragraph.operations()) {
            Loss.of(operation).ifPresent(comment::add);
            candidates.stream()
                    .filter(candidate -> candidate.drop().equals(operation))
                    .forEach(candidate -> comment.add("If this is a rename, write this revision again with "
                            + "-Dmigrate.rename=" + candidate.option() + " and nothing is lost."));
        }
        comment.addAll(paragraph.comment());
        return new Paragraph(comment, paragraph.operations(), paragraph.alone());
    }

    /** Without what goes away with its table: indexes, owned sequences, foreign keys that hold no other table. */
    private static List<Reversible> pruned(List<Reversible> operations) {
        Map<QualifiedName, Integer> drops = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof DropTable drop) {
                drops.put(drop.table().name(), i);
            }
        }
        List<QualifiedName> gone = operations.stream()
                .filter(operation -> operation instanceof ChangeSequence change && isReleased(change, drops))
                .map(operation -> ((ChangeSequence) operation).from().name())
                .toList();
        return operations.stream()
                .filter(operation -> !goesWithItsTable(operation, drops, gone))
                .toList();
    }

    private static boolean isReleased(ChangeSequence change, Map<QualifiedName, Integer> drops) {
        return change.from().ownedBy() != null
                && change.to().ownedBy() == null
                && drops.containsKey(change.from().ownedBy().table());
    }

    private static boolean goesWithItsTable(
            Reversible operation, Map<QualifiedName, Integer> drops, List<QualifiedName> gone) {
        if (operation instanceof DropIndex drop) {
            return drops.containsKey(drop.index().table());
        }
        if (operation instanceof ChangeSequence change) {
            return gone.contains(change.from().name()) && isReleased(change, drops);
        }
        if (operation instanceof DropSequence drop) {
            return gone.contains(drop.sequence().name());
        }
        if (operation instanceof DropConstraint drop && drops.containsKey(drop.table())) {
            return !(drop.constraint() instanceof ForeignKey key)
                    || !drops.containsKey(key.target())
                    || drops.get(key.target()) > drops.get(drop.table());
        }
        return false;
    }
}
