package dev.migrate.autogen.java;

import dev.migrate.autogen.diff.DetectedText;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.Loss;
import dev.migrate.autogen.diff.RenameCandidate;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a difference what a migration does: one direction after the other, with comments where a reader needs them. */
public final class MigrationContent {

    private MigrationContent() {}

    /** The file with the difference as its way there, and the inverse as its way back. */
    public static MigrationFile of(MigrationFile file, Difference difference) {
        return file.doing(
                DetectedText.of(difference.operations()),
                paragraphs(difference.operations(), difference.candidates()),
                paragraphs(withoutNeedless(difference.inverse()), List.of()));
    }

    /** What destroys or may be a rename stands apart, under a comment. */
    private static List<Paragraph> paragraphs(List<Reversible> operations, List<RenameCandidate> candidates) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Operation> plain = new ArrayList<>();
        for (Reversible operation : operations) {
            List<String> comment = comment(operation, candidates);
            if (comment.isEmpty()) {
                plain.add(operation);
            } else {
                flush(plain, paragraphs);
                paragraphs.add(new Paragraph(comment, List.of(operation)));
            }
        }
        flush(plain, paragraphs);
        return paragraphs;
    }

    private static void flush(List<Operation> plain, List<Paragraph> paragraphs) {
        if (!plain.isEmpty()) {
            paragraphs.add(new Paragraph(List.of(), plain));
            plain.clear();
        }
    }

    private static List<String> comment(Reversible operation, List<RenameCandidate> candidates) {
        List<String> comment = new ArrayList<>();
        Loss.of(operation).ifPresent(comment::add);
        candidates.stream()
                .filter(candidate -> candidate.drop().equals(operation))
                .map(candidate -> "If this is a rename, generate again with -Dmigrate.rename=" + candidate.option())
                .forEach(comment::add);
        return comment;
    }

    /** A table that is dropped takes its own indexes and constraints with it. */
    private static List<Reversible> withoutNeedless(List<Reversible> operations) {
        Set<QualifiedName> dropped = new HashSet<>();
        operations.stream()
                .filter(DropTable.class::isInstance)
                .map(DropTable.class::cast)
                .forEach(drop -> dropped.add(drop.table().name()));
        return operations.stream()
                .filter(operation -> !goesWithTable(operation, dropped))
                .toList();
    }

    /** Foreign keys stay: they are dropped first because tables point at each other. */
    private static boolean goesWithTable(Reversible operation, Set<QualifiedName> dropped) {
        return (operation instanceof DropIndex index
                        && dropped.contains(index.index().table()))
                || (operation instanceof DropConstraint constraint
                        && dropped.contains(constraint.table())
                        && !(constraint.constraint() instanceof ForeignKey));
    }
}
