package dev.migrate.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its database, and drops it afterwards: JUnit closes what the test's store holds. */
final class DatabasePerTest implements ParameterResolver {

    private static final ExtensionContext.Namespace DATABASES =
            ExtensionContext.Namespace.create(DatabasePerTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = PostgresServer.get().newDatabase();
        context.getStore(DATABASES).put(parameter.getIndex(), database);
        return database;
    }
}
