package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that uses tables of others, and tells Hibernate not to make them. */
@PostgresTest
class SchemaFilterTest {

    private static final Map<String, String> SHOP = Map.of("shop.Order", """
            package shop;
            import jakarta.persistence.*;
            @Entity @Table(name = "orders") class Order {
                @Id @GeneratedValue Long id;
                @ManyToOne Customer customer;
                @ManyToOne Product product;
            }
            @Entity @Table(name = "customers") class Customer {
                @Id @GeneratedValue(generator = "c") @SequenceGenerator(name = "c", sequenceName = "customer_ids") Long id;
                String name;
            }
            @Entity @Table(name = "products", schema = "warehouse") class Product {
                @Id @GeneratedValue(generator = "p")
                @SequenceGenerator(name = "p", sequenceName = "product_ids", schema = "warehouse")
                Long id;
            }
            """, "shop.Ours", """
            package shop;
            import org.hibernate.boot.model.relational.*;
            import org.hibernate.mapping.Table;
            import org.hibernate.tool.schema.spi.*;
            public class Ours implements SchemaFilterProvider, SchemaFilter {
                @Override public boolean includeNamespace(Namespace namespace) {
                    return namespace.getName().getSchema() == null;
                }
                @Override public boolean includeTable(Table table) { return !table.getName().equals("customers"); }
                @Override public boolean includeSequence(Sequence sequence) {
                    return !sequence.getName().getSequenceName().getText().equals("customer_ids");
                }
                @Override public SchemaFilter getCreateFilter() { return this; }
                @Override public SchemaFilter getDropFilter() { return this; }
                @Override public SchemaFilter getMigrateFilter() { return this; }
                @Override public SchemaFilter getValidateFilter() { return this; }
                @Override public SchemaFilter getTruncatorFilter() { return this; }
            }
            """);

    static Stream<String> versions() {
        return Models.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatHibernateMayNotCreateIsReferredToAndLeftAsItIs(
            String version, TestDatabase database, @TempDir Path classes) throws Exception {
        CompiledClasses.compile(SHOP, List.of(), classes);
        database.execute("""
                CREATE SEQUENCE customer_ids;
                CREATE TABLE customers (id int PRIMARY KEY, number serial, email text NOT NULL);
                CREATE SCHEMA warehouse;
                CREATE TABLE warehouse.products (id bigint PRIMARY KEY, price numeric);
                CREATE TABLE warehouse.shelves (id bigint)""");

        try (EntityClassLoader hibernate = Models.hibernate(version, false);
                URLClassLoader shop =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, hibernate)) {
            Autogenerate autogenerate = autogenerate(hibernate, shop, classes);

            Difference difference = autogenerate.compareWith(database.dataSource());

            assertThat(difference.leftAlone()).isEmpty();
            List<String> statements = statements(difference);
            assertThat(statements)
                    .containsExactly(
                            "CREATE SEQUENCE orders_seq AS bigint INCREMENT BY 50 MINVALUE 1"
                                    + " MAXVALUE 9223372036854775807 START WITH 1 CACHE 1",
                            """
                            CREATE TABLE orders (
                                id bigint NOT NULL,
                                customer_id bigint,
                                product_id bigint,
                                CONSTRAINT orders_pkey PRIMARY KEY (id),
                                CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id),
                                CONSTRAINT orders_product_id_fkey FOREIGN KEY (product_id) REFERENCES warehouse.products (id)
                            )""");
            statements.forEach(database::execute);
            assertThat(autogenerate.compareWith(database.dataSource()).isEmpty())
                    .isTrue();
        }
    }

    private static Autogenerate autogenerate(EntityClassLoader hibernate, ClassLoader shop, Path classes) {
        return new Autogenerate(
                hibernate,
                EntitySource.of(shop)
                        .roots(List.of(classes))
                        .setting("hibernate.hbm2ddl.schema_filter_provider", "shop.Ours"),
                database -> Migrate.configure()
                        .dataSource(database)
                        .history(RevisionGraph.of(List.of()))
                        .build(),
                () -> {
                    throw new IllegalStateException("Nothing is left over, so nobody asks who made it");
                },
                CatalogScope.ofDefaultSchema(),
                DiffOptions.ENTITIES);
    }

    private static List<String> statements(Difference difference) {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        return difference.operations().stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(Statement::sql)
                .toList();
    }
}
