package dev.migrate.autogen.online;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the turn of what waits until the end is, and the comment it stands under. */
enum Turn {
    NOT_NULL,
    KEY(
            "Built while writes go on, and outside a transaction, as PostgreSQL demands.",
            "Making a constraint of the index takes a moment."),
    REFERENCE("Not valid yet: added without reading a row. Existing rows are checked below."),
    VALIDATE(
            "Checks existing rows while reads and writes go on,",
            "outside a transaction that would keep the locks of what it did before."),
    CREATE_INDEX("Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end."),
    INDEX_MARK,
    DROP_INDEX("Waits for queries that use the index without making others wait; outside a transaction, too.");

    /** Sentences that say how it is done and why. */
    static final Set<String> EXPLANATIONS = Stream.concat(
                    Stream.of(values()).flatMap(turn -> turn.comment().stream()),
                    Stream.of(RequiredColumn.REFILLED, RequiredColumn.VALIDATED))
            .collect(Collectors.toUnmodifiableSet());

    private final String comment;

    Turn(String... comment) {
        this.comment = String.join("\n", comment);
    }

    List<String> comment() {
        return comment.lines().toList();
    }

    /** @param demanded what else is to be said */
    List<String> comment(List<String> demanded) {
        return Stream.concat(comment.lines(), demanded.stream()).toList();
    }
}
