package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.meaning.WrittenColumns;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * What two schemas alone don't say about their difference.
 *
 * @param renames as {@code -Dmigrate.rename} takes them: {@code users:accounts}, {@code users.name:full_name}
 * @param created where this history leads: what is there may be dropped by it
 * @param dropUnknown whether to drop also what is in the database, is not declared, and was not created by this history
 * @param hibernateDefaults whether what follows only from Hibernate's defaults counts against what the database has
 * @param written what this history's operations say of columns
 * @param isComplete whether the wanted schema says everything about its objects, as another catalog does; entities
 *     cannot say how a column is compressed, and what they cannot say is left as it is
 * @param defaultSchema the schema that an unqualified name is in
 * @param server what the operations have to run on
 * @param hooks what the project has to say
 */
public record DiffOptions(
        List<String> renames,
        Schema created,
        boolean dropUnknown,
        boolean hibernateDefaults,
        WrittenColumns written,
        boolean isComplete,
        String defaultSchema,
        ServerVersion server,
        Hooks hooks) {

    /** Entities against a catalog, without renames, dropping nothing. */
    public static final DiffOptions ENTITIES = new DiffOptions(
            List.of(),
            Schema.EMPTY,
            false,
            false,
            WrittenColumns.none("public"),
            false,
            "public",
            ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED),
            Hooks.NONE);

    /** One catalog against another: everything counts, and what is gone is dropped. */
    public static final DiffOptions CATALOGS = new DiffOptions(
            List.of(),
            Schema.EMPTY,
            true,
            true,
            WrittenColumns.none("public"),
            true,
            "public",
            ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED),
            Hooks.NONE);

    public DiffOptions {
        renames = List.copyOf(renames);
    }

    public DiffOptions renames(List<String> newRenames) {
        return new DiffOptions(
                newRenames, created, dropUnknown, hibernateDefaults, written, isComplete, defaultSchema, server, hooks);
    }

    public DiffOptions created(Schema schema) {
        return new DiffOptions(
                renames, schema, dropUnknown, hibernateDefaults, written, isComplete, defaultSchema, server, hooks);
    }

    public DiffOptions dropUnknown(boolean whether) {
        return new DiffOptions(
                renames, created, whether, hibernateDefaults, written, isComplete, defaultSchema, server, hooks);
    }

    public DiffOptions hibernateDefaults(boolean whether) {
        return new DiffOptions(
                renames, created, dropUnknown, whether, written, isComplete, defaultSchema, server, hooks);
    }

    public DiffOptions written(WrittenColumns columns) {
        return new DiffOptions(
                renames, created, dropUnknown, hibernateDefaults, columns, isComplete, defaultSchema, server, hooks);
    }

    public DiffOptions defaultSchema(String name) {
        return new DiffOptions(
                renames, created, dropUnknown, hibernateDefaults, written, isComplete, name, server, hooks);
    }

    public DiffOptions server(ServerVersion version) {
        return new DiffOptions(
                renames, created, dropUnknown, hibernateDefaults, written, isComplete, defaultSchema, version, hooks);
    }

    public DiffOptions hooks(Hooks newHooks) {
        return new DiffOptions(
                renames, created, dropUnknown, hibernateDefaults, written, isComplete, defaultSchema, server, newHooks);
    }
}
