package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import java.util.ArrayList;
import java.util.List;

/** Schemas, extensions and domains as SQL, and every object that is dropped by its name alone. */
final class ObjectDdl {

    private final ConstraintDdl constraints;

    ObjectDdl(ConstraintDdl constraints) {
        this.constraints = constraints;
    }

    static Statement createSchema(CreateSchema create) {
        return Statement.of(
                "CREATE SCHEMA " + Clause.ifNotExists(create.ifNotExists()) + SqlIdentifiers.quote(create.name()));
    }

    static Statement dropSchema(String name) {
        return Statement.of("DROP SCHEMA " + SqlIdentifiers.quote(name));
    }

    static Statement createExtension(CreateExtension create) {
        return Statement.of(
                "CREATE EXTENSION " + Clause.ifNotExists(create.ifNotExists()) + SqlIdentifiers.quote(create.name()));
    }

    static Statement dropExtension(String name) {
        return Statement.of("DROP EXTENSION " + SqlIdentifiers.quote(name));
    }

    List<Statement> createDomain(Domain domain) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder sql = new StringBuilder("CREATE DOMAIN ")
                .append(SqlIdentifiers.quote(domain.name()))
                .append(" AS ")
                .append(domain.type().sql());
        if (domain.collation() != null) {
            sql.append(" COLLATE ").append(domain.collation());
        }
        if (domain.defaultExpression() != null) {
            sql.append(" DEFAULT ").append(domain.defaultExpression().sql());
        }
        sql.append(Clause.when(!domain.nullable(), " NOT NULL"));
        domain.checks().stream().filter(Check::valid).forEach(check -> sql.append("\n    ")
                .append(constraints.definition(check)));
        statements.add(Statement.of(sql.toString()));
        domain.checks().stream()
                .filter(check -> !check.valid())
                .forEach(check -> statements.add(Statement.of("ALTER DOMAIN " + SqlIdentifiers.quote(domain.name())
                        + " ADD " + constraints.definition(check))));
        if (domain.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnType(domain.name()), domain.comment()));
        }
        return statements;
    }

    static Statement dropDomain(Domain domain) {
        return Statement.of("DROP DOMAIN " + SqlIdentifiers.quote(domain.name()));
    }

    static Statement dropByName(DropByName drop) {
        return Statement.of("DROP " + drop.kind().name().replace('_', ' ') + " " + Clause.ifExists(drop.ifExists())
                + SqlIdentifiers.quote(drop.name()) + Clause.dropTail(drop.cascade()));
    }
}
