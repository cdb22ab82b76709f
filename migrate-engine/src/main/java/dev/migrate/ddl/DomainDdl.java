package dev.migrate.ddl;

import dev.migrate.operation.DomainChange;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Domains as SQL (PostgreSQL manual, CREATE DOMAIN, ALTER DOMAIN). Each alteration is a statement: it has no list. */
final class DomainDdl implements DomainChange.Visitor<String> {

    private final ConstraintDdl constraints;

    DomainDdl(ConstraintDdl constraints) {
        this.constraints = constraints;
    }

    List<Statement> create(Domain domain) {
        List<Statement> statements = new ArrayList<>();
        String checks = String.join(
                "",
                domain.checks().stream()
                        .filter(Check::valid)
                        .map(check -> "\n    " + constraints.definition(check))
                        .toList());
        statements.add(Statement.of("CREATE DOMAIN " + SqlIdentifiers.quote(domain.name()) + " AS "
                + domain.type().sql() + (domain.collation() == null ? "" : " COLLATE " + domain.collation())
                + (domain.defaultExpression() == null
                        ? ""
                        : " DEFAULT " + WrittenSql.defaultInDefinition(domain.defaultExpression()))
                + Clause.when(!domain.nullable(), " NOT NULL") + checks));
        domain.checks().stream()
                .filter(check -> !check.valid())
                .map(check -> alter(domain.name(), new DomainChange.AddDomainCheck(check)))
                .forEach(statements::add);
        if (domain.comment() != null) {
            statements.add(comment(domain));
        }
        return statements;
    }

    private static Statement comment(Domain domain) {
        return CommentDdl.comment(new Commented.OnType(domain.name()), domain.comment());
    }

    static Statement drop(Domain domain) {
        return Statement.of("DROP DOMAIN " + SqlIdentifiers.quote(domain.name()));
    }

    List<Statement> change(ChangeDomain change) {
        List<Statement> statements = new ArrayList<>(alter(change.to().name(), change.changes()));
        if (!Objects.equals(change.from().comment(), change.to().comment())) {
            statements.add(comment(change.to()));
        }
        return statements;
    }

    List<Statement> alter(QualifiedName domain, List<DomainChange> changes) {
        return changes.stream().map(change -> alter(domain, change)).toList();
    }

    private Statement alter(QualifiedName domain, DomainChange change) {
        return Statement.of("ALTER DOMAIN " + SqlIdentifiers.quote(domain) + " " + change.accept(this));
    }

    @Override
    public String setDefault(DomainChange.SetDomainDefault change) {
        return change.expression() == null
                ? "DROP DEFAULT"
                : "SET DEFAULT " + change.expression().sql();
    }

    @Override
    public String setNullable(DomainChange.SetDomainNullable change) {
        return change.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
    }

    @Override
    public String addCheck(DomainChange.AddDomainCheck change) {
        return "ADD " + constraints.definition(change.check());
    }

    @Override
    public String dropConstraint(DomainChange.DropDomainConstraint change) {
        return "DROP CONSTRAINT " + Clause.ifExists(change.ifExists()) + SqlIdentifiers.quote(change.constraint());
    }

    @Override
    public String renameConstraint(DomainChange.RenameDomainConstraint change) {
        return "RENAME CONSTRAINT " + SqlIdentifiers.quote(change.constraint()) + " TO "
                + SqlIdentifiers.quote(change.newName());
    }

    @Override
    public String validateConstraint(DomainChange.ValidateDomainConstraint change) {
        return "VALIDATE CONSTRAINT " + SqlIdentifiers.quote(change.constraint());
    }
}
