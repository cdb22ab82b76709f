package dev.migrate.autogen.jpa;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate 6.4 to 7.4 have under different names, or not all of them: the only place that asks for a method by its
 * name.
 */
final class HibernateVersions {

    private static final LateMethod IS_IDENTITY = new LateMethod("isIdentity", 0);
    private static final LateMethod SQL_TYPE_CODE = new LateMethod("getSqlTypeCode", 1);
    private static final LateMethod IDENTIFIER_VALUE = new LateMethod("getIdentifierValue", 0);
    private static final LateMethod BUILDING_OPTIONS = new LateMethod("getMetadataBuildingOptions", 0);
    private static final LateMethod GENERATORS = new LateMethod("getIdentifierGeneratorFactory", 0);
    private static final LateMethod IS_IDENTITY_COLUMN = new LateMethod("isIdentityColumn", 2);
    private static final LateMethod GENERATOR_BEFORE_7 = new LateMethod("createGenerator", 3);
    private static final LateMethod GENERATOR = new LateMethod("createGenerator", 4);
    private static final LateMethod OPTIONS = new LateMethod("getOptions", 0);
    private static final LateMethod NOT_NULL_AFTER_FORMULA = new LateMethod("supportsNotNullAfterGeneratedAs", 0);

    private static final LateMethod TEMPORAL_PRECISION = new LateMethod("getTemporalPrecision", 0);

    /** What {@code @Column} and {@code @DiscriminatorColumn} have without being told. */
    private static final Set<Long> LENGTHS = Set.of(255L, 31L);

    private HibernateVersions() {}

    /** Whether the column's type has more to it than follows from the attribute; a default that is written isn't seen. */
    static boolean isDescribed(Column column) {
        return column.getSqlType() != null
                || (column.getLength() != null && !LENGTHS.contains(column.getLength()))
                || isGiven(column.getPrecision())
                || isGiven(column.getScale())
                || TEMPORAL_PRECISION.call(column).isPresent();
    }

    private static boolean isGiven(@Nullable Integer digits) {
        return digits != null && digits != 0;
    }

    /** Whether Hibernate itself converts an enum's constants by their ordinals or names so, as 6.4 does. */
    static boolean isEnumConverter(String className) {
        return className.endsWith(".OrdinalEnumValueConverter") || className.endsWith(".NamedEnumValueConverter");
    }

    /** Whether the database generates this column: the column says so since 6.5, the table's identifier before. */
    static boolean isIdentity(Column column, Table table, OfflineHibernate hibernate) {
        Optional<Object> since65 = IS_IDENTITY.call(column);
        return since65.isPresent() ? (Boolean) since65.get() : isIdentity64(column, table, hibernate);
    }

    /** The JDBC type of a column; what it is resolved against has another class in Hibernate 7. */
    static int sqlTypeCode(Column column, OfflineHibernate hibernate) {
        return (Integer) SQL_TYPE_CODE.call(column, hibernate.metadata()).orElseThrow();
    }

    private static boolean isIdentity64(Column column, Table table, OfflineHibernate hibernate) {
        if (!table.hasPrimaryKey() || !table.getPrimaryKey().getColumn(0).equals(column)) {
            return false;
        }
        return IDENTIFIER_VALUE
                .call(table)
                .flatMap(identifier -> BUILDING_OPTIONS
                        .call(hibernate.metadata())
                        .flatMap(options -> GENERATORS.call(options))
                        .flatMap(generators -> IS_IDENTITY_COLUMN.call(identifier, generators, hibernate.dialect())))
                .map(Boolean.class::cast)
                .orElse(false);
    }

    /**
     * What gives an entity its keys, as Hibernate makes it: a new one from 7 on, which therefore also passes what says how to
     * write the names of schemas. Null if it is assigned.
     */
    static @Nullable Object generator(RootClass entity, OfflineHibernate hibernate) {
        Object identifier = entity.getIdentifier();
        return BUILDING_OPTIONS
                .call(hibernate.metadata())
                .flatMap(GENERATORS::call)
                .flatMap(generators -> GENERATOR_BEFORE_7.call(identifier, generators, hibernate.dialect(), entity))
                .or(() -> GENERATOR.call(
                        identifier,
                        hibernate.dialect(),
                        entity,
                        entity.getIdentifierProperty(),
                        settings(GENERATOR.parameter(identifier, 3), hibernate)))
                .orElse(null);
    }

    private static Object settings(Class<?> type, OfflineHibernate hibernate) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        method.getReturnType().isInstance(hibernate.naming()) ? hibernate.naming() : null);
    }

    /** SQL that Jakarta Persistence 3.2 lets a mapping append ({@code @Column(options = …)}); empty before Hibernate 7. */
    static String options(Object mapped) {
        return OPTIONS.call(mapped).map(Object::toString).map(String::strip).orElse("");
    }

    /** Whether a generated column gets a {@code not null}: up to 7.3 always, after that as the dialect says. */
    static boolean writesNotNullAfterFormula(Dialect dialect) {
        return NOT_NULL_AFTER_FORMULA.call(dialect).map(Boolean.class::cast).orElse(true);
    }

    /**
     * Whether something is generated for which Hibernate makes a column NOT NULL only with the persisters, as 7.4 does for
     * {@code @CreationTimestamp} and its like.
     */
    static boolean generatorsChangeColumns(Metadata metadata) {
        return Arrays.stream(CurrentTimestampGeneration.class.getDeclaredMethods())
                        .anyMatch(method -> "notNull".equals(method.getName()))
                && metadata.getEntityBindings().stream()
                        .flatMap(entity -> entity.getProperties().stream())
                        .anyMatch(HibernateVersions::isGenerated);
    }

    private static boolean isGenerated(Property property) {
        return property.getValueGeneratorCreator() != null
                || (property.getValue() instanceof Component embedded
                        && embedded.getProperties().stream().anyMatch(HibernateVersions::isGenerated));
    }
}
