package dev.migrate.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A revision of a made-up history, as a person would have written it.
 *
 * @param number its place, from 1; its id is derived from it
 * @param revises the numbers of the revisions it follows: none for the base, two for a merge
 */
record GeneratedRevision(int number, List<Integer> revises) {

    /** A table is created by every tenth revision and changed by the nine that follow. */
    private static final int REVISIONS_A_TABLE = 10;

    GeneratedRevision {
        revises = List.copyOf(revises);
    }

    String id() {
        return id(number);
    }

    String className() {
        return "R" + id() + "_" + slug();
    }

    /** What it does to the database, as one SQL statement; empty for a merge. */
    String sql() {
        return switch (kind()) {
            case MERGE -> "";
            case CREATE_TABLE ->
                "CREATE TABLE %s (id bigint NOT NULL, name varchar(100) NOT NULL, CONSTRAINT %s_pkey PRIMARY KEY (id))"
                        .formatted(table(), table());
            case CREATE_INDEX -> "CREATE INDEX %s ON %s (name)".formatted(index(), table());
            case ADD_COLUMN -> "ALTER TABLE %s ADD COLUMN %s integer DEFAULT 0 NOT NULL".formatted(table(), column());
        };
    }

    /** The source of its class. */
    String source() {
        return """
                package db.migrations;

                import static dev.migrate.schema.Definitions.*;
                import static dev.migrate.schema.Types.*;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                /** %1$s. */
                @Revision(
                        id = "%2$s",
                        revises = {%3$s},
                        message = "%1$s",
                        created = "2026-01-01T00:00:00Z")
                public class %4$s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                %5$s    }

                    @Override
                    public void downgrade(Operations op) {
                %6$s    }
                }
                """.formatted(
                        message(),
                        id(),
                        revises.stream().map(parent -> "\"" + id(parent) + "\"").collect(Collectors.joining(", ")),
                        className(),
                        upgrade().indent(8),
                        downgrade().indent(8));
    }

    private enum Kind {
        MERGE,
        CREATE_TABLE,
        CREATE_INDEX,
        ADD_COLUMN
    }

    private Kind kind() {
        if (revises.size() > 1) {
            return Kind.MERGE;
        }
        int step = (number - 1) % REVISIONS_A_TABLE;
        if (step == 0) {
            return Kind.CREATE_TABLE;
        }
        return step == 1 ? Kind.CREATE_INDEX : Kind.ADD_COLUMN;
    }

    private String message() {
        return switch (kind()) {
            case MERGE -> "Merge the branches of " + table();
            case CREATE_TABLE -> "Create the table " + table();
            case CREATE_INDEX -> "Find rows of " + table() + " by name";
            case ADD_COLUMN -> "Add the column " + column() + " to " + table();
        };
    }

    private String slug() {
        return switch (kind()) {
            case MERGE -> "MergeBranches";
            case CREATE_TABLE -> "CreateTable";
            case CREATE_INDEX -> "FindByName";
            case ADD_COLUMN -> "AddColumn";
        };
    }

    private String upgrade() {
        return switch (kind()) {
            case MERGE -> "";
            case CREATE_TABLE -> """
                    op.createTable(table("%s")
                            .columns(
                                    column("id", bigint()).notNull(),
                                    column("name", varchar(100)).notNull())
                            .primaryKey("%s_pkey", "id"));
                    """.formatted(table(), table());
            case CREATE_INDEX -> """
                    op.createIndex(index("%s").on("%s", "name"));
                    """.formatted(index(), table());
            case ADD_COLUMN -> """
                    op.addColumn("%s", column("%s", integer()).notNull().defaultValue(0));
                    """.formatted(table(), column());
        };
    }

    private String downgrade() {
        return switch (kind()) {
            case MERGE -> "";
            case CREATE_TABLE -> """
                    op.dropTable("%s");
                    """.formatted(table());
            case CREATE_INDEX -> """
                    op.dropIndex("%s");
                    """.formatted(index());
            case ADD_COLUMN -> """
                    op.dropColumn("%s", "%s");
                    """.formatted(table(), column());
        };
    }

    private String table() {
        return String.format(Locale.ROOT, "things_%04d", (number - 1) / REVISIONS_A_TABLE + 1);
    }

    private String index() {
        return "ix_" + table() + "_name";
    }

    private String column() {
        return "amount_" + (number - 1) % REVISIONS_A_TABLE;
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }
}
