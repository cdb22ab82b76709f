package dev.migrate.autogen.java;

import dev.migrate.operation.Operation;
import java.util.List;

/**
 * Operations that stand together in a migration, under a comment that says why.
 *
 * @param comment sentences, each on a line of its own; empty if the operations speak for themselves
 * @param operations in the order they run
 */
public record Paragraph(List<String> comment, List<? extends Operation> operations) {

    public Paragraph {
        comment = List.copyOf(comment);
        operations = List.copyOf(operations);
    }

    public static Paragraph of(Operation... operations) {
        return new Paragraph(List.of(), List.of(operations));
    }
}
