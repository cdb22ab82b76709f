package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * What Hibernate 6.4 to 7.4 have under different names, or not all of them: the only place that asks for a method by its
 * name.
 */
final class HibernateVersions {

    private HibernateVersions() {}

    /** Whether the database generates this column: the column says so since 6.5, the table's identifier before. */
    static boolean isIdentity(Column column, Table table, OfflineHibernate hibernate) {
        Optional<Object> since65 = call(column, "isIdentity");
        return since65.isPresent() ? (Boolean) since65.get() : isIdentity64(column, table, hibernate);
    }

    /** The JDBC type of a column; what it is resolved against has another class in Hibernate 7. */
    static int sqlTypeCode(Column column, OfflineHibernate hibernate) {
        return (Integer) call(column, "getSqlTypeCode", hibernate.metadata()).orElseThrow();
    }

    private static boolean isIdentity64(Column column, Table table, OfflineHibernate hibernate) {
        if (!table.hasPrimaryKey() || !table.getPrimaryKey().getColumn(0).equals(column)) {
            return false;
        }
        return call(table, "getIdentifierValue")
                .flatMap(identifier -> call(hibernate.metadata(), "getMetadataBuildingOptions")
                        .flatMap(options -> call(options, "getIdentifierGeneratorFactory"))
                        .flatMap(generators -> call(identifier, "isIdentityColumn", generators, hibernate.dialect())))
                .map(Boolean.class::cast)
                .orElse(false);
    }

    /** SQL that Jakarta Persistence 3.2 lets a mapping append ({@code @Column(options = …)}); empty before Hibernate 7. */
    static String options(Object mapped) {
        return call(mapped, "getOptions")
                .map(Object::toString)
                .map(String::strip)
                .orElse("");
    }

    /** Table elements that Hibernate 7 lets a mapping append inside the parentheses; empty before. */
    static String extraDeclarations(Table table) {
        return call(table, "getExtraDeclarations")
                .map(Object::toString)
                .map(String::strip)
                .orElse("");
    }

    /** Whether a generated column gets a {@code not null}: up to 7.3 always, after that as the dialect says. */
    static boolean writesNotNullAfterFormula(Dialect dialect) {
        return call(dialect, "supportsNotNullAfterGeneratedAs")
                .map(Boolean.class::cast)
                .orElse(true);
    }

    /** The result of a public method, or nothing if there is no such method or it returns null. */
    private static Optional<Object> call(Object target, String name, Object... arguments) {
        Optional<Method> method = Arrays.stream(target.getClass().getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .filter(m -> Modifier.isPublic(m.getDeclaringClass().getModifiers()))
                .findFirst();
        if (method.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(method.get().invoke(target, arguments));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.get() + " is public but cannot be called", e);
        } catch (InvocationTargetException e) {
            throw new MigrateException("Hibernate cannot tell " + name + " of " + target + ": " + e.getCause(), e);
        }
    }
}
