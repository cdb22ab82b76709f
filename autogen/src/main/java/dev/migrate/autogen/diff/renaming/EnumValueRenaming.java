package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.TableExpressions;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a schema looks like once PostgreSQL has renamed a value of an enum type: it stores the value's number, and so
 * prints defaults, checks, formulas, predicates and views by the new name. What a function's body says stays.
 *
 * @param type the value's type
 * @param value its name before
 * @param newValue its name after
 */
record EnumValueRenaming(QualifiedName type, String value, String newValue) {

    Schema applyTo(Schema schema) {
        return schema.withEnums(schema.enums().stream().map(this::renamed).toList())
                .withDomains(schema.domains().stream().map(this::domain).toList())
                .withTables(schema.tables().stream()
                        .map(table -> TableExpressions.replaced(table, this::expression))
                        .toList())
                .withStatistics(schema.statistics().stream()
                        .map(statistics -> statistics.keys(statistics.keys().stream()
                                .map(key -> key.mapExpression(this::expression))
                                .toList()))
                        .toList())
                .withAuxiliaryObjects(
                        schema.auxiliaryObjects().stream().map(this::object).toList());
    }

    private EnumType renamed(EnumType old) {
        return old.name().equals(type)
                ? old.values(old.values().stream()
                        .map(each -> each.equals(value) ? newValue : each)
                        .toList())
                : old;
    }

    private Domain domain(Domain old) {
        Expression present = old.defaultExpression();
        return new Domain(
                old.name(),
                old.type(),
                old.nullable(),
                present == null ? null : expression(present),
                old.collation(),
                old.checks().stream().map(this::check).toList(),
                old.comment());
    }

    private Check check(Check old) {
        return old.expression(expression(old.expression()));
    }

    private AuxiliaryObject object(AuxiliaryObject old) {
        return ObjectDiff.isRoutine(old)
                ? old
                : new AuxiliaryObject(old.identity(), sql(old.create()), old.drop(), optional(old.printed()));
    }

    private Expression expression(Expression old) {
        return new Expression(sql(old.sql()), sql(old.normal()));
    }

    private @Nullable String optional(@Nullable String sql) {
        return sql == null ? null : sql(sql);
    }

    private String sql(String sql) {
        String cast = "::" + SqlIdentifiers.quote(type);
        Pattern constant = Pattern.compile(Pattern.quote(Literals.string(value) + cast) + "(?![\\p{L}\\p{N}_$.\"])");
        return constant.matcher(sql).replaceAll(Matcher.quoteReplacement(Literals.string(newValue) + cast));
    }
}
