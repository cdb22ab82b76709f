package dev.migrate.autogen.diff.renaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.schema.QualifiedName;
import org.junit.jupiter.api.Test;

/** As PostgreSQL 16 prints them and later ones: without a table before its columns where there is only one. */
class RelationsTest {

    @Test
    void aColumnIsCalledLikeItsTable() {
        assertThat(withTable("""
                 SELECT DISTINCT ON (status) status,
                    EXTRACT(year FROM status) AS year,
                    status.*::status AS "row",
                    code AS status
                   FROM status
                  WHERE ('x'::text IS DISTINCT FROM status)""")).isEqualTo("""
                 SELECT DISTINCT ON (status) status,
                    EXTRACT(year FROM status) AS year,
                    states.*::states AS "row",
                    code AS status
                   FROM states
                  WHERE ('x'::text IS DISTINCT FROM status)""");
    }

    @Test
    void anotherTableIsReadByTheNameOfTheTable() {
        assertThat(withTable("""
                 SELECT status.id,
                    s.id
                   FROM users status,
                    status s,
                    app.status t""")).isEqualTo("""
                 SELECT status.id,
                    s.id
                   FROM users status,
                    states s,
                    app.status t""");
    }

    @Test
    void aColumnOfAnotherTableIsCalledLikeTheColumn() {
        assertThat(withColumn("""
                 WITH named AS (
                         SELECT t.code
                           FROM status t
                        )
                 SELECT named.code,
                    u.code AS other,
                    s.code AS own
                   FROM named,
                    users u
                     JOIN status s ON ((s.id = u.id))""")).isEqualTo("""
                 WITH named AS (
                         SELECT t.letter
                           FROM status t
                        )
                 SELECT named.letter,
                    u.code AS other,
                    s.letter AS own
                   FROM named,
                    users u
                     JOIN status s ON ((s.id = u.id))""");
    }

    @Test
    void aRuleWritesToAnotherTable() {
        assertThat(withColumn("""
                CREATE RULE follow AS
                    ON UPDATE TO status DO ( UPDATE users SET id = new.id, code = new.code
                  WHERE users.code = old.code;
                 INSERT INTO users (id, code)
                  VALUES (new.id, new.code);
                 UPDATE status SET code = new.code
                )""")).isEqualTo("""
                CREATE RULE follow AS
                    ON UPDATE TO status DO ( UPDATE users SET id = new.id, code = new.letter
                  WHERE users.code = old.letter;
                 INSERT INTO users (id, code)
                  VALUES (new.id, new.letter);
                 UPDATE status SET letter = new.letter
                )""");
    }

    /** The query when the table {@code status} is called {@code states}. */
    private static String withTable(String sql) {
        Relations relations = new Relations(sql, QualifiedName.parse("status"));
        return SqlText.renameTable(
                sql, "status", (start, end) -> relations.isTable(start, end) ? "states" : sql.substring(start, end));
    }

    /** The query when the table's column {@code code} is called {@code letter}. */
    private static String withColumn(String sql) {
        Relations relations = new Relations(sql, QualifiedName.parse("status"));
        return SqlText.rename(
                sql, "code", (start, end) -> relations.isOfAnother(start) ? sql.substring(start, end) : "letter");
    }
}
