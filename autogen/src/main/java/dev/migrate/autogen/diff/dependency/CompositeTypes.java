package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types whose values are rows: composite types, tables, and domains over these. Of such a value {@code IS NOT NULL}
 * says that every field has one (PostgreSQL manual, 9.2 Comparison Functions and Operators).
 */
public final class CompositeTypes {

    private final Set<String> composites = new HashSet<>();
    private final Map<String, Type> domains = new HashMap<>();

    private CompositeTypes() {}

    /** Those that are there, and those that the operations create. */
    public static CompositeTypes of(Schema schema, List<? extends Operation> operations) {
        CompositeTypes types = new CompositeTypes();
        schema.tables().forEach(table -> types.composites.add(SqlIdentifiers.quote(table.name())));
        schema.auxiliaryObjects().stream()
                .filter(CompositeChange::isComposite)
                .forEach(type -> types.composites.add(CompositeChange.name(type)));
        schema.domains().forEach(types::add);
        for (Operation operation : operations) {
            if (operation instanceof CreateAuxiliaryObject create && CompositeChange.isComposite(create.object())) {
                types.composites.add(CompositeChange.name(create.object()));
            }
            if (operation instanceof CreateDomain create) {
                types.add(create.domain());
            }
        }
        return types;
    }

    private void add(Domain domain) {
        domains.put(SqlIdentifiers.quote(domain.name()), domain.type());
    }

    /** Whether a column of the type holds rows; an array of them holds none. */
    public boolean contain(Type type) {
        return composites.contains(type.sql())
                || Optional.ofNullable(domains.get(type.sql()))
                        .filter(this::contain)
                        .isPresent();
    }
}
