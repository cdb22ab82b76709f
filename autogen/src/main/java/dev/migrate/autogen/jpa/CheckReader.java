package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Check;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicType;

/** Reads checks: those of columns, those of the table, those that Hibernate makes for the parts of a JSON or struct. */
final class CheckReader {

    private final OfflineHibernate hibernate;

    CheckReader(OfflineHibernate hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * A check as it is declared.
     *
     * @param column whose check Hibernate adds by itself: that of an enum's constants; empty of one that is written
     */
    record Declared(Check check, Optional<Column> column) {}

    List<Declared> read(Table table) {
        List<Declared> checks = new ArrayList<>();
        for (Column column : table.getColumns()) {
            if (!column.getCheckConstraints().isEmpty()) {
                checks.addAll(ofColumn(column));
            }
        }
        table.getChecks().forEach(check -> checks.add(written(of(check))));
        for (Column column : table.getColumns()) {
            if (column instanceof AggregateColumn aggregate) {
                String sql = check(aggregate);
                if (!sql.isEmpty()) {
                    checks.add(written(new Check(null, Expression.of(sql), Validity.VALID, true)));
                }
            }
        }
        return checks;
    }

    /** Hibernate makes one check of a column's unnamed ones. */
    private List<Declared> ofColumn(Column column) {
        List<Declared> checks = new ArrayList<>();
        List<CheckConstraint> unnamed = column.getCheckConstraints().stream()
                .filter(CheckConstraint::isAnonymous)
                .toList();
        if (unnamed.size() == 1) {
            CheckConstraint only = unnamed.get(0);
            checks.add(new Declared(of(only), isOfHibernate(only, column) ? Optional.of(column) : Optional.empty()));
        } else if (!unnamed.isEmpty()) {
            String all =
                    unnamed.stream().map(CheckConstraint::getConstraintInParens).collect(Collectors.joining(" and "));
            checks.add(written(new Check(null, Expression.of(all), Validity.VALID, true)));
        }
        column.getCheckConstraints().stream()
                .filter(CheckConstraint::isNamed)
                .map(CheckReader::of)
                .map(CheckReader::written)
                .forEach(checks::add);
        return checks;
    }

    private static Declared written(Check check) {
        return new Declared(check, Optional.empty());
    }

    /** Whether it follows from the column's type. */
    private boolean isOfHibernate(CheckConstraint check, Column column) {
        return column.getValue() instanceof BasicValue value
                && value.getType() instanceof BasicType<?> type
                && check.getConstraint()
                        .equals(type.getCheckCondition(column.getQuotedName(hibernate.dialect()), hibernate.dialect()));
    }

    private static Check of(CheckConstraint declared) {
        Check check = new Check(
                ChosenNames.of(declared).orElse(null), Expression.of(declared.getConstraint()), Validity.VALID, true);
        return withOptions(check, HibernateVersions.options(declared));
    }

    /** The check with what follows its expression. */
    static Check withOptions(Check bare, String options) {
        SqlReader text = new SqlReader(options);
        Check check = bare;
        while (!text.isAtEnd()) {
            if (text.accept("not", "valid")) {
                check = check.notValid();
            } else if (text.accept("not", "enforced")) {
                check = check.notEnforced();
            } else if (text.accept("no", "inherit")) {
                check = check.noInherit();
            } else {
                throw Unreadable.clause("The check (" + bare.expression().sql() + ")", text.rest());
            }
        }
        return check;
    }

    /** The columns that an expression mentions, in its order. */
    static List<String> mentioned(List<String> columns, String expression) {
        Set<String> found = new LinkedHashSet<>();
        SqlReader text = new SqlReader(expression);
        while (!text.isAtEnd()) {
            String token = text.next();
            if (!token.startsWith("'") && columns.contains(SqlNames.simple(token))) {
                found.add(SqlNames.simple(token));
            }
        }
        return List.copyOf(found);
    }

    /** The check that Hibernate's export makes for the parts of an aggregate, as the dialect writes it; empty if it has none. */
    private String check(AggregateColumn aggregate) {
        Table alone = new Table("migrate", "alone");
        alone.addColumn(aggregate.clone());
        String create = hibernate
                .dialect()
                .getTableExporter()
                .getSqlCreateStrings(alone, hibernate.metadata(), hibernate.naming())[0];
        String parts = new SqlReader(create.substring(create.indexOf('('))).group();
        for (String part : SqlReader.list(parts)) {
            SqlReader text = new SqlReader(part);
            if (text.accept("check")) {
                return text.group();
            }
        }
        return "";
    }
}
