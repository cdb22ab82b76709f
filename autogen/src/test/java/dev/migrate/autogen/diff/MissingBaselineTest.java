package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingBaselineTest {

    private static final RevisionGraph NONE = RevisionGraph.of(List.of());

    private static Schema tables(String... names) {
        return Schema.ofTables(Stream.of(names)
                .map(name -> table(name).columns(column("id", bigint())))
                .toArray(Table[]::new));
    }

    private static Difference difference(Schema database, Schema declared) {
        return SchemaDiff.diff(database, declared, DiffOptions.ENTITIES);
    }

    @Test
    void a_first_revision_for_a_database_that_has_the_tables_is_told_to_need_a_baseline() {
        assertThat(MissingBaseline.of(difference(tables("b", "a", "x"), tables("a", "b", "c")), NONE))
                .hasValue("No revision creates a, b, which the database has by other means: this one makes no new"
                        + " database, and check and verify will fail on their scratch database. Delete it, and begin with"
                        + " a baseline: a revision that creates what there is, and mvn migrate:stamp for databases that"
                        + " have it (docs/adopting.md).");
        assertThat(MissingBaseline.of(
                        difference(tables("f", "e", "d", "c", "b", "a"), tables("a", "b", "c", "d", "e", "f")), NONE))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("No revision creates a, b, c, d, e and 1 more, "));
    }

    @Test
    void a_first_revision_that_creates_all_tables_and_a_later_one_need_none() {
        RevisionGraph later = RevisionGraph.of(List.of(
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "first", null, "db.R0001", null, "")));

        assertThat(MissingBaseline.of(difference(tables("x"), tables("a")), NONE))
                .isEmpty();
        assertThat(MissingBaseline.of(difference(tables("a"), tables("a", "b")), later))
                .isEmpty();
    }
}
