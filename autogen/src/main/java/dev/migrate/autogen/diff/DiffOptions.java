package dev.migrate.autogen.diff;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * What two schemas alone don't say about their difference.
 *
 * @param renames as {@code -Dmigrate.rename} takes them: {@code users:accounts}, {@code users.name:full_name}
 * @param known tables, sequences and types that this history created, and may therefore drop
 * @param dropUnknown whether to drop what is in the database, is not declared, and is not known either
 * @param isComplete whether the wanted schema says everything about its objects, as another catalog does; entities
 *     cannot say how a column is compressed, and what they cannot say is left as it is
 * @param defaultSchema the schema that an unqualified name is in
 * @param server what the operations have to run on
 */
public record DiffOptions(
        List<String> renames,
        Set<QualifiedName> known,
        boolean dropUnknown,
        boolean isComplete,
        String defaultSchema,
        ServerVersion server) {

    /** Entities against a catalog, without renames, dropping nothing. */
    public static final DiffOptions ENTITIES = new DiffOptions(
            List.of(), Set.of(), false, false, "public", ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));

    /** One catalog against another: everything counts, and what is gone is dropped. */
    public static final DiffOptions CATALOGS = new DiffOptions(
            List.of(), Set.of(), true, true, "public", ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));

    public DiffOptions {
        renames = List.copyOf(renames);
        known = Set.copyOf(known);
    }

    public DiffOptions renames(List<String> newRenames) {
        return new DiffOptions(newRenames, known, dropUnknown, isComplete, defaultSchema, server);
    }

    public DiffOptions known(Set<QualifiedName> names) {
        return new DiffOptions(renames, names, dropUnknown, isComplete, defaultSchema, server);
    }

    public DiffOptions dropUnknown(boolean whether) {
        return new DiffOptions(renames, known, whether, isComplete, defaultSchema, server);
    }

    public DiffOptions defaultSchema(String name) {
        return new DiffOptions(renames, known, dropUnknown, isComplete, name, server);
    }

    public DiffOptions server(ServerVersion version) {
        return new DiffOptions(renames, known, dropUnknown, isComplete, defaultSchema, version);
    }

    boolean mayDrop(QualifiedName name) {
        return dropUnknown
                || known.contains(name)
                || (name.schema() == null && known.contains(name.inSchema(defaultSchema)));
    }
}
