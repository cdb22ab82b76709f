package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;

/** Schemas and extensions as SQL, and every object that is dropped by its name alone. */
final class ObjectDdl {

    private ObjectDdl() {}

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

    static Statement dropByName(DropByName drop) {
        return Statement.of("DROP " + drop.kind().name().replace('_', ' ') + " " + Clause.ifExists(drop.ifExists())
                + SqlIdentifiers.quote(drop.name()) + Clause.dropTail(drop.cascade()));
    }
}
