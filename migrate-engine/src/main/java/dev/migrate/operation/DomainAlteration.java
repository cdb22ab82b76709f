package dev.migrate.operation;

import dev.migrate.schema.Check;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literals;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an author wants of a domain: {@code d -> d.notNull().addCheck(check("has_at", "VALUE LIKE '%@%'"))}. Attributes
 * that are not named stay as they are.
 *
 * @param changes in the order they were named
 */
public record DomainAlteration(List<DomainChange> changes) {

    /** Nothing changed yet. */
    public static final DomainAlteration NONE = new DomainAlteration(List.of());

    public DomainAlteration {
        changes = List.copyOf(changes);
    }

    /** {@code SET DEFAULT} to a constant. */
    public DomainAlteration defaultValue(Object value) {
        return defaultSql(Literals.literal(value));
    }

    /** {@code SET DEFAULT} to an SQL expression. */
    public DomainAlteration defaultSql(String sql) {
        return and(new DomainChange.SetDomainDefault(Expression.of(sql)));
    }

    /** {@code DROP DEFAULT}. */
    public DomainAlteration dropDefault() {
        return and(new DomainChange.SetDomainDefault(null));
    }

    /** {@code SET NOT NULL}: reads each table that has a column of the domain. */
    public DomainAlteration notNull() {
        return and(new DomainChange.SetDomainNullable(false));
    }

    /** {@code DROP NOT NULL}. */
    public DomainAlteration nullable() {
        return and(new DomainChange.SetDomainNullable(true));
    }

    /** {@code ADD CONSTRAINT}: reads each table that has a column of the domain, unless the check is not valid yet. */
    public DomainAlteration addCheck(Check check) {
        return and(new DomainChange.AddDomainCheck(check));
    }

    /** {@code DROP CONSTRAINT}. */
    public DomainAlteration dropConstraint(String constraint) {
        return and(new DomainChange.DropDomainConstraint(constraint, false));
    }

    /** {@code DROP CONSTRAINT IF EXISTS}. */
    public DomainAlteration dropConstraintIfExists(String constraint) {
        return and(new DomainChange.DropDomainConstraint(constraint, true));
    }

    /** {@code RENAME CONSTRAINT}. */
    public DomainAlteration renameConstraint(String constraint, String newName) {
        return and(new DomainChange.RenameDomainConstraint(constraint, newName));
    }

    /** {@code VALIDATE CONSTRAINT}: reads each table that has a column of the domain. */
    public DomainAlteration validateConstraint(String constraint) {
        return and(new DomainChange.ValidateDomainConstraint(constraint));
    }

    private DomainAlteration and(DomainChange change) {
        return new DomainAlteration(
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }
}
