package dev.migrate.ddl;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.extension;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.function;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.materializedView;
import static dev.migrate.schema.Definitions.policy;
import static dev.migrate.schema.Definitions.procedure;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.statistics;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.trigger;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Definitions.view;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.Comments;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DomainAlteration;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceAlteration;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.Statement;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.RowSecurity;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names and values that try to end what they stand in and go on with SQL of their own. */
@PostgresTest
class InjectionTest {

    private static final List<String> EVIL = List.of(
            "x'; DROP TABLE victim; --",
            "x\"; DROP TABLE victim; --",
            "x\\'; DROP TABLE victim; --",
            "x$$; DROP TABLE victim; --",
            "x*/; DROP TABLE victim; --",
            "x); DROP TABLE victim; --",
            "; DROP TABLE victim; --",
            "x\n\\.\nDROP TABLE victim;");

    private static final QualifiedName T = QualifiedName.parse("t");

    private static String quoted(String name) {
        return QualifiedName.of(null, name).toString();
    }

    /** The same text in every place that is not SQL by its nature. */
    private static List<Operation> operations(String evil) {
        String quoted = quoted(evil);
        return List.of(
                new CreateTable(table(quoted)
                        .columns(column(evil, text()).defaultValue(evil).comment(evil))
                        .primaryKey(evil + "1", evil)
                        .comment(evil)),
                new CreateTable(table("s1").columns(column("a", text())).with(evil, "1")),
                new CreateTable(table("s2").columns(column("a", text())).with("fillfactor", evil)),
                new CreateTable(table("s3").columns(column("a", text())).tablespace(evil)),
                new CreateTable(table("s4").columns(column("a", text())).inherits(quoted)),
                new RenameTable(QualifiedName.parse("r"), evil),
                new SetTableSchema(QualifiedName.parse("m"), evil),
                new SetTableSchema(QualifiedName.of(evil, "m"), null),
                new AddColumn(T, column(evil, text()).compression(evil)),
                new AddColumn(T, column(evil, text()).comment(evil).defaultValue(evil)),
                new RenameColumn(T, "renamed", evil),
                new AlterColumn(
                        T, "a", alter("a").defaultValue(evil).comment(evil).changes()),
                new AlterColumn(T, "a", alter("a").compression(evil).changes()),
                new CreateIndex(index(evil).on("t", "a").using(evil)),
                new CreateIndex(
                        index(evil).on("t", "a").with("fillfactor", evil).tablespace(evil)),
                new CreateIndex(index(evil).on("t", "a").include(evil)),
                new RenameIndex(QualifiedName.parse("ix"), evil),
                new CreateStatistics(
                        statistics(quoted(evil + "t")).on("t", evil, "a").comment(evil)),
                new SetStatisticsTarget(QualifiedName.of(null, evil), null, 1),
                new AddConstraint(T, check(evil, "a <> ''")),
                new AddConstraint(T, unique(evil, evil)),
                new AddConstraint(T, foreignKey(evil, evil).references(quoted, evil)),
                new AddConstraintUsingIndex(T, evil, evil, false, Deferral.NOT_DEFERRABLE),
                new RenameConstraint(T, evil, evil + "2"),
                new CreateEnum(enumType(quoted, evil, "b").comment(evil)),
                new AddEnumValue(QualifiedName.parse("mood"), evil, "sad", null, true),
                new RenameEnumValue(QualifiedName.parse("mood"), "sad", evil + "3"),
                new ChangeEnum(
                        enumType("mood2", "sad"),
                        enumType("mood2", evil),
                        new TreeMap<>(Map.of("sad", evil)),
                        List.of(Use.use("t", "m"))),
                new CreateSchema(evil, true),
                new CreateExtension(extension(evil).schema(evil).version(evil)),
                new CreateExtension(extension("citext").version(evil)),
                new CreateDomain(
                        domain(quoted(evil + "d"), text()).defaultValue(evil).comment(evil)),
                new CreateSequence(sequence(quoted(evil + "s")).comment(evil).ownedBy(quoted, evil)),
                new CreateObject(view(quoted(evil + "v"), "SELECT 1 AS n")
                        .with(evil, evil)
                        .comment(evil)),
                new CreateObject(view(quoted(evil + "v"), "SELECT 1 AS n").with("security_barrier", evil)),
                new CreateObject(function(quoted(evil + "f"), "", "RETURNS int LANGUAGE sql AS 'SELECT 1'")
                        .comment(evil)),
                new CreateObject(trigger(evil, "t", "BEFORE UPDATE", "EXECUTE FUNCTION touch()")
                        .comment(evil)),
                new CreateObject(policy(evil, "t", "FOR SELECT").comment(evil)),
                new CommentOn(Comments.onTable("t"), evil),
                new DropByName(Kind.VIEW, QualifiedName.of(evil, evil), true, true),
                new DropByName(Kind.SCHEMA, QualifiedName.of(null, evil), true, true),
                new DropByName(Kind.EXTENSION, QualifiedName.of(null, evil), true, true),
                new DropColumnByName(QualifiedName.of(null, evil), evil, true, false),
                new DropConstraintByName(T, evil, true, false),
                new DropIndexByName(QualifiedName.of(evil, evil), false, true, false),
                new DropObjectByReference(trigger(evil, "t", "", "").reference(), true, false),
                new DropObjectByReference(policy(evil, "t", "").reference(), true, false),
                new DropObjectByReference(function(quoted, "", "").reference(), true, false),
                new DropObjectByReference(procedure(quoted, "", "").reference(), true, false),
                new DropObjectByReference(materializedView(quoted, "").reference(), true, false),
                new CreateObject(
                        procedure(quoted(evil + "p"), "", "LANGUAGE sql AS ''").comment(evil)),
                new CreateObject(
                        materializedView(quoted(evil + "m"), "SELECT 1 AS n").comment(evil)),
                new AddConstraint(T, exclude(evil, evil, "=").using("btree")),
                new AttachPartition(QualifiedName.of(null, evil), QualifiedName.of(null, evil), "DEFAULT"),
                new SetRowSecurity(QualifiedName.of(null, evil), RowSecurity.ENABLE),
                new AlterDomain(
                        QualifiedName.parse("d"),
                        DomainAlteration.NONE
                                .addCheck(check(evil, "VALUE <> ''"))
                                .defaultValue(evil)
                                .renameConstraint(evil, evil + "2")
                                .changes()),
                new RenameSequence(QualifiedName.parse("s"), evil),
                new SetSequenceSchema(QualifiedName.parse("q"), evil),
                new SetSequenceSchema(QualifiedName.of(evil, "q"), null),
                new GrantToInserters(QualifiedName.of(null, evil), List.of(QualifiedName.of(evil, evil))),
                new AlterSequence(
                        QualifiedName.parse("n"),
                        SequenceAlteration.NONE.ownedBy(quoted, evil).changes()),
                new SetComment(Comments.onColumn(quoted, evil), null, evil),
                new SetComment(Comments.onConstraint(quoted, evil), null, evil),
                backfill("t").set("a", evil).where("a IS NULL"),
                backfill("t").set(evil, evil).where("a IS NULL"),
                backfill(quoted).set(evil, evil),
                rows("t", "a").row(evil),
                rows("t", evil).row(evil),
                rows("t", "l").row(List.of(evil, evil)),
                update("t").set("a", evil),
                update("t").set(evil, evil));
    }

