package dev.migrate.lint;

import dev.migrate.operation.DomainChange;
import dev.migrate.operation.TableRewrite;
import dev.migrate.schema.Column;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the history has told of a domain.
 *
 * @param isConstrained whether it has ever got a check or NOT NULL: which of them are dropped again isn't followed
 * @param defaultExpression null if it has none
 */
record KnownDomain(boolean isConstrained, @Nullable Expression defaultExpression) {

    static KnownDomain of(Domain domain) {
        return new KnownDomain(!domain.checks().isEmpty() || !domain.nullable(), domain.defaultExpression());
    }

    KnownDomain with(DomainChange change) {
        if (change instanceof DomainChange.SetDomainDefault set) {
            return new KnownDomain(isConstrained, set.expression());
        }
        boolean constrains = change instanceof DomainChange.AddDomainCheck
                || (change instanceof DomainChange.SetDomainNullable set && !set.nullable());
        return new KnownDomain(isConstrained || constrains, defaultExpression);
    }

    /** Whether a new column of it is written row by row: each value is checked, NULL too, or computed. */
    boolean rewrites(Column added) {
        Column computed = Definitions.column(added.name(), new Type("text")).defaultExpression(defaultExpression);
        return isConstrained || (added.defaultExpression() == null && TableRewrite.byAdding(computed));
    }
}
