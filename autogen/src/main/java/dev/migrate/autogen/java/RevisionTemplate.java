package dev.migrate.autogen.java;

import dev.migrate.operation.ObjectOperation.Execute;
import java.util.List;
import java.util.stream.Stream;

/** Revisions that a person completes. */
public final class RevisionTemplate {

    private static final Paragraph NO_WAY_BACK_YET = new Paragraph(
            List.of(
                    "What takes the SQL back is missing: nobody but the author knows it. Write it here, or throw an exception"
                            + " if there is no way back."),
            List.of());

    private RevisionTemplate() {}

    /**
     * The file with SQL behind what its {@code upgrade} does; its {@code downgrade} begins by saying that the way back is
     * the author's to write.
     */
    public static MigrationFile ofSql(MigrationFile file, String sql) {
        return file.doing(
                file.changes(),
                joined(file.upgrade(), List.of(Paragraph.of(new Execute(sql)))),
                joined(List.of(NO_WAY_BACK_YET), file.downgrade()));
    }

    private static List<Paragraph> joined(List<Paragraph> first, List<Paragraph> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
