package dev.migrate.autogen.diff;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A schema and what it becomes.
 *
 * @param seed draws the rows, and who made what
 * @param elsewhere how many parts out of a hundred this history didn't make
 * @param hasRows whether there are rows in the tables
 * @param from as an author would write it
 * @param to likewise
 */
record SchemaPair(long seed, int elsewhere, boolean hasRows, Schema from, Schema to) {

    /** Of five databases, two are the history's alone, one is another's, and two are in between. */
    private static final List<Integer> ELSEWHERE = List.of(0, 40, 0, 10, 100);

    private static final String FROM = "from: ";
    private static final String TO = "to: ";
    private static final String TYPE = "type ";
    private static final String TOUCH = "touch()";
    private static final String NEXT = "function next(";

    /**
     * The pair of that number. Every second one becomes what it might be later, with rows. Another one becomes something
     * else, which few rows would allow; half of these have only what is declared.
     */
    static SchemaPair of(int number, ServerVersion server) {
        boolean isLater = number % 2 == 0;
        Schema from = RandomSchemas.schema(number, server);
        Schema to = isLater ? RandomSchemas.later(number, server) : RandomSchemas.schema(number + 1_000_000L, server);
        int elsewhere = ELSEWHERE.get(number / 2 % ELSEWHERE.size());
        SchemaPair pair = new SchemaPair(number, elsewhere, isLater, withRoutinesOf(to, from), to);
        return number % 4 == 3 ? pair.onlyDeclared().orElse(pair) : pair;
    }

    /** Columns can be declared to call only what the database has: routines come by a migration of their own. */
    private static Schema withRoutinesOf(Schema to, Schema from) {
        List<AuxiliaryObject> objects = new ArrayList<>(from.auxiliaryObjects());
        to.auxiliaryObjects().stream()
                .filter(object -> object.identity().startsWith(NEXT))
                .filter(object ->
                        objects.stream().noneMatch(other -> other.identity().equals(object.identity())))
                .forEach(objects::add);
        return from.withAuxiliaryObjects(objects);
    }

    /**
     * The same from a database that has nothing which isn't declared, and nothing that entities can't declare; empty if
     * columns have a composite type that isn't declared, since it can't go away.
     */
    Optional<SchemaPair> onlyDeclared() {
        Set<String> declared =
                to.auxiliaryObjects().stream().map(AuxiliaryObject::identity).collect(Collectors.toSet());
        Schema start = Declaration.of(from);
        List<AuxiliaryObject> objects = start.auxiliaryObjects().stream()
                .filter(object -> declared.contains(object.identity())
                        || object.identity().startsWith(NEXT)
                        || object.identity().endsWith(TOUCH)
                        || object.identity().startsWith(TYPE))
                .toList();
        return objects.stream()
                        .anyMatch(object -> object.identity().startsWith(TYPE) && !declared.contains(object.identity()))
                ? Optional.empty()
                : Optional.of(new SchemaPair(seed, 0, hasRows, start.withAuxiliaryObjects(objects), to));
    }

    SchemaPair withoutRows() {
        return new SchemaPair(seed, elsewhere, false, from, to);
    }

    /** What both sides consist of, to be {@link #without left out}. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        SchemaParts.of(from).forEach(part -> parts.add(FROM + part));
        SchemaParts.of(to).forEach(part -> parts.add(TO + part));
        return parts;
    }

    SchemaPair without(Set<String> parts) {
        return new SchemaPair(
                seed,
                elsewhere,
                hasRows,
                SchemaParts.without(from, part -> parts.contains(FROM + part)),
                SchemaParts.without(to, part -> parts.contains(TO + part)));
    }

    /** Java to paste into {@link KnownFailuresTest}. */
    String java() {
        return "new SchemaPair(\n" + seed + ", " + elsewhere + ", " + hasRows + ",\n" + SchemaCode.of(from) + ",\n"
                + SchemaCode.of(to) + ")";
    }
}
