package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One column compared with another of the same name. */
public final class ColumnDiff {

    /** ALTER COLUMN … SET EXPRESSION came with PostgreSQL 17. */
    private static final int SET_EXPRESSION = 17;

    private final QualifiedName table;
    private final boolean isComplete;
    private final ServerVersion server;

    /** @param isComplete whether the wanted schema says everything about its columns, as another catalog does */
    ColumnDiff(QualifiedName table, boolean isComplete, ServerVersion server) {
        this.table = table;
        this.isComplete = isComplete;
        this.server = server;
    }

    /** Nothing, a change, or a drop and an add where PostgreSQL has no way from one to the other. */
    List<Reversible> diff(Column from, Column to) {
        Column wanted = whereAlike(from, to);
        if (wanted.equals(from)) {
            return List.of();
        }
        if (isChangeable(from.generated(), wanted.generated())) {
            return List.of(change(from, wanted));
        }
        return losesFormula(from, wanted)
                ? withoutFormula(from, wanted)
                : List.of(new DropColumn(table, from), new AddColumn(table, wanted));
    }

    /** DROP EXPRESSION keeps the values that are stored; the rest of the change comes when all that it needs is there. */
    private List<Reversible> withoutFormula(Column from, Column to) {
        Column plain = from.generated(null);
        return plain.equals(to) ? List.of(change(from, plain)) : List.of(change(from, plain), change(plain, to));
    }

    private static boolean losesFormula(Column from, Column to) {
        Generated formula = from.generated();
        return formula != null && formula.kind() == Generated.Kind.STORED && to.generated() == null;
    }

    /** Whether a column is made anew: it becomes a generated one, or gets another formula before PostgreSQL 17. */
    public static boolean isAddedAgain(DropColumn drop, List<? extends Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof AddColumn add
                        && add.table().equals(drop.table())
                        && add.column().name().equals(drop.column().name()));
    }

    /** Whether a stored generated column becomes a plain one. The way back is a new column in its place. */
    public static boolean losesFormula(ChangeColumn change) {
        return losesFormula(change.from(), change.to());
    }

    /**
     * Whether the values get another type, or another collation, which PostgreSQL takes for another type as well, as it
     * does other values.
     */
    public static boolean retypes(ChangeColumn change) {
        return change.using() != null
                || !change.from().type().equals(change.to().type())
                || !Objects.equals(change.from().collation(), change.to().collation());
    }

    private ChangeColumn change(Column from, Column to) {
        return new ChangeColumn(table, from, to, using(from, to), using(to, from));
    }

    /** {@code to}, with what is only written differently as {@code from} has it. */
    private Column whereAlike(Column from, Column to) {
        // PostgreSQL converts a default along with its column only as far as an assignment does.
        boolean isConverted = TypeFamily.convertsByItself(from.type(), to.type()) && isBuiltIn(from, to);
        Column sameDefault = !isComplete && isConverted && Defaults.areAlike(from, to)
                ? to.defaultExpression(from.defaultExpression())
                : to;
        Column sameType =
                !isComplete && Precision.areAlike(from.type(), to.type()) ? sameDefault.type(from.type()) : sameDefault;
        return counts(from).equals(counts(to)) ? sameType.identity(from.generator()) : sameType;
    }

    /** What is printed with the name of a type that the column has no longer would keep that type from being dropped. */
    private static boolean isBuiltIn(Column from, Column to) {
        return TypeFamily.of(from.type()) != TypeFamily.OTHER
                || from.type().base().equals(to.type().base());
    }

    /** How an identity column counts, with everything spelled out. */
    public static List<Object> counts(Column column) {
        Identity generator = column.generator();
        return generator == null
                ? List.of()
                : List.of(
                        generator.mode(),
                        generator.options().type(column.type()).resolved());
    }

    private boolean isChangeable(@Nullable Generated from, @Nullable Generated to) {
        boolean settable = from != null && to != null && from.kind() == to.kind() && server.isAtLeast(SET_EXPRESSION);
        return settable || Objects.equals(from, to);
    }

    private static @Nullable String using(Column from, Column to) {
        return TypeFamily.conversion(SqlIdentifiers.quote(from.name()), from.type(), to.type());
    }
}
