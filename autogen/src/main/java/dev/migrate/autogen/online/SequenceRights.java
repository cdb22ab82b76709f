package dev.migrate.autogen.online;

import dev.migrate.autogen.java.Paragraph;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The right to take numbers from sequences that begin to number the rows of existing tables. Nobody needs one for an
 * identity, but without one for the sequence that takes its place the next insert is refused. Who may insert is asked
 * where the migration runs: each database has roles of its own.
 */
final class SequenceRights {

    private SequenceRights() {}

    /** What gives it to those who may insert into the tables of each sequence; nothing if there are none. */
    static Optional<Paragraph> toNumber(Map<QualifiedName, List<QualifiedName>> tables) {
        List<Operation> grants = tables.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .<Operation>map(entry -> new GrantToInserters(entry.getKey(), entry.getValue()))
                .toList();
        return grants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paragraph(
                        List.of("Whoever may insert rows that a new sequence numbers may take its numbers."), grants));
    }
}
