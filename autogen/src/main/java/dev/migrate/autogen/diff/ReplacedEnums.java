package dev.migrate.autogen.diff;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import java.util.List;

/**
 * The enum types that are dropped and created anew. What says something in terms of their values would go on meaning the
 * old ones, and so keeps PostgreSQL from converting the columns.
 */
record ReplacedEnums(List<EnumType> types) {

    static ReplacedEnums of(List<Reversible> operations) {
        return new ReplacedEnums(operations.stream()
                .filter(ChangeEnum.class::isInstance)
                .map(ChangeEnum.class::cast)
                .filter(change -> !change.onlyAdds())
                .map(ChangeEnum::from)
                .toList());
    }

    boolean isMentionedIn(Index index) {
        return Expressions.of(index).anyMatch(this::isMentionedIn);
    }

    boolean isMentionedIn(Constraint constraint) {
        return Expressions.of(constraint).anyMatch(this::isMentionedIn);
    }

    boolean isMentionedIn(Column column) {
        Generated formula = column.generated();
        return formula != null && isMentionedIn(formula.expression());
    }

    boolean isMentionedIn(Expression expression) {
        return types.stream()
                .anyMatch(type ->
                        SqlText.mentions(expression.normal(), type.name().name()));
    }
}
