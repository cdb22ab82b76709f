package dev.migrate.autogen.java;

import dev.migrate.operation.ObjectOperation.Execute;
import java.util.List;

/** Revisions that a person completes. */
public final class RevisionTemplate {

    private static final Paragraph NOTHING_IS_REVERSED = new Paragraph(
            List.of(
                    "Nothing is reversed yet: nobody but the author knows what takes this SQL back. Write it here, or throw"
                            + " an exception if there is no way back."),
            List.of());

    private RevisionTemplate() {}

    /** The file with SQL in {@code upgrade}; its {@code downgrade} says that the way back is the author's to write. */
    public static MigrationFile ofSql(MigrationFile file, String sql) {
        return file.doing(List.of(), List.of(Paragraph.of(new Execute(sql))), List.of(NOTHING_IS_REVERSED));
    }
}
