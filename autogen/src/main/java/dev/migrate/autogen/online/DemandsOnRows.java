package dev.migrate.autogen.online;

import static java.util.stream.Collectors.groupingBy;

import dev.migrate.autogen.diff.dependency.Hindrance;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a constraint or a unique index that comes demands of rows that are there, and that nothing has demanded so far. A
 * column that comes without values breaks none, nor does one that numbers its rows.
 */
final class DemandsOnRows {

    private final Function<QualifiedName, Optional<Table>> existing;
    private final Predicate<QualifiedName> isCreated;
    private final RowRequirements requirements;
    private final OnlineOptions options;
    private final Map<QualifiedName, List<AddColumn>> added;
    private final Hindrance hindrance;

    /**
     * @param operations what the migration does
     * @param hindrance what is told of it anyway
     * @param existing the tables that are there before
     * @param isCreated whether the migration creates a table
     * @param requirements asks for rows before the migration
     */
    DemandsOnRows(
            List<Reversible> operations,
            Hindrance hindrance,
            Function<QualifiedName, Optional<Table>> existing,
            Predicate<QualifiedName> isCreated,
            RowRequirements requirements,
            OnlineOptions options) {
        this.isCreated = isCreated;
        this.requirements = requirements;
        this.hindrance = hindrance;
        this.existing = existing;
        this.options = options;
        this.added = operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .collect(groupingBy(AddColumn::table));
    }

    /** What is asked of the rows before the migration begins; none if no row can break it, or it isn't known then. */
    List<Require> requirements(Reversible operation) {
        if (operation instanceof ChangeEnum change) {
            return requirements.labels(change);
        }
        if (operation instanceof ChangeColumn change) {
            return requirements.type(change).stream().toList();
        }
        if (operation instanceof ChangeMeanings change) {
            return requirements.ordinals(change).stream().toList();
        }
        return failure(operation).isEmpty()
                ? List.of()
                : requirement(operation).stream().toList();
    }

    private Optional<Require> requirement(Reversible operation) {
        if (operation instanceof CreateIndex create) {
            Index index = create.index();
            return requirements.unique(
                    index.table(),
                    index.name(),
                    index.columns(),
                    index.nullsCollide(),
                    index.where() == null ? "" : index.where().sql());
        }
        if (!(operation instanceof AddConstraint add)) {
            return Optional.empty();
        }
        QualifiedName table = add.table();
        if (add.constraint() instanceof PrimaryKey key && !key.isWithoutOverlaps()) {
            return requirements.unique(table, String.valueOf(key.name()), key.columns(), false, "");
        }
        if (add.constraint() instanceof Unique unique && !unique.isWithoutOverlaps()) {
            return requirements.unique(
                    table, String.valueOf(unique.name()), unique.columns(), unique.nullsCollide(), "");
        }
        if (add.constraint() instanceof ForeignKey key) {
            return requirements.foreignKey(table, key);
        }
        return add.constraint() instanceof Check check ? requirements.check(table, check) : Optional.empty();
    }

    /** When the operation fails, and what to do; none if it can't, or the migration is refused before. */
    List<String> warnings(Reversible operation) {
        if (hindrance.tellsOfRows(operation) || !requirements(operation).isEmpty()) {
            return List.of();
        }
        return failure(operation)
                .map(failure -> "The migration fails if " + failure + " Correct such rows first.")
                .stream()
                .toList();
    }

    private Optional<String> failure(Reversible operation) {
        if (operation instanceof AddConstraint add) {
            return existing(add.table()).flatMap(table -> add.constraint().accept(new Demand(table)));
        }
        return operation instanceof CreateIndex create && create.index().isUnique()
                ? existing(create.index().table()).flatMap(table -> new Demand(table).index(create.index()))
                : Optional.empty();
    }

    private Optional<Table> existing(QualifiedName now) {
        return existing.apply(now).or(() -> isCreated.test(now) ? Optional.empty() : requirements.table(now));
    }

    private boolean comes(Table table, String column, Predicate<AddColumn> how) {
        return added.getOrDefault(table.name(), List.of()).stream()
                .anyMatch(add -> add.column().name().equals(column) && how.test(add));
    }

    private boolean isNull(AddColumn add) {
        Column column = add.column();
        return column.nullable()
                && column.defaultExpression() == null
                && column.generated() == null
                && options.fill(add.table(), column.name()).isEmpty();
    }

    /** What rows of a table are like if they break it; empty if none can. */
    private final class Demand implements Constraint.Visitor<Optional<String>> {

        private final Table table;

