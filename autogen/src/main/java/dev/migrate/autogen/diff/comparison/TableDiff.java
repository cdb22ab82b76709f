package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table compared with another of the same name: columns, constraints, indexes, comment and storage parameters, in no special order. */
public final class TableDiff {

    private final Table from;
    private final Table to;
    private final boolean isComplete;
    private final ServerVersion server;
    private final List<Reversible> operations = new ArrayList<>();

    private TableDiff(Table from, Table to, boolean isComplete, ServerVersion server) {
        this.from = from;
        this.to = to;
        this.isComplete = isComplete;
        this.server = server;
    }

    /** @param isComplete whether {@code to} says everything about itself, as a table of another catalog does */
    public static List<Reversible> of(Table from, Table to, boolean isComplete, ServerVersion server) {
        if (from.equals(to)) {
            return List.of();
        }
        TableDiff diff = new TableDiff(from, to, isComplete, server);
        diff.columns();
        diff.constraints();
        diff.indexes();
        diff.comment();
        StorageParameters.change(from, to).ifPresent(diff.operations::add);
        return List.copyOf(diff.operations);
    }

    private void columns() {
        ListDiff<Column> columns = ListDiff.of(from.columns(), to.columns(), Column::name);
        ColumnDiff each = new ColumnDiff(to.name(), isComplete, server);
        columns.kept().stream()
                .flatMap(pair -> FlagLetters.changed(each.diff(pair.from(), pair.to()), pair.from(), from, to).stream())
                .map(operation -> FlagLetters.chosen(operation, from, to))
                .forEach(operations::add);
        columns.added().forEach(column -> operations.add(new AddColumn(to.name(), column)));
        columns.removed().forEach(column -> operations.add(new DropColumn(to.name(), column)));
    }

    private void constraints() {
        DefinitionDiff<Constraint> constraints = DefinitionDiff.of(
                from.constraints(), to.constraints(), Constraint::name, constraint -> constraint.named("any"));
        constraints.removed().forEach(constraint -> operations.add(new DropConstraint(to.name(), constraint)));
        Set<@Nullable String> taken = new HashSet<>();
        constraints.kept().forEach(pair -> taken.add(keptName(pair)));
        for (Constraint added : constraints.added()) {
            Constraint constraint = GeneratedNames.named(to, added, taken);
            taken.add(constraint.name());
            operations.add(new AddConstraint(to.name(), constraint));
        }
    }

    /** The name that a constraint has in the end, which it gets if need be. */
    private @Nullable String keptName(Pair<Constraint> pair) {
        @Nullable String name = pair.from().name();
        String declared = pair.to().name();
        if (name == null
                || declared == null
                || name.equals(declared)
                || (!isComplete && GeneratedNames.isGenerated(to, pair.to()))) {
            return name;
        }
        operations.add(new RenameConstraint(to.name(), name, declared));
        return declared;
    }

    private void indexes() {
        DefinitionDiff<Index> indexes =
                DefinitionDiff.of(plain(from), plain(to), Index::name, index -> index.named("any"));
        indexes.removed().forEach(index -> operations.add(new DropIndex(index)));
        Set<String> taken = new HashSet<>();
        indexes.kept().forEach(pair -> taken.add(keptIndex(pair)));
        for (Index added : indexes.added()) {
            Index index = GeneratedNames.named(added, taken);
            taken.add(index.name());
            operations.add(new CreateIndex(index));
        }
    }

    private String keptIndex(Pair<Index> pair) {
        String name = pair.from().name();
        String declared = pair.to().name();
        if (name.equals(declared) || (!isComplete && GeneratedNames.isGenerated(pair.to()))) {
            return name;
        }
        operations.add(new RenameIndex(pair.from().qualifiedName(), declared));
        return declared;
    }

    /** What the indexes are, without how they are to be built. */
    public static List<Index> plain(Table table) {
        return table.indexes().stream().map(Index::definition).toList();
    }

    private void comment() {
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new SetComment(new Commented.OnTable(to.name()), from.comment(), to.comment()));
        }
    }
}
