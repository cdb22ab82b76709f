package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.operation.DomainChange;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Type;

/** Changes of a domain as the calls of {@code domain -> domain.notNull().dropDefault()}. */
final class JavaDomainChanges implements DomainChange.Visitor<Call> {

    private final JavaConstraints constraints;
    private final Type type;

    /** @param type what the domain's default is a value of */
    JavaDomainChanges(Imports imports, Type type) {
        this.constraints = new JavaConstraints(imports);
        this.type = type;
    }

    @Override
    public Call setDefault(DomainChange.SetDomainDefault change) {
        Expression expression = change.expression();
        return expression == null ? Code.call("dropDefault") : JavaColumns.defaultCall(expression, type);
    }

    @Override
    public Call setNullable(DomainChange.SetDomainNullable change) {
        return Code.call(change.nullable() ? "nullable" : "notNull");
    }

    @Override
    public Call addCheck(DomainChange.AddDomainCheck change) {
        return Code.call("addCheck", constraints.code(change.check()));
    }

    @Override
    public Call dropConstraint(DomainChange.DropDomainConstraint change) {
        return Code.call(
                change.ifExists() ? "dropConstraintIfExists" : "dropConstraint", Code.string(change.constraint()));
    }

    @Override
    public Call renameConstraint(DomainChange.RenameDomainConstraint change) {
        return Code.call("renameConstraint", Code.string(change.constraint()), Code.string(change.newName()));
    }

    @Override
    public Call validateConstraint(DomainChange.ValidateDomainConstraint change) {
        return Code.call("validateConstraint", Code.string(change.constraint()));
    }
}
