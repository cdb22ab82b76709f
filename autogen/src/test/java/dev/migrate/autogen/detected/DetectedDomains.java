package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Domains. */
final class DetectedDomains {

    static final List<Detected> CASES = List.of(
            detected("a domain of which a column holds arrays gets a check and becomes NOT NULL")
                    .before(Schema.ofTables(table("agents")
                                    .columns(
                                            column("codes", type("code").array()),
                                            column("code", type("code")).defaultValue("x")))
                            .withDomains(List.of(domain("code", text()))))
                    .after(Schema.ofTables(table("agents")
                                    .columns(
                                            column("codes", type("code").array()),
                                            column("code", type("code")).defaultValue("x")))
                            .withDomains(
                                    List.of(domain("code", text()).notNull().check("code_check", "VALUE <> ''::text"))))
                    .upgrade("""
                                    op.alterColumns("agents", alter("code").dropDefault().type(text()), alter("codes").type(text().array()));
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", text()).notNull().check("code_check", "VALUE <> ''::text"));

                                    // Fails where a value of agents.codes does not fit: text[] becomes code[].
                                    op.alterColumn("agents", alter("codes").type(type("code[]"), "codes::text[]::code[]"));

                                    // Fails where a value of agents.code does not fit: text becomes code.
                                    op.alterColumn("agents", alter("code").type(type("code"), "code::code").defaultSql("'x'::text"));
                            """)
                    .downgrade("""
                                    op.alterColumns("agents", alter("code").dropDefault().type(text()), alter("codes").type(text().array()));
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", text()));

                                    // Fails where a value of agents.codes does not fit: text[] becomes code[].
                                    op.alterColumn("agents", alter("codes").type(type("code[]"), "codes::text[]::code[]"));

                                    // Fails where a value of agents.code does not fit: text becomes code.
                                    op.alterColumn("agents", alter("code").type(type("code"), "code::code").defaultSql("'x'::text"));
                            """),
            domains("a domain comes", null, domain("email", text()).notNull().check("email_at", "VALUE LIKE '%@%'"))
                    .upgrade("""
                                    op.createDomain(domain("email", text()).notNull().check("email_at", "VALUE LIKE '%@%'"));
                            """)
                    .downgrade("""
                                    op.dropDomain("email");
                            """),
            domains("a domain goes", domain("email", varchar(100)).defaultValue("a@b"), null)
                    .upgrade("""
                                    op.dropDomain("email");
                            """)
                    .downgrade("""
                                    op.createDomain(domain("email", varchar(100)).defaultValue("a@b"));
                            """),
            domains(
                            "a domain's default, nullability and check change",
                            domain("email", text()).defaultValue("a@b").check("email_at", "VALUE LIKE '%@%'"),
                            domain("email", text()).notNull().check("email_at", "VALUE LIKE '%@%.%'"))
                    .upgrade("""
                                    op.alterDomain("email", domain -> domain
                                            .dropConstraint("email_at")
                                            .dropDefault()
                                            .notNull()
                                            .addCheck(check("email_at", "VALUE LIKE '%@%.%'")));
                            """)
                    .downgrade("""
                                    op.alterDomain("email", domain -> domain
                                            .dropConstraint("email_at")
                                            .defaultValue("a@b")
                                            .nullable()
                                            .addCheck(check("email_at", "VALUE ~~ '%@%'::text")));
                            """),
            domains("a domain's type changes", domain("email", text()), domain("email", varchar(100)))
                    .upgrade("""
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", varchar(100)));
                            """)
                    .downgrade("""
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", text()));
                            """),
            detected("the type of a domain in use changes")
                    .before(Schema.ofTables(table("agents")
                                    .columns(column("c", type("email")).defaultValue("a@b")))
                            .withDomains(List.of(domain("email", text()))))
                    .after(Schema.ofTables(table("agents")
                                    .columns(column("c", type("email")).defaultValue("a@b")))
                            .withDomains(List.of(domain("email", varchar(100)))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").dropDefault().type(text()));
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", varchar(100)));

                                    // Fails where a value of agents.c does not fit: text becomes email.
                                    op.alterColumn("agents", alter("c").type(type("email"), "c::email").defaultSql("'a@b'::text"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("c").dropDefault().type(text()));
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", text()));

                                    // Fails where a value of agents.c does not fit: text becomes email.
                                    op.alterColumn("agents", alter("c").type(type("email"), "c::email").defaultSql("'a@b'::text"));
                            """),
            detected("the type of a domain changes that another one is over")
                    .before(layered(domain("email", text()), type("contact")))
                    .after(layered(domain("email", varchar(100)), type("contact")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                                    op.dropDomain("contact");
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", varchar(100)));
                                    op.createDomain(domain("contact", type("email")).notNull());

                                    // Fails where a value of agents.c does not fit: text becomes contact.
                                    op.alterColumn("agents", alter("c").type(type("contact"), "c::contact"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                                    op.dropDomain("contact");
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", text()));
                                    op.createDomain(domain("contact", type("email")).notNull());

                                    // Fails where a value of agents.c does not fit: text becomes contact.
                                    op.alterColumn("agents", alter("c").type(type("contact"), "c::contact"));
                            """),
            detected("a domain gets a check that another one is over, of which a column holds arrays")
                    .before(layered(domain("email", text()), type("contact").array()))
                    .after(layered(
                            domain("email", text()).check("email_at", "VALUE <> ''::text"),
                            type("contact").array()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(text().array()));
                                    op.dropDomain("contact");
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", text()).check("email_at", "VALUE <> ''::text"));
                                    op.createDomain(domain("contact", type("email")).notNull());

                                    // Fails where a value of agents.c does not fit: text[] becomes contact[].
                                    op.alterColumn("agents", alter("c").type(type("contact[]"), "c::text[]::contact[]"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("c").type(text().array()));
                                    op.dropDomain("contact");
                                    op.dropDomain("email");
                                    op.createDomain(domain("email", text()));
                                    op.createDomain(domain("contact", type("email")).notNull());

                                    // Fails where a value of agents.c does not fit: text[] becomes contact[].
                                    op.alterColumn("agents", alter("c").type(type("contact[]"), "c::text[]::contact[]"));
                            """),
            detected("a domain over another one comes, and before it in the alphabet")
                    .after(layered(domain("email", text()), type("contact")))
                    .upgrade("""
                                    op.createDomain(domain("email", text()));
                                    op.createDomain(domain("contact", type("email")).notNull());
                                    op.createTable(table("agents").columns(column("c", type("contact"))));
                            """)
                    .downgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");

                                    op.dropDomain("contact");
                                    op.dropDomain("email");
                            """));

    private DetectedDomains() {}

    private static Schema layered(Domain ground, Type column) {
        return Schema.ofTables(table("agents").columns(column("c", column)))
                .withDomains(List.of(ground, domain("contact", type("email")).notNull()));
    }

    private static Detected domains(String name, @Nullable Domain from, @Nullable Domain to) {
        return detected(name).before(domains(from)).after(domains(to));
    }

    private static Schema domains(@Nullable Domain domain) {
        return domain == null ? Schema.EMPTY : Schema.EMPTY.withDomains(List.of(domain));
    }
}
