package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/** What has to be read as PostgreSQL reads it, and followed from one statement to the next. */
final class LintShapeCases {

    private LintShapeCases() {}

    /** Shapes that PostgreSQL takes, too. */
    static List<LintCase> shapes() {
        return List.of(
                raw(
                        Rule.EXPRESSION_REWRITE,
                        "ALTER TABLE agents ALTER COLUMN status SET EXPRESSION AS (upper(name))",
                        "expression-rewrite agents.status: Computing agents.status anew rewrites agents: reads and writes wait"
                                + " until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.EXPRESSION_REWRITE,
                        "ALTER TABLE agents ADD v text GENERATED ALWAYS AS (name) VIRTUAL;"
                                + " ALTER TABLE agents ALTER COLUMN v SET EXPRESSION AS (upper(name))"),
                doesNot(Rule.EXPRESSION_REWRITE, "another type and formula of what isn't stored", op -> {
                    Column virtual = column("v", text()).generatedVirtual("name");
                    op.apply(new ChangeColumn(
                            QualifiedName.of(null, "agents"),
                            virtual,
                            virtual.type(varchar(9)).generatedVirtual("upper(name)"),
                            null,
                            null));
                }),
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE agents ADD v bigint GENERATED ALWAYS AS (id) VIRTUAL;"
                                + " ALTER TABLE agents ALTER COLUMN v TYPE numeric"),
                raw(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "ALTER TABLE agents ADD CONSTRAINT own FOREIGN KEY (tenant_id) REFERENCES tenants NOT ENFORCED"),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents * ADD CONSTRAINT named CHECK (name <> '')",
                        "constraint-scan named: Checking named reads all of agents: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT named CHECK (name <> '') NOT VALID NO INHERIT;"
                                + " ALTER TABLE agents ADD CONSTRAINT own FOREIGN KEY (id) REFERENCES agents NOT VALID DEFERRABLE"),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT named CHECK ((NOT valid))",
                        "constraint-scan named: Checking named reads all of agents: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE)."));
    }

    /** What has another name is still what it was, and gone when it is dropped by that. */
    static List<LintCase> renames() {
        String scans =
                "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and writes"
                        + " wait until it is done (ACCESS EXCLUSIVE).";
        String checks =
                "constraint-scan a: Checking a reads all of agents: reads and writes wait until it is done (ACCESS"
                        + " EXCLUSIVE).";
        return List.of(
                shows(
                        Rule.SET_NOT_NULL_SCAN,
                        "by a check that was renamed and is gone",
                        op -> {
                            op.addCheck("agents", check("a", "status IS NOT NULL"));
                            op.renameConstraint("agents", "a", "b");
                            op.dropConstraint("agents", "b");
                            op.alterColumn("agents", alter("status").notNull());
                        },
                        checks,
                        scans),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT a CHECK (status IS NOT NULL);"
                                + " ALTER TABLE agents RENAME CONSTRAINT a TO b; ALTER TABLE agents DROP CONSTRAINT b;"
                                + " ALTER TABLE agents ALTER status SET NOT NULL",
                        checks,
                        scans),
                raw(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "CREATE TABLE fresh (id int); CREATE INDEX a ON fresh (id); ALTER INDEX a RENAME TO b; DROP INDEX b"),
                doesNot(Rule.DROP_INDEX_NOT_CONCURRENT, "a new table's, which was renamed", op -> {
                    op.createTable(table("fresh").columns(column("id", bigint())));
                    op.createIndex(index("a").on("fresh", "id"));
                    op.renameIndex("a", "b");
                    op.dropIndex("b");
                }));
    }

    /** Domains, whose constraints count for the columns of them. */
    static List<LintCase> domains() {
        String rewrites =
                "add-column-rewrite agents.mail: Adding agents.mail, whose domain email is checked or computed for each"
                        + " row, rewrites agents: reads and writes wait until it is done (ACCESS EXCLUSIVE).";
        return List.of(
                shows(
                        Rule.ADD_COLUMN_REWRITE,
                        "of a domain with a check",
                        op -> {
                            op.createDomain(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"));
                            op.addColumn("agents", column("mail", type("email")));
                        },
                        rewrites),
                shows(
                        Rule.ADD_COLUMN_REWRITE,
                        "of a domain that gets a default for each row",
                        op -> {
                            op.createDomain(domain("email", text()));
                            op.alterDomain("email", email -> email.defaultSql("gen_random_uuid()::text"));
                            op.addColumn("agents", column("mail", type("public.email")));
                        },
                        rewrites.replace("domain email", "domain public.email")),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "CREATE DOMAIN email AS text NOT NULL; ALTER TABLE agents ADD mail email DEFAULT 'a@b'",
                        rewrites),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "CREATE DOMAIN email text DEFAULT '@'; ALTER TABLE agents ADD mail email, ADD mails email[]"),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER DOMAIN email VALIDATE CONSTRAINT email_at",
                        "constraint-scan email: Checking the domain email reads every table that has a column of it: writes wait"
                                + " until it is done (SHARE)."));
    }
}
