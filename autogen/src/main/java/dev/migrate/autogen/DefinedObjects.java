package dev.migrate.autogen;

import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what two catalogs say of objects that are known by their SQL, such as views and triggers. */
final class DefinedObjects {

    /** Relations, and what belongs to a relation: the last word is its name. */
    private static final Pattern OF_RELATION = Pattern.compile(
            "(?s)(?:(?:materialized )?view|foreign table|(?:trigger|policy|rule|(?:forced )?row level security|replica identity"
                    + "|clustering).* on) (.+)");

    /** Roles belong to a server: the scratch server has others. */
    private static final Pattern RIGHTS = Pattern.compile("(?s)(?:GRANT|REVOKE) .*|ALTER .* OWNER TO .*");

    private DefinedObjects() {}

    /**
     * A schema without views of schemas that aren't compared, which a catalog has as far as they show something of those
     * that are, and without what belongs to tables that aren't.
     */
    static Schema within(CatalogScope scope, Schema schema, String defaultSchema) {
        return schema.withAuxiliaryObjects(schema.auxiliaryObjects().stream()
                        .filter(object -> isWithin(scope, object, defaultSchema))
                        .toList())
                .withStatistics(schema.statistics().stream()
                        .filter(statistics -> isWithin(scope, statistics.table(), defaultSchema))
                        .toList());
    }

    private static boolean isWithin(CatalogScope scope, AuxiliaryObject object, String defaultSchema) {
        Matcher relation = OF_RELATION.matcher(object.identity());
        if (!relation.matches()) {
            return true;
        }
        return isWithin(scope, SqlIdentifiers.readQualified(relation.group(1)), defaultSchema);
    }

    private static boolean isWithin(CatalogScope scope, QualifiedName name, String defaultSchema) {
        return (name.schema() == null || scope.schemas().contains(name.schema())) && scope.reads(name, defaultSchema);
    }

    /**
     * What differs beside the definitions, a line for each statement that makes it: comments, a materialized view's indexes,
     * whether a trigger fires. Rights and owners don't count.
     */
    static List<String> changes(Schema from, Schema to) {
        Map<String, AuxiliaryObject> before = from.auxiliaryObjects().stream()
                .collect(Collectors.toMap(AuxiliaryObject::identity, Function.identity(), (one, other) -> one));
        List<String> lines = new ArrayList<>();
        for (AuxiliaryObject object : to.auxiliaryObjects()) {
            AuxiliaryObject old = before.get(object.identity());
            if (old != null) {
                List<String> present = settings(object);
                List<String> expected = settings(old);
                Stream.concat(
                                expected.stream()
                                        .filter(one -> !present.contains(one))
                                        .map(one -> "no longer " + one),
                                present.stream()
                                        .filter(one -> !expected.contains(one))
                                        .map(one -> "now " + one))
                        .forEach(change -> lines.add("Changed " + object.identity() + ": " + change));
            }
        }
        return lines;
    }

    private static List<String> settings(AuxiliaryObject object) {
        String definition = object.printed();
        return definition == null || !object.create().startsWith(definition)
                ? List.of()
                : SqlScript.split(object.create().substring(definition.length())).stream()
                        .map(statement -> statement.sql().strip().replaceAll("\\s+", " "))
                        .filter(sql -> !RIGHTS.matcher(sql).matches())
                        .toList();
    }
}
