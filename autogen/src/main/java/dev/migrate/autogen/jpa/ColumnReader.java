package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Reads columns as Hibernate's export writes them into {@code create table}. */
final class ColumnReader {

    private final OfflineHibernate hibernate;
    private final Dialect dialect;
    private final SqlNames names;
    private final StructNames structs;
    private final Map<String, Type> plainTypes = new HashMap<>();

    ColumnReader(OfflineHibernate hibernate, SqlNames names, StructNames structs) {
        this.hibernate = hibernate;
        this.names = names;
        this.structs = structs;
        this.dialect = hibernate.dialect();
    }

    Column read(org.hibernate.mapping.Column declared, Table table) {
        if (HibernateVersions.isIdentity(declared, table, hibernate)) {
            Column column = Column.of(name(declared), type(declared)).comment(Comments.stored(declared.getComment()));
            return identity(declared, column);
        }
        return new Column(
                name(declared),
                type(declared),
                isNullable(declared) && !table.isPrimaryKey(declared),
                declared.getDefaultValue() == null ? null : Expression.of(declared.getDefaultValue()),
                null,
                formula(declared),
                declared.getCollation() == null ? null : dialect.quoteCollation(declared.getCollation()),
                null,
                null,
                Comments.stored(declared.getComment()),
                false);
    }

    private boolean isNullable(org.hibernate.mapping.Column declared) {
        return declared.isNullable()
                || (declared.getGeneratedAs() != null && !HibernateVersions.writesNotNullAfterFormula(dialect));
    }

    String name(org.hibernate.mapping.Column declared) {
        return SqlNames.simple(declared.getQuotedName(dialect));
    }

    /**
     * Hibernate 6.4 writes {@code bigserial not null} in place of the type, later ones an identity behind it, even if a
     * {@code columnDefinition} already says how it is made.
     */
    private Column identity(org.hibernate.mapping.Column declared, Column column) {
        String clause = dialect.getIdentityColumnSupport()
                .getIdentityColumnString(HibernateVersions.sqlTypeCode(declared, hibernate));
        if (!clause.contains("identity")) {
            return column.type(new Type(new SqlReader(clause).next())).notNull();
        }
        if (generatesItself(column.type().sql())) {
            return column.notNull();
        }
        return column.identity(clause.contains("always") ? Identity.always() : Identity.byDefault())
                .notNull();
    }

    /** The foreign key that the column's own definition has. */
    Optional<ForeignKey> foreignKey(org.hibernate.mapping.Column declared) {
        String definition = definition(declared);
        return plainTypes.containsKey(definition)
                ? Optional.empty()
                : ColumnText.of(definition, name(declared), names).foreignKey();
    }

    /** Thousands of columns have a few dozen definitions; those without a foreign key inside are read once. */
    private Type type(org.hibernate.mapping.Column declared) {
        String definition = definition(declared);
        Type known = plainTypes.get(definition);
        if (known != null) {
            return known;
        }
        ColumnText text = ColumnText.of(definition, name(declared), names);
        Type type = new Type(structs.qualified(text.type()));
        if (text.foreignKey().isEmpty()) {
            plainTypes.put(definition, type);
        }
        return type;
    }

    private String definition(org.hibernate.mapping.Column declared) {
        String type = declared.getSqlType(hibernate.metadata());
        String options = HibernateVersions.options(declared);
        return options.isEmpty() ? type : type + " " + options;
    }

    private static boolean generatesItself(String type) {
        String lower = SqlIdentifiers.fold(type);
        return lower.contains("serial") || lower.contains(" identity");
    }

    private @Nullable Generated formula(org.hibernate.mapping.Column declared) {
        String formula = declared.getGeneratedAs();
        if (formula == null) {
            return null;
        }
        return new Generated(
                Expression.of(formula),
                dialect.generatedAs(formula).endsWith("virtual") ? Generated.Kind.VIRTUAL : Generated.Kind.STORED);
    }
}