    @Test
    void noNameAndNoValueBecomesSql(TestDatabase database) throws SQLException {
        attack(database, "on");
    }

    @Test
    void noNameAndNoValueBecomesSqlWhereABackslashEscapesInEveryString(TestDatabase database) throws SQLException {
        attack(database, "off");
    }

    private static void attack(TestDatabase database, String standardConformingStrings) throws SQLException {
        database.execute("""
                CREATE TABLE victim (a int);
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TYPE mood2 AS ENUM ('sad');
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE t (a text, m mood2, l text[], renamed int);
                CREATE TABLE r (a int);
                CREATE INDEX ix ON t (a);
                CREATE DOMAIN d AS text;
                CREATE SEQUENCE s;
                CREATE SEQUENCE n;
                """);
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        int done = 0;
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET standard_conforming_strings = " + standardConformingStrings);
            for (String evil : EVIL) {
                for (Operation operation : operations(evil)) {
                    done += run(statement, renderer.render(operation));
                    assertThat(isThere(statement, "victim"))
                            .as(operation.toString())
                            .isTrue();
                }
            }
        }
        // What PostgreSQL refuses, such as an unknown storage parameter, proves nothing: most of it has to succeed.
        assertThat(done).isGreaterThan(EVIL.size() * 20);
    }

    private static boolean isThere(java.sql.Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** How many statements PostgreSQL accepted. */
    private static int run(java.sql.Statement statement, List<Statement> rendered) {
        int done = 0;
        for (Statement each : rendered) {
            try {
                statement.execute(each.sql());
                done++;
            } catch (SQLException e) {
                // PostgreSQL refuses many of these names, and says so of the name as a whole, not of SQL behind it.
                assertThat(e.getSQLState())
                        .as(each.sql() + "\n" + e.getMessage())
                        .isNotEqualTo("42601");
            }
        }
        return done;
    }

    @Test
    void aStorageThatIsNoWordIsRefused() {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        String message =
                "The storage 'PLAIN; DROP TABLE victim' of t.a is no word; expected PLAIN, EXTERNAL, EXTENDED or MAIN";

        assertThatThrownBy(() ->
                        renderer.render(new AddColumn(T, column("a", text()).storage("PLAIN; DROP TABLE victim"))))
                .hasMessage(message);
        assertThatThrownBy(() -> renderer.render(new AlterColumn(
                        T, "a", alter("a").storage("PLAIN; DROP TABLE victim").changes())))
                .hasMessage(message);
    }
}
