package dev.migrate.autogen.jpa;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabase;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model declares, beside what a database has. */
final class ModelComparison {

    private ModelComparison() {}

    static Difference drift(Schema declared, TestDatabase database) {
        return new Autogenerate(
                        source -> declared,
                        EntitySource.of(ModelComparison.class.getClassLoader()),
                        target -> Migrate.configure()
                                .dataSource(target)
                                .history(RevisionGraph.of(List.of()))
                                .build(),
                        () -> {
                            throw new IllegalStateException("nothing is replayed");
                        },
                        CatalogScope.ofDefaultSchema(),
                        DiffOptions.ENTITIES.hibernateDefaults(true))
                .driftOf(database.dataSource());
    }

    static void execute(TestDatabase database, List<? extends Operation> operations) {
        statements(operations).forEach(database::execute);
    }

    static String sql(Difference difference) {
        return statements(difference.operations()).stream().collect(Collectors.joining(";\n"));
    }

    private static List<String> statements(List<? extends Operation> operations) {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        return operations.stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(Statement::sql)
                .toList();
    }

    /** Hibernate's own script. */
    static String export(EntityClassLoader hibernate, EntitySource source) throws ReflectiveOperationException {
        return ((String) call(hibernate, "script", source)).replace("create schema public;", "");
    }

    /** Lets Hibernate itself bring a database up to date. */
    static void update(EntityClassLoader hibernate, EntitySource source, TestDatabase database)
            throws ReflectiveOperationException {
        call(hibernate, "update", source, database.url());
    }

    /** The script of an application that starts by itself, from what it has on its class path. */
    static String applicationsExport(EntityClassLoader hibernate, EntitySource source)
            throws ReflectiveOperationException {
        return ((String) call(hibernate, "applicationsScript", source))
                .replace("create schema ", "create schema if not exists ");
    }

    private static Object call(EntityClassLoader hibernate, String name, Object... arguments)
            throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        Method method =
                Class.forName(HibernateExport.class.getName(), true, hibernate).getMethod(name, types);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(((EntitySource) arguments[0]).classLoader());
        try {
            return method.invoke(null, arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
