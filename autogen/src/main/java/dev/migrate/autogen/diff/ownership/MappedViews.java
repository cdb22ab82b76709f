package dev.migrate.autogen.diff.ownership;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views, materialized views and foreign tables that entities are mapped to. A mapping doesn't tell them from tables, and
 * Hibernate reads all alike; only the catalog knows. No table can be created beside them, and no foreign key refers to
 * them.
 */
public final class MappedViews {

    private static final Pattern IDENTITY =
            Pattern.compile("(?:view|materialized view|foreign table) (?<name>.+)", Pattern.DOTALL);

    private final Schema declared;
    private final Set<QualifiedName> names = new HashSet<>();

    /** Those of the catalog that bear the name of a declared table. */
    public MappedViews(Schema catalog, Schema declared) {
        this.declared = declared;
        for (AuxiliaryObject object : catalog.auxiliaryObjects()) {
            Matcher identity = IDENTITY.matcher(object.identity());
            if (identity.matches()) {
                QualifiedName name = SqlIdentifiers.readQualified(identity.group("name"));
                declared.table(name).ifPresent(table -> names.add(name));
            }
        }
    }

    /** One line each, such as {@code view totals, which an entity is mapped to}. */
    public List<String> lines() {
        return names.stream()
                .sorted()
                .map(name -> "view " + name + ", which an entity is mapped to")
                .toList();
    }

    /** The declared schema without them. */
    public Schema leftOut() {
        return names.isEmpty()
                ? declared
                : declared.withTables(declared.tables().stream()
                        .filter(table -> !names.contains(table.name()))
                        .map(this::withoutKeys)
                        .toList());
    }

    private Table withoutKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || !names.contains(key.target()))
                .toList());
    }
}
