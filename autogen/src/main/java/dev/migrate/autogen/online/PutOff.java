package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.dependency.IndexMarks;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.operation.Operation;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ForeignKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done at the end, each thing when it is its turn. */
final class PutOff {

    private final Map<Turn, List<Paragraph>> turns = new EnumMap<>(Turn.class);
    private final Set<LateKey> keys = new HashSet<>();

    void put(Turn turn, Operation... operations) {
        put(turn, List.of(), operations);
    }

    /** @param demanded what rows must not be like, where the migration doesn't look for such before */
    void put(Turn turn, List<String> demanded, Operation... operations) {
        put(turn, new Paragraph(turn.comment(demanded), List.of(operations)));
    }

    void put(Turn turn, Paragraph paragraph) {
        if (!paragraph.operations().isEmpty()) {
            turns.computeIfAbsent(turn, none -> new ArrayList<>()).add(paragraph);
        }
    }

    /** Remembers columns that become unique by what was put off. */
    void add(LateKey key) {
        keys.add(key);
    }

    /** Whether what a foreign key references becomes unique at the end only. */
    boolean hasKeyOf(ForeignKey reference) {
        return keys.stream().anyMatch(key -> key.isReferencedBy(reference));
    }

    /** Whether the index that a mark names is made at the end. */
    boolean makesIndexOf(AuxiliaryObject mark) {
        return turns.values().stream()
                .flatMap(List::stream)
                .flatMap(paragraph -> paragraph.operations().stream())
                .anyMatch(operation -> IndexMarks.isMadeBy(operation, mark));
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    List<Paragraph> paragraphs() {
        return turns.values().stream().flatMap(List::stream).toList();
    }
}
