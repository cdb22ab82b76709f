package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.comparison.Precision;
import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.diff.meaning.WrittenColumns;
import dev.migrate.autogen.diff.ownership.KeptProperty.Kind;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultedColumn;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tables of entities keep because only a default of Hibernate's is against it: {@code docs/decisions/0021}. A
 * mapping that gives no length doesn't ask for {@code varchar(255)}; one that allows NULL without saying so doesn't ask for
 * the end of a NOT NULL; the check of an enum's constants nobody asked for. What this history's operations gave to a column
 * goes all the same: they were written from a mapping that said so.
 */
final class HibernateDefaults {

    private static final Map<String, Integer> INTEGER_DIGITS = Map.of("smallint", 5, "integer", 10, "bigint", 19);
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private final Schema before;
    private final Provenance provenance;
    private final Map<QualifiedName, List<DefaultedColumn>> defaulted = new HashMap<>();
    private final List<KeptProperty> kept = new ArrayList<>();

    /**
     * @param before what there is to begin with
     * @param columns those of which Hibernate's defaults decide something
     */
    HibernateDefaults(Schema before, Provenance provenance, List<DefaultedColumn> columns) {
        this.before = before;
        this.provenance = provenance;
        columns.forEach(column -> defaulted
                .computeIfAbsent(column.table(), none -> new ArrayList<>())
                .add(column));
    }

    List<KeptProperty> kept() {
        return List.copyOf(kept);
    }

    /** The wanted table with what the present one keeps. */
    Table addedTo(Table present, Table wanted) {
        Table filled = wanted;
        for (DefaultedColumn column : defaulted.getOrDefault(wanted.name(), List.of())) {
            Column from = present.column(column.column()).orElse(null);
            Column to = filled.column(column.column()).orElse(null);
            if (from != null && to != null) {
                filled = added(present, from, filled, to, column);
            }
        }
        return filled;
    }

    private Table added(Table present, Column from, Table wanted, Column to, DefaultedColumn defaults) {
        Column column = to;
        if (defaults.type() && typeStays(present, from, wanted, to, defaults)) {
            column = column.type(from.type());
            if (column.storage() == null && from.storage() != null) {
                column = column.storage(from.storage());
            }
            if (column.compression() == null && from.compression() != null) {
                column = column.compression(from.compression());
            }
        }
        if (defaults.nullable()
                && !from.nullable()
                && to.nullable()
                && !isOurs(WrittenColumns.Property.NULLABILITY, present, from, made -> !nullable(made, from))) {
            kept.add(new KeptProperty(Kind.NOT_NULL, present.name(), from.name(), "NOT NULL", "NULL"));
            column = column.notNull();
        }
        Column result = column;
        Table filled = result.equals(to)
                ? wanted
                : wanted.withColumns(wanted.columns().stream()
                        .map(each -> each.name().equals(result.name()) ? result : each)
                        .toList());
        return defaults.check()
                .flatMap(name -> wanted.constraints().stream()
                        .filter(Check.class::isInstance)
                        .map(Check.class::cast)
                        .filter(check -> name.equals(check.name()))
                        .findFirst())
                .map(check ->
                        checked(present, from, filled, check, !result.type().equals(to.type())))
                .orElse(filled);
    }

    private static boolean nullable(Table table, Column like) {
        return table.column(like.name()).filter(Column::nullable).isPresent();
    }

    private boolean typeStays(Table present, Column from, Table wanted, Column to, DefaultedColumn defaults) {
        Optional<Kind> kind = kind(from.type(), to.type());
        boolean stays = kind.isPresent()
                && to.generated() == null
                && (to.generator() == null || from.type().isInteger())
                && isComparable(from, wanted)
                && !isInExpression(to.name(), wanted, defaults)
                && !isOurs(WrittenColumns.Property.TYPE, present, from, made -> made.column(from.name())
                        .filter(column -> column.type().equals(from.type()))
                        .isPresent());
        if (stays) {
            kept.add(new KeptProperty(
                    kind.get(),
                    present.name(),
                    from.name(),
                    from.type().sql(),
                    to.type().sql()));
        }
        return stays;
    }

    /** PostgreSQL has no foreign keys from a numeric to an integer: one that refers to a number is of the same type. */
    private boolean isComparable(Column from, Table wanted) {
        return TypeFamily.of(from.type()) != TypeFamily.NUMBER
                || wanted.constraints().stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(ForeignKey.class::cast)
                        .filter(key -> key.columns().contains(from.name()))
                        .allMatch(key -> target(key, from.name())
                                .filter(target -> target.type().equals(from.type()))
                                .isPresent());
    }

    private Optional<Column> target(ForeignKey key, String column) {
        Optional<Table> table = before.table(key.target());
        if (key.targetColumns().isEmpty()) {
            return table.flatMap(target -> target.constraints().stream()
                            .filter(PrimaryKey.class::isInstance)
                            .map(primary -> ((PrimaryKey) primary).columns())
                            .findFirst())
                    .filter(columns -> columns.size() == key.columns().size())
                    .flatMap(columns ->
                            table.get().column(columns.get(key.columns().indexOf(column))));
        }
        return table.flatMap(
                target -> target.column(key.targetColumns().get(key.columns().indexOf(column))));
    }

