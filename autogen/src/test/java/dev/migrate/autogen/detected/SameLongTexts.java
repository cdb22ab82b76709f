package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.NeverDifferentTest.defaults;
import static dev.migrate.autogen.detected.NeverDifferentTest.unnamed;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.autogen.detected.NeverDifferentTest.Same;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An enum of all countries, and documents in checks and defaults. */
final class SameLongTexts {

    private SameLongTexts() {}

    static List<Same> all() {
        String values =
                IntStream.range(0, 400).mapToObj(i -> "'COUNTRY_" + i + "'").collect(Collectors.joining(","));
        String document = "'" + "<p>it''s</p>".repeat(1_000) + "'";
        return List.of(
                new Same(
                        "a check of many values",
                        "CREATE TABLE t (s varchar(99) CHECK (s IN (" + values + ")))",
                        table("t").columns(column("s", varchar(99))).constraints(unnamed("s in (" + values + ")"))),
                new Same(
                        "a check of many values, of a text",
                        "CREATE TABLE t (s text CHECK (s IN (" + values + ")))",
                        table("t").columns(column("s", text())).constraints(unnamed("s in (" + values + ")"))),
                new Same(
                        "a check that a document is another",
                        "CREATE TABLE t (s text CHECK (s <> " + document + "))",
                        table("t").columns(column("s", text())).constraints(unnamed("s <> " + document))),
                defaults(
                        "a document as default",
                        "text DEFAULT " + document,
                        column("c", text()).defaultSql(document)));
    }
}
