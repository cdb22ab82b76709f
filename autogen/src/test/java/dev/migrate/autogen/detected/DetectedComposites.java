package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Composite types, and how their attributes change while columns are of them. */
final class DetectedComposites {

    static final List<Detected> CASES = List.of(
            detected("a domain gets a check, of which an attribute's domain is")
                    .before(pairs(domain("code", text())))
                    .after(pairs(domain("code", text()).check("code_check", "VALUE <> ''::text")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("pairs").type(text()));
                                    op.execute("DROP TYPE pair");
                                    op.dropDomain("alias");
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", text()).check("code_check", "VALUE <> ''::text"));
                                    op.createDomain(domain("alias", type("code")));
                                    op.execute("CREATE TYPE pair AS (x alias)");

                                    // Fails where a value of agents.pairs does not fit: text becomes pair[].
                                    op.alterColumn("agents", alter("pairs").type(type("pair[]"), "pairs::pair[]"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("pairs").type(text()));
                                    op.execute("DROP TYPE pair");
                                    op.dropDomain("alias");
                                    op.dropDomain("code");
                                    op.createDomain(domain("code", text()));
                                    op.createDomain(domain("alias", type("code")));
                                    op.execute("CREATE TYPE pair AS (x alias)");

                                    // Fails where a value of agents.pairs does not fit: text becomes pair[].
                                    op.alterColumn("agents", alter("pairs").type(type("pair[]"), "pairs::pair[]"));
                            """),
            detected("composite types come in the order of their nesting")
                    .after(Schema.EMPTY.withAuxiliaryObjects(List.of(
                            composite("address", "place place, zip text"), composite("place", "x integer, y integer"))))
                    .upgrade("""
                                    op.execute("CREATE TYPE place AS (x integer, y integer)");
                                    op.execute("CREATE TYPE address AS (place place, zip text)");
                            """)
                    .downgrade("""
                                    op.execute("DROP TYPE address");
                                    op.execute("DROP TYPE place");
                            """),
            detected("a composite type gets and loses attributes while a column is of it")
                    .before(Schema.ofTables(table("agents").columns(column("home", type("address"))))
                            .withAuxiliaryObjects(List.of(composite("address", "street text, zip text"))))
                    .after(Schema.ofTables(table("agents").columns(column("home", type("address"))))
                            .withAuxiliaryObjects(List.of(composite("address", "street text, city text"))))
                    .upgrade("""
                                    // The values of zip in all columns of the type address are lost.
                                    op.execute("ALTER TYPE address DROP ATTRIBUTE zip, ADD ATTRIBUTE city text");
                            """)
                    .downgrade("""
                                    // The values of city in all columns of the type address are lost.
                                    op.execute("ALTER TYPE address DROP ATTRIBUTE city, ADD ATTRIBUTE zip text");
                            """),
            detected("an attribute gets another type while columns are of its composite type")
                    .before(housed("street text, zip text"))
                    .after(housed("street text, zip integer"))
                    .upgrade("""
                            op.alterColumn("letters", alter("ways").type(text()));
                            op.alterColumn("agents", alter("home").type(text()));
                            op.execute("ALTER TYPE address ALTER ATTRIBUTE zip TYPE integer");

                            // Fails where a value of agents.home does not fit: text becomes address.
                            op.alterColumn("agents", alter("home").type(type("address"), "home::address"));

                            // Fails where a value of letters.ways does not fit: text becomes way[].
                            op.alterColumn("letters", alter("ways").type(type("way[]"), "ways::way[]"));
                    """)
                    .downgrade("""
                            op.alterColumn("letters", alter("ways").type(text()));
                            op.alterColumn("agents", alter("home").type(text()));
                            op.execute("ALTER TYPE address ALTER ATTRIBUTE zip TYPE text");

                            // Fails where a value of agents.home does not fit: text becomes address.
                            op.alterColumn("agents", alter("home").type(type("address"), "home::address"));

                            // Fails where a value of letters.ways does not fit: text becomes way[].
                            op.alterColumn("letters", alter("ways").type(type("way[]"), "ways::way[]"));
                    """),
            detected("an attribute gets another type, one comes and two go while columns are of their composite type")
                    .before(housed("street text, \"Nr, old\" integer, floor integer, zip text"))
                    .after(housed("street text, city text, zip integer"))
                    .upgrade("""
                            op.alterColumn("letters", alter("ways").type(text()));
                            op.alterColumn("agents", alter("home").type(text()));
                            op.execute("ALTER TYPE address ALTER ATTRIBUTE zip TYPE integer");

                            // Fails where a value of agents.home does not fit: text becomes address.
                            op.alterColumn("agents", alter("home").type(type("address"), "home::address"));

                            // Fails where a value of letters.ways does not fit: text becomes way[].
                            op.alterColumn("letters", alter("ways").type(type("way[]"), "ways::way[]"));

                            // The values of "Nr, old" and floor in all columns of the type address are lost.
                            op.execute("ALTER TYPE address DROP ATTRIBUTE \\"Nr, old\\", DROP ATTRIBUTE floor, ADD ATTRIBUTE city text");
                    """)
                    .downgrade("""
                            // The values of city in all columns of the type address are lost.
                            op.execute("ALTER TYPE address DROP ATTRIBUTE city, ADD ATTRIBUTE \\"Nr, old\\" integer, ADD ATTRIBUTE "
                                    + "floor integer");

                            op.alterColumn("letters", alter("ways").type(text()));
                            op.alterColumn("agents", alter("home").type(text()));
                            op.execute("ALTER TYPE address ALTER ATTRIBUTE zip TYPE text");

                            // Fails where a value of agents.home does not fit: text becomes address.
                            op.alterColumn("agents", alter("home").type(type("address"), "home::address"));

                            // Fails where a value of letters.ways does not fit: text becomes way[].
                            op.alterColumn("letters", alter("ways").type(type("way[]"), "ways::way[]"));
                    """));

    private DetectedComposites() {}

    private static Schema housed(String attributes) {
        return Schema.ofTables(
                        table("agents").columns(column("home", type("address"))),
                        table("letters").columns(column("ways", type("way").array())))
                .withAuxiliaryObjects(
                        List.of(composite("address", attributes), composite("way", "a address, b address")));
    }

    static AuxiliaryObject composite(String name, String attributes) {
        return new AuxiliaryObject(
                "type " + name, "CREATE TYPE " + name + " AS (" + attributes + ")", "DROP TYPE " + name);
    }

    private static Schema pairs(Domain code) {
        return Schema.ofTables(
                        table("agents").columns(column("pairs", type("pair").array())))
                .withDomains(List.of(code, domain("alias", type("code"))))
                .withAuxiliaryObjects(List.of(composite("pair", "x alias")));
    }
}
