package dev.migrate.autogen.diff.renaming;

import dev.migrate.MigrateException;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What renames lead to has to be wanted: under a mistyped name a column would be dropped with its data, and an empty one
 * added under the right name. What counts is the name in the end; another rename may go on from this one.
 */
final class WantedNames {

    /** @param position among all operations */
    private record Asked(Renamed rename, int position) {}

    private final List<Asked> asked = new ArrayList<>();
    private final Schema wanted;

    WantedNames(Schema wanted) {
        this.wanted = wanted;
    }

    /** @param position of its operation */
    void ask(Renamed rename, int position) {
        asked.add(new Asked(rename, position));
    }

    /**
     * Follows each rename to its end.
     *
     * @param operations all renames, in the order in which they happen
     * @throws MigrateException if one ends at a name that nothing is to have
     */
    void require(List<Reversible> operations) {
        for (Asked each : asked) {
            Optional<Renamed> end = inTheEnd(each.rename(), operations.subList(each.position() + 1, operations.size()));
            if (end.filter(last -> !isWanted(last)).isPresent()) {
                throw new MigrateException(refusal(each.rename()));
            }
        }
    }

    /** Empty if it gets yet another name. */
    private static Optional<Renamed> inTheEnd(Renamed rename, List<Reversible> later) {
        Renamed present = rename;
        for (Reversible operation : later) {
            if (isNext(operation, present)) {
                return Optional.empty();
            }
            if (operation instanceof TableRenaming table && table.table().equals(present.owner())) {
                present = present.of(table.renamed());
            }
        }
        return Optional.of(present);
    }

    private static boolean isNext(Reversible operation, Renamed rename) {
        return switch (rename.kind()) {
            case TABLE ->
                operation instanceof RenameTable next
                        && next.table().equals(rename.owner().sibling(rename.newName()));
            case SEQUENCE ->
                operation instanceof RenameSequence next
                        && next.sequence().equals(rename.owner().sibling(rename.newName()));
            case COLUMN ->
                operation instanceof RenameColumn next
                        && next.table().equals(rename.owner())
                        && next.column().equals(rename.newName());
            case VALUE ->
                operation instanceof RenameEnumValue next
                        && next.type().equals(rename.owner())
                        && next.value().equals(rename.newName());
        };
    }

    /** The values of a type that only a {@code columnDefinition} names aren't known. */
    private boolean isWanted(Renamed rename) {
        return rename.isTaken(wanted)
                || (rename.kind() == Renamed.Kind.VALUE
                        && wanted.enums().stream().noneMatch(type -> type.name().equals(rename.owner())));
    }

    private static String refusal(Renamed rename) {
        String newName = " cannot be renamed to " + rename.newName() + ": no ";
        return switch (rename.kind()) {
            case TABLE ->
                "The table " + rename.owner() + newName
                        + "table is to be called that. Check the new name, or map an entity to it.";
            case SEQUENCE ->
                "The sequence " + rename.owner() + newName
                        + "sequence is to be called that. Check the new name, or let a generator have it.";
            case COLUMN ->
                "The column " + rename.owner() + "." + rename.name() + newName
                        + "column is to be called that. Check the new name, or map a column to it.";
            case VALUE ->
                "The value " + rename.owner() + "." + rename.name() + newName
                        + "value of the type is to be called that. Check the new name, or give it to a constant.";
        };
    }
}
