package dev.migrate.autogen.java;

import dev.migrate.operation.ObjectOperation.Execute;
import java.util.List;

/** Revisions that a person fills in. */
public final class RevisionTemplate {

    private RevisionTemplate() {}

    /** The file with two empty methods. */
    public static String empty(MigrationFile file) {
        return MigrationWriter.write(file);
    }

    /** The file with SQL in {@code upgrade}; the way back is the author's to write. */
    public static String ofSql(MigrationFile file, String sql) {
        return MigrationWriter.write(file.doing(List.of(), List.of(Paragraph.of(new Execute(sql))), List.of()));
    }
}
