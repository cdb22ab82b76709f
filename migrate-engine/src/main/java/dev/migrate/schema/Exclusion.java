package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which every operator is true.
 *
 * @param name null lets PostgreSQL name it
 * @param method index access method, usually gist
 * @param elements what is compared, and with which operator
 * @param include columns the index carries without their being compared
 * @param where which rows take part; null is all
 * @param deferral when it is checked
 */
public record Exclusion(
        @Nullable String name,
        String method,
        List<Element> elements,
        List<String> include,
        @Nullable Expression where,
        Deferral deferral)
        implements Constraint {

    /**
     * One comparison.
     *
     * @param key the column or expression, with its operator class
     * @param operator as SQL, such as {@code =} or {@code &&}
     */
    public record Element(IndexKey key, String operator) {}

    public Exclusion {
        elements = List.copyOf(elements);
        include = Names.checked(include);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("The exclusion constraint" + (name == null ? "" : " '" + name + "'")
                    + " compares nothing; expected at least one element");
        }
    }

    /** Adds a column that is compared with {@code operator}. */
    public Exclusion with(String column, String operator) {
        return with(IndexKey.column(column), operator);
    }

    /** Adds an element that is compared with {@code operator}. */
    public Exclusion with(IndexKey key, String operator) {
        List<Element> more = new ArrayList<>(elements);
        more.add(new Element(key, operator));
        return new Exclusion(name, method, more, include, where, deferral);
    }

    /** @param accessMethod gist, spgist, or btree and hash for operators that they support */
    public Exclusion using(String accessMethod) {
        return new Exclusion(name, accessMethod, elements, include, where, deferral);
    }

    /** {@code INCLUDE}: columns that its index carries without comparing them. */
    public Exclusion include(String... names) {
        return new Exclusion(name, method, elements, List.of(names), where, deferral);
    }

    /** {@code WHERE}: only rows for which this SQL is true exclude each other. */
    public Exclusion where(String sql) {
        return new Exclusion(name, method, elements, include, Expression.of(sql), deferral);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public Exclusion deferrable() {
        return new Exclusion(name, method, elements, include, where, Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public Exclusion initiallyDeferred() {
        return new Exclusion(name, method, elements, include, where, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Exclusion named(@Nullable String newName) {
        return new Exclusion(newName, method, elements, include, where, deferral);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.exclusion(this);
    }
}
