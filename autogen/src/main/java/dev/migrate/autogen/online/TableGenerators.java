package dev.migrate.autogen.online;

import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.GeneratorRow;
import dev.migrate.schema.Literals;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets tables that Hibernate's generators count in go on behind rows that something else has numbered so far. On the way
 * back nobody knows which row of such a table counted for which others: each goes on behind all of them, since to begin
 * further than it must is no harm.
 */
final class TableGenerators {

    /** How far a generator goes on at a time whose {@code allocationSize} isn't known: one that few exceed. */
    private static final long UNKNOWN_INCREMENT = 1000;

    private final List<Reversible> operations;
    private final Schema existing;
    private final Schema wanted;
    private final NumberedKeys keys;

    /**
     * @param existing what there is before
     * @param wanted what there is after
     */
    TableGenerators(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.wanted = wanted;
        this.keys = new NumberedKeys(operations, existing, wanted);
    }

    /** What has to be done once nothing else numbers these tables. */
    List<Paragraph> paragraphs() {
        return existing.mapping().hierarchies().isEmpty()
                ? wanted.mapping().generatorRows().stream()
                        .filter(this::mayTakeOver)
                        .flatMap(row -> raised(row).stream())
                        .map(sql -> goesOn(sql, List.of()))
                        .toList()
                : GeneratorTable.among(wanted)
                        .flatMap(table -> raised(table).map(sql -> goesOn(sql, anew(table))).stream())
                        .toList();
    }

    private static Paragraph goesOn(String sql, List<String> more) {
        List<String> comment = new ArrayList<>();
        comment.add("Goes on behind the rows that there are, now that nothing else numbers any.");
        comment.addAll(more);
        return new Paragraph(comment, List.of(new Execute(sql)));
    }

    /** How generators were called goes with their table. */
    private List<String> anew(GeneratorTable table) {
        return existing.table(table.table().name()).isPresent()
                ? List.of()
                : List.of("A generator with a pkColumnValue of its own begins anew: add its row to "
                        + table.table().name() + ".");
    }

    /** Whether the table may number rows from now on that it hasn't numbered before. */
    private boolean mayTakeOver(GeneratorRow row) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropSequence
                        || (operation instanceof CreateTable create
                                && create.table().name().equals(row.table()))
                        || (operation instanceof ChangeColumn change
                                && row.tables().contains(change.table())
                                && NumberedKeys.isNumbered(change.from())
                                && !NumberedKeys.isNumbered(change.to())));
    }

    private Optional<String> raised(GeneratorRow row) {
        List<NumberedKey> numbered = row.tables().stream()
                .flatMap(table -> existing.table(table).flatMap(keys::key).stream())
                .toList();
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        String number = SqlIdentifiers.quote(row.numberColumn());
        String max = max(numbered);
        return Optional.of("INSERT INTO " + SqlIdentifiers.quote(row.table()) + " AS generator ("
                + SqlIdentifiers.quoteAll(List.of(row.nameColumn(), row.numberColumn())) + ") SELECT "
                + Literals.literal(row.name()) + ", " + max + " + " + row.increment() + " FROM "
                + NumberedKey.rows(numbered) + " HAVING " + max + " IS NOT NULL ON CONFLICT ("
                + SqlIdentifiers.quote(row.nameColumn()) + ") DO UPDATE SET " + number + " = greatest(generator."
                + number + ", excluded." + number + ")");
    }

    private Optional<String> raised(GeneratorTable table) {
        List<NumberedKey> numbered = keys.losers().stream()
                .filter(key -> existing.table(key.table().name()).isPresent() && !isTakenOver(key) && !isDropped(key))
                .map(key -> key.after(renames()))
                .toList();
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        String name = SqlIdentifiers.quote(table.table().name());
        String number = SqlIdentifiers.quote(table.number().name());
        String next = max(numbered) + " + " + UNKNOWN_INCREMENT;
        if (existing.table(table.table().name()).isPresent()) {
            return Optional.of("UPDATE " + name + " SET " + number + " = greatest(" + number + ", (SELECT " + next
                    + " FROM " + NumberedKey.rows(numbered) + "))");
        }
        String names = Stream.concat(
                        Stream.of("default"),
                        numbered.stream().map(key -> key.table().name().name()))
                .distinct()
                .map(each -> "(" + Literals.literal(each) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(
                "INSERT INTO " + name + " (" + SqlIdentifiers.quote(table.name().name()) + ", " + number
                        + ") SELECT generator, " + next + " FROM " + NumberedKey.rows(numbered) + ", (VALUES " + names
                        + ") AS names (generator) GROUP BY generator");
    }

    /** On the way back, what has got another name gets its old one before this. */
    private List<Reversible> renames() {
        return operations.stream()
                .filter(each -> each instanceof TableRenaming || each instanceof RenameColumn)
                .toList();
    }

    private boolean isDropped(NumberedKey key) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropTable drop
                        && drop.table().name().equals(key.table().name()));
    }

    private boolean isTakenOver(NumberedKey key) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateSequence create
                        && keys.numbered(create.sequence()).stream()
                                .anyMatch(each -> each.is(key.table().name(), key.column())));
    }

    private static String max(List<NumberedKey> numbered) {
        return "max(" + SqlIdentifiers.quote(numbered.get(0).column().name()) + ")";
    }
}
