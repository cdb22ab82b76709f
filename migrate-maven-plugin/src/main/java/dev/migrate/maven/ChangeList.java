package dev.migrate.maven;

import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.Loss;
import dev.migrate.autogen.diff.RenameCandidate;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import java.util.ArrayList;
import java.util.List;

/** A difference in words: for a terminal, and for the comments of the migration it becomes. */
final class ChangeList {

    private static final DdlRenderer SQL = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.NEWEST_TESTED));

    private final Difference difference;

    ChangeList(Difference difference) {
        this.difference = difference;
    }

    /** A line for each statement: its first one. */
    List<String> lines() {
        return difference.operations().stream()
                .flatMap(operation -> statements(operation).stream())
                .toList();
    }

    private static List<String> statements(Operation operation) {
        return SQL.render(operation).stream()
                .map(Statement::sql)
                .map(sql -> sql.lines().findFirst().orElse("").stripTrailing())
                .map(line -> line.endsWith("(") ? line + "…)" : line)
                .toList();
    }

    /** The way there. */
    List<Paragraph> upgrade() {
        return paragraphs(difference.operations());
    }

    /** The way back. */
    List<Paragraph> downgrade() {
        return paragraphs(difference.inverse());
    }

    private List<Paragraph> paragraphs(List<Reversible> operations) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Reversible operation : operations) {
            List<String> comment = new ArrayList<>(Loss.of(operation).stream().toList());
            difference.candidates().stream()
                    .filter(candidate -> candidate.drop().equals(operation))
                    .map(ChangeList::hint)
                    .forEach(comment::add);
            paragraphs.add(new Paragraph(comment, List.of(operation)));
        }
        return paragraphs;
    }

    /** What a person may want to answer. */
    List<String> hints() {
        return difference.candidates().stream().map(ChangeList::hint).toList();
    }

    private static String hint(RenameCandidate candidate) {
        return "If this is a rename, write it again with -Dmigrate.rename=" + candidate.option() + ".";
    }
}
