package dev.migrate.autogen.catalog;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a catalog is read.
 *
 * <p>A table pattern is a name in which {@code *} stands for any characters and {@code ?} for one: {@code audit_*}. With a
 * dot it is matched against schema and name ({@code app.*}), without one against the name alone.
 *
 * @param defaultSchema whether the connection's {@code current_schema()} is read
 * @param schemas other schemas that are read, as far as they exist
 * @param includeTables patterns; empty is every table
 * @param excludeTables patterns of tables that are left out, whatever {@code includeTables} says
 * @param bookkeeping tables of Migrate itself, in whatever schema; always left out
 * @param temporary whether the session's temporary objects are read, instead of any schema
 */
public record CatalogScope(
        boolean defaultSchema,
        Set<String> schemas,
        List<String> includeTables,
        List<String> excludeTables,
        Set<String> bookkeeping,
        boolean temporary) {

    private static final Set<String> OWN_TABLES = Set.of("migrate_version", "migrate_journal");

    public CatalogScope {
        schemas = Set.copyOf(schemas);
        includeTables = List.copyOf(includeTables);
        excludeTables = List.copyOf(excludeTables);
        bookkeeping = Set.copyOf(bookkeeping);
    }

    /** The first schema of the search path that exists. */
    public static CatalogScope ofDefaultSchema() {
        return new CatalogScope(true, Set.of(), List.of(), List.of(), OWN_TABLES, false);
    }

    /** These schemas, as {@link QualifiedName#schema()} names them: null is the first of the search path. */
    public static CatalogScope ofSchemas(Collection<@Nullable String> names) {
        boolean defaultToo = names.stream().anyMatch(Objects::isNull);
        Set<String> named = new TreeSet<>();
        for (String name : names) {
            if (name != null) {
                named.add(name);
            }
        }
        return new CatalogScope(defaultToo, named, List.of(), List.of(), OWN_TABLES, false);
    }

    /** What the session has in {@code pg_temp}. */
    public static CatalogScope ofTemporaryObjects() {
        return new CatalogScope(false, Set.of(), List.of(), List.of(), Set.of(), true);
    }

    /** These schemas beside the default one, if that is read. */
    public CatalogScope schemas(Set<String> names) {
        return new CatalogScope(defaultSchema, names, includeTables, excludeTables, bookkeeping, temporary);
    }

    /** These schemas, too. */
    public CatalogScope and(Set<String> names) {
        Set<String> all = new TreeSet<>(schemas);
        all.addAll(names);
        return schemas(all);
    }

    /** Only tables that match one of these patterns. */
    public CatalogScope including(String... patterns) {
        return new CatalogScope(defaultSchema, schemas, Arrays.asList(patterns), excludeTables, bookkeeping, temporary);
    }

    /** No table that matches one of these patterns. */
    public CatalogScope excluding(String... patterns) {
        return new CatalogScope(defaultSchema, schemas, includeTables, Arrays.asList(patterns), bookkeeping, temporary);
    }

    /** Leaves out these tables instead of {@code migrate_version} and {@code migrate_journal}. */
    public CatalogScope bookkeeping(String... tables) {
        return new CatalogScope(defaultSchema, schemas, includeTables, excludeTables, Set.of(tables), temporary);
    }

    /** Whether a table of that schema and name is read. */
    boolean reads(String schema, String table) {
        return !bookkeeping.contains(table)
                && (includeTables.isEmpty() || matches(includeTables, schema, table))
                && !matches(excludeTables, schema, table);
    }

    /**
     * What of a declared schema is to be compared: without the tables that aren't read, and without their sequences.
     *
     * @param defaultSchema what a name without a schema is in
     */
    public Schema within(Schema declared, String defaultSchema) {
        return declared.onlyTables(name -> reads(name, defaultSchema));
    }

    /** Whether that table is read; {@code defaultSchema} is what a name without a schema is in. */
    public boolean reads(QualifiedName name, String defaultSchema) {
        return reads(Objects.requireNonNullElse(name.schema(), defaultSchema), name.name());
    }

    private static boolean matches(List<String> patterns, String schema, String table) {
        return patterns.stream().anyMatch(p -> glob(p).matcher(p.indexOf('.') < 0 ? table : schema + "." + table)
                .matches());
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }
}
