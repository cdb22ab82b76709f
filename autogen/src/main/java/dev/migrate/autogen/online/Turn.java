package dev.migrate.autogen.online;

import java.util.List;

/** When the turn of what waits until the end is, and the comment it stands under. */
enum Turn {
    NOT_NULL,
    KEY(
            "Built while writes go on, and outside a transaction, as PostgreSQL demands.",
            "Fails if rows have the same values: correct such rows first.",
            "Making a constraint of the index takes a moment."),
    REFERENCE(
            "Not valid yet: added without reading a row. Existing rows are checked below.",
            "Correct those that break it first: a check refuses every update of such a row from here on."),
    VALIDATE(
            "Checks existing rows while reads and writes go on,",
            "outside a transaction that would keep the locks of what it did before."),
    CREATE_INDEX("Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end."),
    INDEX_MARK,
    DROP_INDEX("Waits for queries that use the index without making others wait; outside a transaction, too.");

    private final String comment;

    Turn(String... comment) {
        this.comment = String.join("\n", comment);
    }

    List<String> comment() {
        return comment.lines().toList();
    }
}
