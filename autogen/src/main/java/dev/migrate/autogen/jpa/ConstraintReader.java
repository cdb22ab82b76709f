package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Reads a table's constraints; each gets the name the mapping chose or the one PostgreSQL would choose. */
final class ConstraintReader {

    private final CheckReader checks;
    private final ColumnReader columns;
    private final ForeignKeyReader foreignKeys;
    private final ConventionalNames conventional;
    private final Map<QualifiedName, Map<String, String>> ofHibernate = new HashMap<>();

    ConstraintReader(
            OfflineHibernate hibernate,
            ColumnReader columns,
            ForeignKeyReader foreignKeys,
            ConventionalNames conventional) {
        this.checks = new CheckReader(hibernate);
        this.columns = columns;
        this.foreignKeys = foreignKeys;
        this.conventional = conventional;
    }

    /** Primary key, unique constraints, foreign keys, checks. */
    List<Constraint> read(Table declared, QualifiedName table) {
        List<Constraint> constraints = new ArrayList<>();
        primaryKey(declared, table).ifPresent(constraints::add);
        constraints.addAll(uniques(declared, table));
        constraints.addAll(foreignKeys.read(declared, table));
        constraints.addAll(checks(declared, table));
        return constraints;
    }

    private Optional<PrimaryKey> primaryKey(Table declared, QualifiedName table) {
        return Optional.ofNullable(declared.getPrimaryKey())
                .map(key -> new PrimaryKey(
                        ChosenNames.of(key).orElseGet(() -> conventional.primaryKey(table)),
                        columnNames(key.getColumns()),
                        List.of(),
                        false,
                        Deferral.NOT_DEFERRABLE));
    }

    /**
     * PostgreSQL makes one constraint of those with the same columns in the same order, and takes the first name it
     * finds; one with the primary key's columns disappears into that. Of a column that is unique by itself Hibernate says
     * so without a name, and leaves out whatever else says it.
     */
    private List<Unique> uniques(Table declared, QualifiedName table) {
        Map<List<String>, Optional<String>> byColumns = new LinkedHashMap<>();
        for (org.hibernate.mapping.Column column : declared.getColumns()) {
            if (column.isUnique() && !declared.isPrimaryKey(column)) {
                byColumns.put(List.of(columns.name(column)), Optional.empty());
            }
        }
        Map<List<String>, String> options = new HashMap<>();
        Set<List<String>> ofColumns = Set.copyOf(byColumns.keySet());
        for (UniqueKey key : declared.getUniqueKeys().values()) {
            List<String> keyColumns = columnNames(key.getColumns());
            if (!ofColumns.contains(keyColumns)) {
                byColumns.merge(keyColumns, ChosenNames.of(key), (first, second) -> first.or(() -> second));
                options.putIfAbsent(keyColumns, HibernateVersions.options(key));
            }
        }
        if (declared.hasPrimaryKey()) {
            byColumns.remove(columnNames(declared.getPrimaryKey().getColumns()));
        }
        List<Unique> uniques = new ArrayList<>();
        byColumns.forEach((key, name) -> uniques.add(ConstraintText.withOptions(
                new Unique(
                        name.orElseGet(() -> conventional.unique(table, key)),
                        key,
                        List.of(),
                        false,
                        false,
                        Deferral.NOT_DEFERRABLE),
                options.getOrDefault(key, ""))));
        return uniques;
    }

    private List<Check> checks(Table declared, QualifiedName table) {
        List<Check> named = new ArrayList<>();
        for (CheckReader.Declared read : checks.read(declared)) {
            Check check = read.check();
            String name = check.name() == null ? conventional.check(table, mentioned(declared, check)) : check.name();
            named.add(check.named(name));
            read.column().ifPresent(column -> ofHibernate
                    .computeIfAbsent(table, none -> new HashMap<>())
                    .put(columns.name(column), name));
        }
        return named;
    }

    /** The names of the checks that Hibernate adds by itself, by column. */
    Map<String, String> checksOfHibernate(QualifiedName table) {
        return ofHibernate.getOrDefault(table, Map.of());
    }

    private List<String> mentioned(Table declared, Check check) {
        return CheckReader.mentioned(
                columnNames(declared.getColumns()), check.expression().sql());
    }

    private List<String> columnNames(Iterable<org.hibernate.mapping.Column> declared) {
        List<String> read = new ArrayList<>();
        declared.forEach(column -> read.add(columns.name(column)));
        return read;
    }
}
