package dev.migrate.autogen.diff.text;

import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different about a sequence, attribute by attribute. */
final class SequenceText {

    private SequenceText() {}

    /** Both sides of each attribute that differs. */
    static List<String> difference(ChangeSequence change) {
        SequenceOptions from = change.from().options().resolved();
        SequenceOptions to = change.to().options().resolved();
        List<String> lines = new ArrayList<>();
        ColumnText.add(lines, "type", from.type(), to.type());
        ColumnText.add(lines, "increment", from.increment(), to.increment());
        ColumnText.add(lines, "minimum", from.min(), to.min());
        ColumnText.add(lines, "maximum", from.max(), to.max());
        ColumnText.add(lines, "start", from.start(), to.start());
        ColumnText.add(lines, "cache", from.cache(), to.cache());
        if (from.cycle() != to.cycle()) {
            lines.add(to.cycle() ? "now with a cycle" : "without a cycle now");
        }
        ColumnText.add(lines, "owner", owner(change.from()), owner(change.to()));
        if (!Objects.equals(change.from().comment(), change.to().comment())) {
            lines.add("comment");
        }
        return lines;
    }

    private static @Nullable String owner(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner == null ? null : owner.table() + "." + owner.column();
    }
}
