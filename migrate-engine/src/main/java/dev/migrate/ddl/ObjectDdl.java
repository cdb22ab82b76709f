package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Literals;

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

    static Statement createExtension(Extension extension) {
        return Statement.of("CREATE EXTENSION " + Clause.ifNotExists(extension.onlyIfMissing())
                + SqlIdentifiers.quote(extension.name())
                + (extension.schema() == null ? "" : " SCHEMA " + SqlIdentifiers.quote(extension.schema()))
                + (extension.version() == null ? "" : " VERSION " + Literals.string(extension.version())));
    }

    static Statement dropExtension(String name) {
        return Statement.of("DROP EXTENSION " + SqlIdentifiers.quote(name));
    }

    static Statement dropByName(DropByName drop) {
        return Statement.of("DROP " + drop.kind().name().replace('_', ' ') + " " + Clause.ifExists(drop.ifExists())
                + SqlIdentifiers.quote(drop.name()) + Clause.dropTail(drop.cascade()));
    }
}
