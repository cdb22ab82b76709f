package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Constraints. */
final class DetectedKeys {

    static final List<Detected> CASES = List.of(
            detected("a column goes that keys include")
                    .before(table("agents")
                            .columns(column("id", bigint()).notNull(), column("code", bigint()), column("name", text()))
                            .constraints(
                                    primaryKey("agents_pkey", "id").include("name", "code"),
                                    unique("agents_code_key", "code").include("name")))
                    .after(table("agents")
                            .columns(column("id", bigint()).notNull(), column("code", bigint()))
                            .primaryKey("agents_pkey", "id")
                            .unique("agents_code_key", "code"))
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_pkey");
                                    op.dropConstraint("agents", "agents_code_key");
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id").include("code"));
                                    op.addUnique("agents", unique("agents_code_key", "code"));

                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """)
                    .downgrade("""
                                    op.addColumn("agents", column("name", text()));
                                    op.dropConstraint("agents", "agents_code_key");
                                    op.dropConstraint("agents", "agents_pkey");
                                    op.addUnique("agents", unique("agents_code_key", "code").include("name"));
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id").include("name", "code"));
                            """),
            change("a primary key comes", agents(), agents().primaryKey("agents_pkey", "id"))
                    .upgrade("""
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_pkey");
                            """),
            change("a primary key goes", agents().primaryKey("agents_pkey", "id"), agents())
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_pkey");
                            """)
                    .downgrade("""
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id"));
                            """),
            change(
                            "a primary key gets another column",
                            agents().primaryKey("agents_pkey", "id"),
                            agents().primaryKey("agents_pkey", "id", "n"))
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_pkey");
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id", "n"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_pkey");
                                    op.addPrimaryKey("agents", primaryKey("agents_pkey", "id"));
                            """),
            change(
                            "a primary key is renamed",
                            agents().primaryKey("agents_pkey", "id"),
                            agents().primaryKey("pk_agents", "id"))
                    .upgrade("""
                                    op.renameConstraint("agents", "agents_pkey", "pk_agents");
                            """)
                    .downgrade("""
                                    op.renameConstraint("agents", "pk_agents", "agents_pkey");
                            """),
            change("a unique constraint comes", agents(), agents().unique("uq_agents", "n"))
                    .upgrade("""
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                            """),
            change("a unique constraint goes", agents().unique("uq_agents", "n"), agents())
                    .upgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                            """)
                    .downgrade("""
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """),
            change(
                            "a unique constraint's columns change their order",
                            agents().unique("uq_agents", "n", "m"),
                            agents().unique("uq_agents", "m", "n"))
                    .upgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "m", "n"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n", "m"));
                            """),
            change(
                            "a unique constraint becomes deferrable",
                            agents().unique("uq_agents", "n"),
                            agents().constraints(unique("uq_agents", "n").initiallyDeferred()))
                    .upgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n").initiallyDeferred());
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """),
            change(
                            "a unique constraint treats NULLs as equal",
                            agents().unique("uq_agents", "n"),
                            agents().constraints(unique("uq_agents", "n").nullsNotDistinct()))
                    .since(15)
                    .upgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n").nullsNotDistinct());
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """),
            change(
                            "a unique constraint is renamed",
                            agents().unique("uq_agents", "n"),
                            agents().unique("uq_agents_n", "n"))
                    .upgrade("""
                                    op.renameConstraint("agents", "uq_agents", "uq_agents_n");
                            """)
                    .downgrade("""
                                    op.renameConstraint("agents", "uq_agents_n", "uq_agents");
                            """),
            change(
                            "a unique constraint becomes a unique index",
                            agents().unique("uq_agents", "n"),
                            agents().withIndexes(List.of(
                                    index("uq_agents").on("agents", "n").unique())))
                    .upgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.createIndex(index("uq_agents").on("agents", "n").unique());
                            """)
                    .downgrade("""
                                    op.dropIndex("uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """),
            change(
                            "a unique index becomes a unique constraint",
                            agents().withIndexes(List.of(
                                    index("uq_agents").on("agents", "n").unique())),
                            agents().unique("uq_agents", "n"))
                    .upgrade("""
                                    op.dropIndex("uq_agents");
                                    op.addUnique("agents", unique("uq_agents", "n"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "uq_agents");
                                    op.createIndex(index("uq_agents").on("agents", "n").unique());
                            """),
            change("a check comes", agents(), agents().check("ck_agents", "n > 0"))
                    .upgrade("""
                                    op.addCheck("agents", check("ck_agents", "n > 0"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                            """),
            change("a check goes", agents().check("ck_agents", "n > 0"), agents())
                    .upgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                            """)
                    .downgrade("""
                                    op.addCheck("agents", check("ck_agents", "n > 0"));
                            """),
            change(
                            "a check of the same name means something else",
                            agents().check("ck_agents", "n > 0"),
                            agents().check("ck_agents", "n >= 0"))
                    .upgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                                    op.addCheck("agents", check("ck_agents", "n >= 0"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                                    op.addCheck("agents", check("ck_agents", "n > 0"));
                            """),
            change("a check is renamed", agents().check("ck_agents", "n > 0"), agents().check("ck_positive", "n > 0"))
                    .upgrade("""
                                    op.renameConstraint("agents", "ck_agents", "ck_positive");
                            """)
                    .downgrade("""
                                    op.renameConstraint("agents", "ck_positive", "ck_agents");
                            """),
            change(
                            "a check is validated",
                            agents().constraints(check("ck_agents", "n > 0").notValid()),
                            agents().check("ck_agents", "n > 0"))
                    .upgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                                    op.addCheck("agents", check("ck_agents", "n > 0"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ck_agents");
                                    op.addCheck("agents", check("ck_agents", "n > 0").notValid());
                            """),
            change(
                            "Hibernate's check of an enum gets a value",
                            agents().check("agents_status_check", "status in ('ACTIVE','GONE')"),
                            agents().constraints(new Check(
                                    null, Expression.of("status in ('ACTIVE','PAUSED','GONE')"), Validity.VALID, true)))
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_status_check");
                                    op.addCheck("agents", check("agents_status_check", "status in ('ACTIVE','PAUSED','GONE')"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_status_check");

                                    // Fails while a row of agents holds 'PAUSED', which agents_status_check no longer lists: give such
                                    // rows another value first.
                                    op.addCheck("agents", check("agents_status_check", "status IN ('ACTIVE', 'GONE')"));
                            """),
            change(
                            "Hibernate's check of an ordinal gets a value",
                            agents().check("agents_n_check", "n between 0 and 2"),
                            agents().constraints(
                                            new Check(null, Expression.of("n between 0 and 3"), Validity.VALID, true)))
                    .upgrade("""
                                    op.dropConstraint("agents", "agents_n_check");
                                    op.addCheck("agents", check("agents_n_check", "n between 0 and 3"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_n_check");
                                    op.addCheck("agents", check("agents_n_check", "(n >= 0) AND (n <= 2)"));
                            """),
            change(
                            "an exclusion constraint comes",
                            agents(),
                            agents().constraints(
                                            exclude("ex_agents", "during", "&&").with("n", "=")))
                    .setUp("CREATE EXTENSION btree_gist")
                    .upgrade("""
                                    op.addExclude("agents", exclude("ex_agents", "during", "&&").with("n", "="));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ex_agents");
                            """),
            change(
                            "an exclusion constraint changes",
                            agents().constraints(
                                            exclude("ex_agents", "during", "&&").with("n", "=")),
                            agents().constraints(exclude("ex_agents", "during", "&&")
                                    .with("n", "=")
                                    .where("m IS NOT NULL")
                                    .initiallyDeferred()))
                    .setUp("CREATE EXTENSION btree_gist")
                    .upgrade("""
                                    op.dropConstraint("agents", "ex_agents");
                                    op.addExclude("agents", exclude("ex_agents", "during", "&&")
                                            .with("n", "=")
                                            .where("m IS NOT NULL")
                                            .initiallyDeferred());
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ex_agents");
                                    op.addExclude("agents", exclude("ex_agents", "during", "&&").with("n", "="));
                            """),
            change(
                            "an exclusion constraint by another method than gist",
                            agents(),
                            agents().constraints(exclude("ex_agents", "n", "=").using("hash")))
                    .upgrade("""
                                    op.addExclude("agents", exclude("ex_agents", "n", "=").using("hash"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "ex_agents");
                            """),
            change(
                            "a check without a name comes before another, which has the name that it would get",
                            agents().check("agents_check", "n > m"),
                            agents().check("agents_check", "n <> m").check("agents_check1", "n > m"))
                    .upgrade("""
                                    op.addCheck("agents", check("agents_check1", "n <> m"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_check1");
                            """));

    private DetectedKeys() {}

    private static Table agents() {
        return table("agents")
                .columns(
                        column("id", bigint()).notNull(),
                        column("n", integer()).notNull(),
                        column("m", integer()).notNull(),
                        column("status", varchar(20)),
                        column("during", type("tstzrange")));
    }

    private static Detected change(String name, Table from, Table to) {
        return detected(name).before(from).after(to);
    }
}
