package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name null lets PostgreSQL name it
 * @param expression true or NULL for every row that is allowed
 * @param valid whether existing rows have been checked; false is {@code NOT VALID}
 * @param inherited whether child tables get it too; false is {@code NO INHERIT}
 */
public record Check(@Nullable String name, Expression expression, boolean valid, boolean inherited)
        implements Constraint {

    /** Checks new rows only, until {@code validateConstraint}: added without reading the table. */
    public Check notValid() {
        return valid(false);
    }

    /** The same check, with existing rows checked or not. */
    public Check valid(boolean whether) {
        return new Check(name, expression, whether, inherited);
    }

    public Check noInherit() {
        return new Check(name, expression, valid, false);
    }

    @Override
    public Check named(String newName) {
        return new Check(newName, expression, valid, inherited);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.check(this);
    }
}