        Demand(Table table) {
            this.table = table;
        }

        @Override
        public Optional<String> primaryKey(PrimaryKey key) {
            return key.isWithoutOverlaps() ? overlap(key) : same(String.valueOf(key.name()), key.columns(), true, "");
        }

        @Override
        public Optional<String> unique(Unique unique) {
            return unique.isWithoutOverlaps()
                    ? overlap(unique)
                    : same(String.valueOf(unique.name()), unique.columns(), unique.nullsCollide(), "");
        }

        Optional<String> index(Index index) {
            String where = index.where() == null ? "" : " where " + index.where();
            return same(index.name(), index.columns(), index.nullsCollide(), where);
        }

        private Optional<String> same(String name, List<String> columns, boolean nullsCollide, String where) {
            Set<String> all = Set.copyOf(columns);
            boolean isUnique = columns.stream()
                            .anyMatch(column -> comes(
                                    table,
                                    column,
                                    add -> add.column().generator() != null
                                            || options.fill(table.name(), column)
                                                    .filter(KnownValues::areDistinct)
                                                    .isPresent()
                                            || (isNull(add) && !nullsCollide)))
                    || uniqueColumns(nullsCollide).anyMatch(unique -> all.containsAll(unique));
            return isUnique
                    ? Optional.empty()
                    : Optional.of("rows of " + table.name() + " have the same " + String.join(" and ", columns) + where
                            + ": " + name + " refuses them.");
        }

        /** What no two rows have the same values of already. */
        private Stream<List<String>> uniqueColumns(boolean nullsCollide) {
            return Stream.concat(
                    table.constraints().stream().flatMap(constraint -> {
                        if (constraint instanceof PrimaryKey key) {
                            return Stream.of(key.columns());
                        }
                        return constraint instanceof Unique unique && (unique.nullsCollide() || !nullsCollide)
                                ? Stream.of(unique.columns())
                                : Stream.empty();
                    }),
                    table.indexes().stream()
                            .filter(index -> index.isUnique()
                                    && index.valid()
                                    && index.where() == null
                                    && (index.nullsCollide() || !nullsCollide))
                            .map(Index::columns));
        }

        @Override
        public Optional<String> foreignKey(ForeignKey key) {
            boolean isKept = !key.valid()
                    || key.columns().stream().anyMatch(column -> comes(table, column, DemandsOnRows.this::isNull))
                    || table.constraints().stream()
                            .anyMatch(constraint -> constraint instanceof ForeignKey other
                                    && other.valid()
                                    && other.target().equals(key.target())
                                    && key.columns().containsAll(other.columns()));
            return isKept
                    ? Optional.empty()
                    : Optional.of("a row of " + table.name() + " refers by " + String.join(" and ", key.columns())
                            + " to no row of " + key.target() + ": " + key.name() + " refuses it.");
        }

        @Override
        public Optional<String> check(Check check) {
            List<String> tokens = SqlScript.tokens(check.expression().normal());
            boolean isKept = !check.valid()
                    || added.getOrDefault(table.name(), List.of()).stream()
                            .anyMatch(add -> tokens.contains(
                                    SqlIdentifiers.quote(add.column().name())))
                    || table.constraints().stream()
                            .anyMatch(
                                    constraint -> constraint instanceof Check other && isWithin(other, check, tokens));
            return isKept
                    ? Optional.empty()
                    : Optional.of("a row of " + table.name() + " isn't as " + check.name() + " demands: "
                            + check.expression() + ".");
        }

        /** Whether the other check is the same, or is replaced by one that takes each of its texts, such as an enum's names. */
        private boolean isWithin(Check other, Check check, List<String> tokens) {
            return other.valid()
                    && (other.expression().equals(check.expression())
                            || (Objects.equals(other.name(), check.name())
                                    && isWithin(
                                            SqlScript.tokens(other.expression().normal()), tokens)));
        }

        /** Whether they differ by texts only, of which the narrower list has none that the wider one hasn't. */
        private static boolean isWithin(List<String> narrower, List<String> wider) {
            Predicate<String> isText = token -> token.startsWith("'");
            return narrower.stream().anyMatch(isText)
                    && wider.containsAll(narrower)
                    && Set.copyOf(narrower)
                            .containsAll(wider.stream().filter(isText.negate()).toList());
        }

        @Override
        public Optional<String> exclusion(Exclusion exclusion) {
            return overlap(exclusion);
        }

        private Optional<String> overlap(Constraint constraint) {
            return Optional.of("rows of " + table.name() + " exclude each other by " + constraint.name() + ".");
        }
    }
}
