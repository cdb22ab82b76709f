package dev.migrate.autogen.diagram;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PostgresTest
class DiagramTest {

    private static final String TABLES = """
            CREATE SCHEMA audit;
            CREATE TABLE tenants (id uuid PRIMARY KEY, name varchar(50) NOT NULL UNIQUE);
            CREATE TABLE agents (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                tenant_id uuid NOT NULL REFERENCES tenants,
                parent_id bigint REFERENCES agents,
                price numeric(10,2),
                created_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE TABLE profiles (agent_id bigint PRIMARY KEY REFERENCES agents, tags text[]);
            CREATE TABLE audit."odd ""name"" here" ("a<b" int, agent_id bigint REFERENCES agents);
            CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            """;

    private static final boolean GRAPHVIZ = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dot")));

    private static Schema schema(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        try (Connection connection = database.connect()) {
            return new CatalogReader()
                    .read(connection, CatalogScope.ofDefaultSchema().schemas(Set.of("audit")));
        }
    }

    @Test
    void mermaidShowsTablesWithTheirKeysAndHowManyRowsReferenceOne(TestDatabase database) throws SQLException {
        assertThat(Diagram.of(schema(database)).mermaid()).isEqualTo("""
                        erDiagram
                            "agents" {
                                bigint id PK
                                uuid tenant_id FK "not null"
                                bigint parent_id FK
                                numeric price "numeric(10,2)"
                                timestamptz created_at "not null"
                            }
                            "events" {
                                date at "not null"
                            }
                            "profiles" {
                                bigint agent_id PK, FK
                                text[] tags
                            }
                            "tenants" {
                                uuid id PK
                                varchar(50) name UK "not null"
                            }
                            "audit.'odd ''name'' here'" {
                                integer a_b
                                bigint agent_id FK
                            }
                            "agents" |o--o{ "agents" : "parent_id"
                            "tenants" ||--o{ "agents" : "tenant_id"
                            "agents" ||--o| "profiles" : "agent_id"
                            "agents" |o--o{ "audit.'odd ''name'' here'" : "agent_id"
                        """);
    }

    @Test
    void mermaidsOwnWordsAreNamesOfTablesAndColumnsToo() {
        Schema schema = Schema.ofTables(
                table("class").columns(column("pk", bigint())).primaryKey("class_pkey", "pk"),
                table("style")
                        .columns(column("Fk", bigint()), column("uk-2", type("uk[]")), column("pk_id", text()))
                        .foreignKey(foreignKey("style_fkey", "Fk").references("class", "pk")));

        assertThat(Diagram.of(schema).mermaid()).isEqualTo("""
                        erDiagram
                            "class" {
                                bigint _pk PK
                            }
                            "style" {
                                bigint _Fk FK
                                _uk[] _uk-2
                                text pk_id
                            }
                            "class" |o--o{ "style" : "Fk"
                        """);
    }

    @Test
    void dotShowsTheSame(TestDatabase database) throws SQLException {
        assertThat(Diagram.of(schema(database)).dot()).isEqualTo("""
                        digraph schema {
                            graph [rankdir=LR, nodesep=0.4, ranksep=1.2]
                            node [shape=plain, fontname="Helvetica", fontsize=11]
                            edge [dir=both, color="#55606e", arrowsize=0.8]
                            "agents" [label=<
                                <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#55606e">
                                <tr><td bgcolor="#dde6f0" colspan="2"><b>agents</b></td></tr>
                                <tr><td port="id" align="left"><u>id</u></td><td port="id type" align="left">bigint</td></tr>
                                <tr><td port="tenant_id" align="left">tenant_id</td><td port="tenant_id type" align="left">uuid</td></tr>
                                <tr><td port="parent_id" align="left">parent_id</td><td port="parent_id type" align="left"><i>bigint?</i></td></tr>
                                <tr><td port="price" align="left">price</td><td port="price type" align="left"><i>numeric(10,2)?</i></td></tr>
                                <tr><td port="created_at" align="left">created_at</td><td port="created_at type" align="left">timestamptz</td></tr>
                                </table>>]
                            "events" [label=<
                                <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#55606e">
                                <tr><td bgcolor="#dde6f0" colspan="2"><b>events</b></td></tr>
                                <tr><td port="at" align="left">at</td><td port="at type" align="left">date</td></tr>
                                </table>>]
                            "profiles" [label=<
                                <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#55606e">
                                <tr><td bgcolor="#dde6f0" colspan="2"><b>profiles</b></td></tr>
                                <tr><td port="agent_id" align="left"><u>agent_id</u></td><td port="agent_id type" align="left">bigint</td></tr>
                                <tr><td port="tags" align="left">tags</td><td port="tags type" align="left"><i>text[]?</i></td></tr>
                                </table>>]
                            "tenants" [label=<
                                <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#55606e">
                                <tr><td bgcolor="#dde6f0" colspan="2"><b>tenants</b></td></tr>
                                <tr><td port="id" align="left"><u>id</u></td><td port="id type" align="left">uuid</td></tr>
                                <tr><td port="name" align="left">name</td><td port="name type" align="left">varchar(50)</td></tr>
                                </table>>]
                            "audit.\\"odd \\"\\"name\\"\\" here\\"" [label=<
                                <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#55606e">
                                <tr><td bgcolor="#dde6f0" colspan="2"><b>audit.&quot;odd &quot;&quot;name&quot;&quot; here&quot;</b></td></tr>
                                <tr><td port="a&lt;b" align="left">a&lt;b</td><td port="a&lt;b type" align="left"><i>integer?</i></td></tr>
                                <tr><td port="agent_id" align="left">agent_id</td><td port="agent_id type" align="left"><i>bigint?</i></td></tr>
                                </table>>]
                            "agents":"parent_id type":e -> "agents":"id":w [arrowtail=crowodot, arrowhead=teeodot]
                            "agents":"tenant_id type":e -> "tenants":"id":w [arrowtail=crowodot, arrowhead=teetee]
                            "profiles":"agent_id type":e -> "agents":"id":w [arrowtail=teeodot, arrowhead=teetee]
                            "audit.\\"odd \\"\\"name\\"\\" here\\"":"agent_id type":e -> "agents":"id":w [arrowtail=crowodot, arrowhead=teeodot]
                        }
                        """);
    }

    @Test
    void graphvizDrawsEveryTable(TestDatabase database) throws SQLException {
        assumeTrue(GRAPHVIZ, "Graphviz is not installed");
        assertThat(new Graphviz("dot").svg(Diagram.of(schema(database)).dot()))
                .contains("<svg ", ">agents</text>", ">timestamptz</text>", "</svg>");
    }

    @Test
    void withoutGraphvizTheMessageNamesEveryWayOut() {
        // Its words differ from one JDK to another.
        Throwable refusal = catchThrowable(() -> new ProcessBuilder("no-such-dot").start());
        assertThatThrownBy(() -> new Graphviz("no-such-dot").svg("digraph {}"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("SVG is drawn by Graphviz, and 'no-such-dot' can't be started: " + refusal.getMessage()
                        + ". Install Graphviz (package graphviz), name its dot with -Dmigrate.dot=/path/to/dot, or use"
                        + " -Dmigrate.format=mermaid, which needs nothing.");
    }

    @Test
    void whatGraphvizCannotReadIsReportedWithItsWords() {
        assumeTrue(GRAPHVIZ, "Graphviz is not installed");
        assertThatThrownBy(() -> new Graphviz("dot").svg("digraph {"))
                .isInstanceOf(MigrateException.class)
                .hasMessageMatching("Graphviz \\(dot\\) can't draw the schema: .*syntax error in line 1.*");
    }
}
