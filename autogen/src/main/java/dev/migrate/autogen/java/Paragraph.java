package dev.migrate.autogen.java;

import dev.migrate.operation.Operation;
import java.util.List;

/**
 * Operations that stand together in a migration, under a comment that says why.
 *
 * @param comment sentences, each on a line of its own; empty if the operations speak for themselves
 * @param operations in the order they run
 * @param alone those of them that run outside a transaction, so that no lock from before is held meanwhile
 */
public record Paragraph(List<String> comment, List<? extends Operation> operations, List<? extends Operation> alone) {

    public Paragraph {
        alone = List.copyOf(alone);
        comment = List.copyOf(comment);
        operations = List.copyOf(operations);
    }

    /** Operations of one transaction. */
    public Paragraph(List<String> comment, List<? extends Operation> operations) {
        this(comment, operations, List.of());
    }

    public static Paragraph of(Operation... operations) {
        return new Paragraph(List.of(), List.of(operations));
    }
}
