package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from each model, with each Hibernate, is what that Hibernate's own export creates on PostgreSQL. */
@PostgresTest
class ExportComparisonTest {

    /** Has PostgreSQL itself name what Hibernate named by a hash. */
    private static final String RENAME_HASHES = """
            DO $$
            DECLARE it record;
            BEGIN
                FOR it IN SELECT conrelid::regclass AS tab, conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
                          WHERE contype = 'f' AND conname ~ '^fk[0-9a-y]{20,25}$' ORDER BY oid LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.tab, it.conname);
                    EXECUTE format('ALTER TABLE %s ADD %s', it.tab, it.def);
                END LOOP;
                FOR it IN SELECT c.oid::regclass AS name, relname, pg_get_indexdef(c.oid) AS def FROM pg_class c
                          WHERE relkind = 'i' AND relname ~ '^idx[0-9a-y]{20,25}$' ORDER BY oid LOOP
                    EXECUTE format('DROP INDEX %s', it.name);
                    EXECUTE replace(it.def, 'INDEX ' || it.relname, 'INDEX');
                END LOOP;
            END $$""";

    private static EntityClassLoader hibernate;
    private static String loaded = "";

    static Stream<Arguments> models() {
        return Models.VERSIONS.stream()
                .flatMap(version -> Models.ALL.stream().map(model -> Arguments.of(version, model)));
    }

    @AfterAll
    static void close() throws IOException {
        hibernate.close();
    }

    @ParameterizedTest(name = "Hibernate {0}: {1}")
    @MethodSource("models")
    void declares_what_the_export_creates(String version, String model, TestDatabase exported, TestDatabase declared)
            throws Exception {
        load(version);
        EntitySource source = Models.source(model, hibernate);
        exported.execute(export(hibernate, source));
        exported.execute(RENAME_HASHES);
        String create =
                create(hibernate.read(source)).stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        declared.execute(create);
        assertThat(SchemaDump.of(declared)).isEqualTo(SchemaDump.of(exported));
    }

    /** One class loader for all models of a version: to load a Hibernate takes longer than to read a model. */
    private static void load(String version) throws IOException {
        if (!loaded.equals(version)) {
            if (hibernate != null) {
                hibernate.close();
            }
            hibernate = Models.hibernate(version);
            loaded = version;
        }
    }

    private static String export(EntityClassLoader hibernate, EntitySource source) throws ReflectiveOperationException {
        Class<?> export = Class.forName(HibernateExport.class.getName(), true, hibernate);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(hibernate);
        try {
            return ((String) export.getMethod("script", EntitySource.class).invoke(null, source))
                    .replace("create schema public;", "");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Everything from nothing: what tables need, tables, what needs tables. */
    private static List<Statement> create(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        schema.schemas().forEach(name -> operations.add(new CreateSchema(name, false)));
        schema.enums().forEach(type -> operations.add(new CreateEnum(type)));
        schema.sequences().forEach(sequence -> operations.add(new CreateSequence(sequence)));
        schema.auxiliaryObjects().stream()
                .filter(ExportComparisonTest::isType)
                .forEach(object -> operations.add(new CreateAuxiliaryObject(object)));
        schema.tables().forEach(table -> operations.add(new CreateTable(withoutForeignKeys(table))));
        for (Table table : schema.tables()) {
            table.constraintsOf(ForeignKey.class).forEach(key -> operations.add(new AddConstraint(table.name(), key)));
            table.indexes().forEach(index -> operations.add(new CreateIndex(index)));
        }
        schema.auxiliaryObjects().stream()
                .filter(object -> !isType(object))
                .forEach(object -> operations.add(new CreateAuxiliaryObject(object)));
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        return operations.stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .toList();
    }

    private static boolean isType(AuxiliaryObject object) {
        return object.identity().startsWith("type ");
    }

    private static Table withoutForeignKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof ForeignKey))
                        .toList())
                .withIndexes(List.of());
    }
}
