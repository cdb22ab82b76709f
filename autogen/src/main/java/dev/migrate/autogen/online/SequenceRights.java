package dev.migrate.autogen.online;

import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The right to take numbers from sequences that begin to number the rows of existing tables. Nobody needs one for an
 * identity, but without one for the sequence that takes its place the next insert is refused. Who may insert is asked
 * where the migration runs: each database has roles of its own.
 */
final class SequenceRights {

    private SequenceRights() {}

    /** What gives it to those who may insert into the tables of each sequence; nothing if there are none. */
    static Optional<Paragraph> toNumber(Map<QualifiedName, List<QualifiedName>> tables) {
        String numbered = tables.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(table -> "(" + regclass(entry.getKey()) + ", " + regclass(table) + ")"))
                .collect(Collectors.joining(",\n" + " ".repeat(17)));
        return numbered.isEmpty() ? Optional.empty() : Optional.of(grant(numbered));
    }

    private static Paragraph grant(String numbered) {
        return new Paragraph(
                List.of("Whoever may insert rows that a new sequence numbers may take its numbers."),
                List.of(new Execute(DollarQuotes.block("""
                DECLARE
                    statement text;
                BEGIN
                    FOR statement IN
                        SELECT DISTINCT format('GRANT USAGE ON SEQUENCE %%s TO %%s', s.oid::regclass,
                            CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END)
                        FROM (VALUES
                                 %s) AS numbered (by_sequence, of_table)
                        JOIN pg_class s ON s.oid = by_sequence
                        JOIN pg_class t ON t.oid = of_table
                        JOIN pg_attribute a ON a.attrelid = t.oid
                        CROSS JOIN aclexplode(coalesce(t.relacl, acldefault('r', t.relowner)) || a.attacl) r
                        WHERE r.privilege_type = 'INSERT' AND r.grantee <> s.relowner
                    LOOP
                        EXECUTE statement;
                    END LOOP;
                END
                """.formatted(numbered)))));
    }

    private static String regclass(QualifiedName name) {
        return Literals.string(SqlIdentifiers.quote(name)) + "::regclass";
    }
}
