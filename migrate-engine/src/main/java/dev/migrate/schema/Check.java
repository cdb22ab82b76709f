package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name null lets PostgreSQL name it
 * @param expression true or NULL for every row that is allowed
 * @param validity which rows it holds for
 * @param inherited whether child tables get it too; false is {@code NO INHERIT}
 */
public record Check(@Nullable String name, Expression expression, Validity validity, boolean inherited)
        implements Constraint {

    /** Checks new rows only, until {@code validateConstraint}: added without reading the table. */
    public Check notValid() {
        return valid(false);
    }

    /** Checks no row; PostgreSQL 18 and later. */
    public Check notEnforced() {
        return new Check(name, expression, Validity.NOT_ENFORCED, inherited);
    }

    /** Whether all rows have been checked. */
    public boolean valid() {
        return validity == Validity.VALID;
    }

    /** The same check, with existing rows checked or not. */
    public Check valid(boolean whether) {
        return new Check(name, expression, Validity.of(whether), inherited);
    }

    /** {@code NO INHERIT}: it doesn't hold in tables that inherit from this one. */
    public Check noInherit() {
        return new Check(name, expression, validity, false);
    }

    /** The same check of another condition. */
    public Check expression(Expression condition) {
        return new Check(name, condition, validity, inherited);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Check named(@Nullable String newName) {
        return new Check(newName, expression, validity, inherited);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.check(this);
    }
}
