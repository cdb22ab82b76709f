package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** What else than an enum type is dropped and created anew while something depends on it. */
final class DetectedReplacements {

    static final List<Detected> CASES = List.of(
            detected("an identity's bound goes")
                    .before(table("agents")
                            .columns(column("id", integer())
                                    .identity(Identity.byDefault().max(5000))))
                    .after(table("agents").columns(column("id", integer()).identity(Identity.byDefault())))
                    .upgrade("""
                            op.alterColumn("agents", alter("id").setIdentity(byDefault()));
                    """)
                    .downgrade("""
                            op.alterColumn("agents", alter("id").setIdentity(byDefault().max(5000)));
                    """),
            detected("a domain gets another type under a check, an index and a formula, of a table that goes, too")
                    .before(Schema.ofTables(coded("agents"), coded("letters"))
                            .withDomains(List.of(domain("code", text()))))
                    .after(Schema.ofTables(coded("agents")).withDomains(List.of(domain("code", varchar(20)))))
                    .upgrade("""
                            op.dropIndex("ix_agents");
                            op.dropIndex("ix_letters");
                            op.dropConstraint("agents", "ck_agents");
                            op.dropConstraint("letters", "ck_letters");
                            op.dropColumn("letters", "coded");
                            op.dropColumn("agents", "coded");
                            op.alterColumn("letters", alter("code").type(text()));
                            op.alterColumn("agents", alter("code").type(text()));
                            op.dropDomain("code");
                            op.createDomain(domain("code", varchar(20)));

                            // Fails where a value of agents.code does not fit: text becomes code.
                            op.alterColumn("agents", alter("code").type(type("code"), "code::code"));

                            op.addColumn("agents", column("coded", bool()).generatedStored("code IS NOT NULL"));
                            op.addCheck("agents", check("ck_agents", "code IS NOT NULL OR NULL::code IS NULL"));
                            op.createIndex(index("ix_agents").on("agents", "code").where("NULL::code IS NULL"));

                            // The rows of letters are lost.
                            op.dropTable("letters");
                    """)
                    .downgrade("""
                            op.createTable(table("letters").columns(column("code", text())));
                            op.dropIndex("ix_agents");
                            op.dropConstraint("agents", "ck_agents");
                            op.dropColumn("agents", "coded");
                            op.alterColumn("agents", alter("code").type(text()));
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));

                            // Fails where a value of agents.code does not fit: text becomes code.
                            op.alterColumn("agents", alter("code").type(type("code"), "code::code"));

                            // Fails where a value of letters.code does not fit: text becomes code.
                            op.alterColumn("letters", alter("code").type(type("code"), "code::code"));

                            op.addColumn("agents", column("coded", bool()).generatedStored("code IS NOT NULL"));
                            op.addColumn("letters", column("coded", bool()).generatedStored("code IS NOT NULL"));
                            op.addCheck("letters", check("ck_letters", "(code IS NOT NULL) OR ((NULL::text)::code IS NULL)"));
                            op.addCheck("agents", check("ck_agents", "(code IS NOT NULL) OR ((NULL::text)::code IS NULL)"));
                            op.createIndex(index("ix_letters").on("letters", "code").where("(NULL::text)::code IS NULL"));
                            op.createIndex(index("ix_agents").on("agents", "code").where("(NULL::text)::code IS NULL"));
                    """),
            detected("a domain gets another type while a table that goes compares arrays of it")
                    .before(Schema.ofTables(table("letters")
                                    .columns(
                                            column("codes", type("code").array()),
                                            column("after", type("code").array()))
                                    .unique("uq_letters", "codes")
                                    .foreignKey(
                                            foreignKey("fk_letters", "after").references("letters", "codes")))
                            .withDomains(List.of(domain("code", varchar(20)))))
                    .after(Schema.EMPTY.withDomains(List.of(domain("code", text()))))
                    .upgrade("""
                            op.dropConstraint("letters", "fk_letters");

                            // Fails where a value of letters.after does not fit: code[] becomes character varying(20)[].
                            // Fails where a value of letters.codes does not fit: code[] becomes character varying(20)[].
                            op.alterColumns("letters", alter("after").type(varchar(20).array()), alter("codes").type(varchar(20).array()));

                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));

                            // The rows of letters are lost.
                            op.dropTable("letters");
                    """)
                    .downgrade("""
                            op.createTable(table("letters")
                                    .columns(column("codes", varchar(20).array()), column("after", varchar(20).array()))
                                    .unique("uq_letters", "codes"));
                            op.dropDomain("code");
                            op.createDomain(domain("code", varchar(20)));

                            // Fails where a value of letters.codes does not fit: character varying(20)[] becomes code[].
                            // Fails where a value of letters.after does not fit: character varying(20)[] becomes code[].
                            op.alterColumns(
                                    "letters",
                                    alter("codes").type(type("code[]"), "codes::text[]::code[]"),
                                    alter("after").type(type("code[]"), "after::text[]::code[]"));

                            op.addForeignKey("letters", foreignKey("fk_letters", "after").references("letters", "codes"));
                    """),
            detected("a column that a trigger waits for gets another type")
                    .before(watched(column("name", varchar(50))))
                    .after(watched(column("name", text())))
                    .upgrade("""
                            op.execute("DROP TRIGGER renamed ON agents");
                            op.alterColumn("agents", alter("name").type(text()));
                            op.execute("CREATE TRIGGER renamed BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION touch()");
                    """)
                    .downgrade("""
                            op.execute("DROP TRIGGER renamed ON agents");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            op.execute("CREATE TRIGGER renamed BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION touch()");
                    """));

    private DetectedReplacements() {}

    private static Table coded(String name) {
        return table(name)
                .columns(column("code", type("code")), column("coded", bool()).generatedStored("code IS NOT NULL"))
                .check("ck_" + name, "code IS NOT NULL OR NULL::code IS NULL")
                .withIndexes(List.of(index("ix_" + name).on(name, "code").where("NULL::code IS NULL")));
    }

    private static Schema watched(Column name) {
        return Schema.ofTables(table("agents").columns(column("id", bigint()), name))
                .withAuxiliaryObjects(List.of(
                        new AuxiliaryObject(
                                "function touch()",
                                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                                "DROP FUNCTION touch()"),
                        new AuxiliaryObject(
                                "trigger renamed on agents",
                                "CREATE TRIGGER renamed BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION touch()",
                                "DROP TRIGGER renamed ON agents")));
    }
}