    /** PostgreSQL prints an expression with the casts that a column's type needs: it would differ for ever. */
    private static boolean isInExpression(String column, Table wanted, DefaultedColumn defaults) {
        ColumnUse use = new ColumnUse(Set.of(column));
        return wanted.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Check check
                                && !Objects.equals(
                                        check.name(), defaults.check().orElse(null))
                                && use.in(check))
                || wanted.indexes().stream().anyMatch(index -> isInExpression(use, index))
                || wanted.columns().stream()
                        .anyMatch(each -> each.generated() != null
                                && use.in(each.generated().expression()));
    }

    private static boolean isInExpression(ColumnUse use, Index index) {
        return use.in(index.where())
                || index.keys().stream().anyMatch(key -> use.in(key.expression().orElse(null)));
    }

    /** What a type that Hibernate would not have chosen is, if it holds such values too; empty if it holds others. */
    private static Optional<Kind> kind(Type from, Type to) {
        if (from.equals(to) || Precision.areAlike(from, to)) {
            return Optional.empty();
        }
        if (TypeFamily.isArray(from) && TypeFamily.isArray(to)) {
            return kind(TypeFamily.element(from), TypeFamily.element(to));
        }
        TypeFamily family = TypeFamily.of(to);
        if (family != TypeFamily.of(from)) {
            return Optional.empty();
        }
        return switch (family) {
            case STRING -> Optional.of(from.isTighterThan(to) ? Kind.SHORTER : Kind.LONGER);
            case NUMBER -> isRoomyNumber(from, to) ? Optional.of(Kind.NUMBER) : Optional.empty();
            case TIMESTAMP, TIME -> from.base().equals(to.base()) ? Optional.of(Kind.TIME) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * A numeric's digits are Hibernate's guess: any others will do. The Java type of other numbers says what they have to hold.
     */
    private static boolean isRoomyNumber(Type from, Type to) {
        boolean isNumeric = from.base().equals("numeric");
        return switch (to.base()) {
            case "numeric" -> isNumeric;
            case "double precision" -> isNumeric;
            case "real" -> isNumeric || from.base().equals("double precision");
            default ->
                isNumeric
                        ? !from.isTighterThan(new Type("numeric(" + INTEGER_DIGITS.get(to.base()) + ",0)"))
                        : INTEGERS.indexOf(from.base()) > INTEGERS.indexOf(to.base());
        };
    }

    /**
     * The table without Hibernate's check where the present one has none, or with the present ones that admit all of the
     * constants.
     */
    private Table checked(Table present, Column from, Table wanted, Check check, boolean isKeptType) {
        List<Check> checks = ofColumn(present, from.name());
        if (checks.stream().anyMatch(each -> each.named("any").equals(check.named("any")))) {
            return wanted;
        }
        if (checks.isEmpty()) {
            boolean isOurs = isOurs(WrittenColumns.Property.CHECKS, present, from, made -> ofColumn(made, from.name())
                    .isEmpty());
            return isOurs ? wanted : instead(List.of(), "no check", present, from, wanted, check);
        }
        Set<String> constants = strings(check);
        if (constants.isEmpty()) {
            return wanted;
        }
        Optional<Check> printedOtherwise = checks.stream()
                .filter(each -> isKeptType && strings(each).equals(constants))
                .findFirst();
        if (printedOtherwise.isPresent()) {
            return replaced(wanted, check, List.of(printedOtherwise.get()));
        }
        boolean isOurs =
                isOurs(WrittenColumns.Property.CHECKS, present, from, made -> unnamed(ofColumn(made, from.name()))
                        .equals(unnamed(checks)));
        String names = checks.stream().map(each -> "constraint " + each.name()).collect(Collectors.joining(", "));
        return isOurs || !checks.stream().allMatch(each -> strings(each).containsAll(constants))
                ? wanted
                : instead(checks, names, present, from, wanted, check);
    }

    private Table instead(List<Check> checks, String names, Table present, Column column, Table wanted, Check check) {
        kept.add(new KeptProperty(
                Kind.CHECK,
                present.name(),
                column.name(),
                names,
                "CHECK (" + check.expression().sql() + ")"));
        return replaced(wanted, check, checks);
    }

    private static Table replaced(Table wanted, Check check, List<Check> checks) {
        return wanted.withConstraints(
                Stream.concat(wanted.constraints().stream().filter(each -> !each.equals(check)), checks.stream())
                        .distinct()
                        .toList());
    }

    private static Set<Check> unnamed(List<Check> checks) {
        return checks.stream().map(check -> check.named("any")).collect(Collectors.toSet());
    }

    private static Set<String> strings(Check check) {
        return SqlText.strings(check.expression().normal());
    }

    /** The checks that are about this column alone. */
    private static List<Check> ofColumn(Table table, String column) {
        ColumnUse own = new ColumnUse(Set.of(column));
        ColumnUse others = new ColumnUse(table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals(column))
                .collect(Collectors.toSet()));
        List<Check> checks = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check && own.in(check) && !others.in(check)) {
                checks.add(check);
            }
        }
        return checks;
    }

    /** @param gaveIt whether what the history made has it as the present table does */
    private boolean isOurs(WrittenColumns.Property property, Table present, Column column, Predicate<Table> gaveIt) {
        return provenance.wrote(present.name(), column.name(), property, gaveIt);
    }
}
