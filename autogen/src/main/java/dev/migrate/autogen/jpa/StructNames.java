package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.UserDefinedType;

/**
 * The composite types of structs, which Hibernate creates in their schema ({@code hibernate.default_schema}) and names
 * without it, in columns and in other structs: its own export fails wherever the search path doesn't lead there. The
 * application doesn't, as it hardly ever names the type.
 */
final class StructNames {

    /** By their simple names, of which one in two schemas may mean either. */
    private final Map<String, Set<QualifiedName>> types;

    private StructNames(Map<String, Set<QualifiedName>> types) {
        this.types = types;
    }

    static StructNames of(OfflineHibernate hibernate, SqlNames names) {
        Map<String, Set<QualifiedName>> types = new HashMap<>();
        for (Namespace namespace : hibernate.database().getNamespaces()) {
            for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                for (String sql : creates(type, hibernate)) {
                    SqlReader text = new SqlReader(sql);
                    if (text.accept("create", "type")) {
                        QualifiedName name = names.qualified(text.name());
                        types.computeIfAbsent(name.name(), none -> new HashSet<>())
                                .add(name);
                    }
                }
            }
        }
        return new StructNames(types);
    }

    private static String[] creates(UserDefinedType type, OfflineHibernate hibernate) {
        return hibernate
                .dialect()
                .getUserDefinedTypeExporter()
                .getSqlCreateStrings(type, hibernate.metadata(), hibernate.naming());
    }

    /** A column's type, such as {@code funds array}, with the schema where it is a struct. */
    String qualified(String type) {
        SqlReader text = new SqlReader(type);
        if (types.isEmpty() || text.isAtEnd()) {
            return type;
        }
        Set<QualifiedName> meant = types.getOrDefault(SqlNames.simple(text.next()), Set.of());
        if (meant.size() != 1 || text.isAt(".")) {
            return type;
        }
        QualifiedName struct = meant.iterator().next();
        return struct.schema() == null ? type : (SqlIdentifiers.quote(struct) + " " + text.remaining()).strip();
    }

    /** The {@code create type … as (…)} of a struct, with the schemas of those that it contains. */
    String[] create(UserDefinedType type, OfflineHibernate hibernate) {
        return Stream.of(creates(type, hibernate)).map(this::qualifiedInside).toArray(String[]::new);
    }

    private String qualifiedInside(String create) {
        SqlReader text = new SqlReader(create);
        if (!text.accept("create", "type")) {
            return create;
        }
        String name = text.name();
        if (!text.accept("as") || !text.isAtGroup()) {
            return create;
        }
        String attributes =
                SqlReader.list(text.group()).stream().map(this::attribute).collect(Collectors.joining(", "));
        return "create type " + name + " as (" + attributes + ")" + text.remaining();
    }

    private String attribute(String declared) {
        SqlReader text = new SqlReader(declared);
        return text.next() + " " + qualified(text.remaining());
    }
}
