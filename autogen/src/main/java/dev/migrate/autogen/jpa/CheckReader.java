package dev.migrate.autogen.jpa;

import dev.migrate.schema.Check;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/** Reads checks: those of columns, those of the table, those that Hibernate makes for the parts of a JSON or struct. */
final class CheckReader {

    private final Dialect dialect;

    CheckReader(OfflineHibernate hibernate) {
        this.dialect = hibernate.dialect();
    }

    List<Check> read(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.getColumns()) {
            if (!column.getCheckConstraints().isEmpty()) {
                checks.addAll(ofColumn(column));
            }
        }
        table.getChecks().forEach(check -> checks.add(of(check)));
        for (Column column : table.getColumns()) {
            if (column instanceof AggregateColumn aggregate) {
                String sql = new AggregateChecks(dialect).of(aggregate);
                if (!sql.isEmpty()) {
                    checks.add(new Check(null, Expression.of(sql), Validity.VALID, true));
                }
            }
        }
        return checks;
    }

    /** Hibernate makes one check of a column's unnamed ones. */
    private static List<Check> ofColumn(Column column) {
        List<Check> checks = new ArrayList<>();
        List<CheckConstraint> unnamed = column.getCheckConstraints().stream()
                .filter(CheckConstraint::isAnonymous)
                .toList();
        if (unnamed.size() == 1) {
            checks.add(of(unnamed.get(0)));
        } else if (!unnamed.isEmpty()) {
            String all =
                    unnamed.stream().map(CheckConstraint::getConstraintInParens).collect(Collectors.joining(" and "));
            checks.add(new Check(null, Expression.of(all), Validity.VALID, true));
        }
        column.getCheckConstraints().stream()
                .filter(CheckConstraint::isNamed)
                .map(CheckReader::of)
                .forEach(checks::add);
        return checks;
    }

    private static Check of(CheckConstraint declared) {
        Check check = new Check(
                ChosenNames.of(declared).orElse(null), Expression.of(declared.getConstraint()), Validity.VALID, true);
        return withOptions(check, HibernateVersions.options(declared));
    }

    /** The check with what follows its expression. */
    static Check withOptions(Check bare, String options) {
        SqlText text = new SqlText(options);
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
        SqlText text = new SqlText(expression);
        while (!text.isAtEnd()) {
            String token = text.next();
            if (!token.startsWith("'") && columns.contains(SqlNames.simple(token))) {
                found.add(SqlNames.simple(token));
            }
        }
        return List.copyOf(found);
    }

    /** Borrows from Hibernate's export the check that it makes for the parts of an aggregate. */
    private static final class AggregateChecks extends StandardTableExporter {

        AggregateChecks(Dialect dialect) {
            super(dialect);
        }

        String of(AggregateColumn column) {
            Table alone = new Table("migrate", "alone");
            alone.addColumn(column.clone());
            StringBuilder fragment = new StringBuilder();
            applyTableCheck(alone, fragment);
            SqlText text = new SqlText(fragment.toString());
            String unnamed = "";
            while (text.accept(",")) {
                boolean isNamed = text.accept("constraint") && !text.next().isEmpty();
                String check = text.accept("check") ? text.group() : text.rest();
                unnamed = isNamed ? unnamed : check;
            }
            return unnamed;
        }
    }
}
