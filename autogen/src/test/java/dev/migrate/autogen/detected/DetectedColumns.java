package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Columns, and everything about them. */
final class DetectedColumns {

    static final List<Detected> CASES = List.of(
            detected("a column is added")
                    .before(agents())
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.addColumn("agents", column("name", text()));
                            """)
                    .downgrade("""
                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """),
            detected("a column is dropped")
                    .before(agents(column("name", text())))
                    .after(agents())
                    .upgrade("""
                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """)
                    .downgrade("""
                                    op.addColumn("agents", column("name", text()));
                            """),
            detected("columns are added before their indexes and keys, and dropped after them")
                    .before(agents())
                    .after(agents(column("name", text()), column("boss_id", bigint()))
                            .unique("agents_name_key", "name")
                            .foreignKey(
                                    foreignKey("agents_boss_id_fkey", "boss_id").references("agents", "id"))
                            .withIndexes(List.of(index("ix_boss").on("agents", "boss_id"))))
                    .upgrade("""
                                    op.addColumn("agents", column("name", text()));
                                    op.addColumn("agents", column("boss_id", bigint()));
                                    op.addUnique("agents", unique("agents_name_key", "name"));
                                    op.createIndex(index("ix_boss").on("agents", "boss_id"));
                                    op.addForeignKey("agents", foreignKey("agents_boss_id_fkey", "boss_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_boss_id_fkey");
                                    op.dropIndex("ix_boss");
                                    op.dropConstraint("agents", "agents_name_key");

                                    // The values of agents.boss_id are lost.
                                    op.dropColumn("agents", "boss_id");

                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """),
            detected("a column becomes NOT NULL")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).notNull()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").notNull());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").nullable());
                            """),
            detected("a column becomes nullable")
                    .before(agents(column("name", text()).notNull()))
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").nullable());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").notNull());
                            """),
            defaults(
                            "a default comes",
                            column("n", integer()),
                            column("n", integer()).defaultValue(5))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(5));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """),
            defaults(
                            "a default changes",
                            column("n", integer()).defaultValue(5),
                            column("n", integer()).defaultValue(6))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(6));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(5));
                            """),
            defaults("a default goes", column("n", text()).defaultValue("it's"), column("n", text()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue("it's"));
                            """),
            defaults(
                            "a default becomes a function",
                            column("n", timestamptz()),
                            column("n", timestamptz()).defaultSql("now()"))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("now()"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """),
            defaults(
                            "a default's function changes",
                            column("n", timestamptz()).defaultSql("now()"),
                            column("n", timestamptz()).defaultSql("clock_timestamp()"))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("clock_timestamp()"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("now()"));
                            """),
            defaults(
                            "a default becomes NULL text",
                            column("n", text()).defaultValue("NULL"),
                            column("n", text()).defaultValue(""))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue("NULL"));
                            """),
            detected("a column becomes an identity")
                    .before(table("agents").columns(column("id", bigint()).notNull()))
                    .after(table("agents").columns(column("id", bigint()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").addIdentity(byDefault()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                            """),
            detected("an identity goes")
                    .before(table("agents").columns(column("id", bigint()).identityAlways()))
                    .after(table("agents").columns(column("id", bigint()).notNull()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").addIdentity(always()));
                            """),
            detected("an identity counts otherwise")
                    .before(table("agents").columns(column("id", bigint()).identity()))
                    .after(table("agents")
                            .columns(column("id", bigint())
                                    .identity(Identity.byDefault()
                                            .start(1000)
                                            .increment(50)
                                            .cache(10))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault().start(1000).increment(50).cache(10)));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault()));
                            """),
            detected("an identity refuses values")
                    .before(table("agents").columns(column("id", bigint()).identity()))
                    .after(table("agents").columns(column("id", bigint()).identityAlways()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(always()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault()));
                            """),
            detected("an identity becomes wider")
                    .before(table("agents").columns(column("id", integer()).identity()))
                    .after(table("agents").columns(column("id", bigint()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").type(bigint()));
                            """)
                    .downgrade("""
                                    // Fails where a value of agents.id does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("id").type(integer()));
                            """),
            detected("a generated column comes")
                    .before(agents(column("a", integer())))
                    .after(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .upgrade("""
                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """)
                    .downgrade("""
                                    op.dropColumn("agents", "twice");
                            """),
            detected("a generated column's expression changes")
                    .since(17)
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a + a")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("twice").generatedAs("a + a"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("twice").generatedAs("a * 2"));
                            """),
            detected("a generated column becomes a plain one")
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(column("a", integer()), column("twice", integer())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("twice").dropExpression());
                            """)
                    .downgrade("""
                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """),
            detected("an indexed generated column becomes a plain one of another type, and so does what it is made of")
                    .before(agents(
                                    column("a", integer()),
                                    column("twice", integer()).generatedStored("a * 2"))
                            .withIndexes(List.of(index("ix_twice").on("agents", "twice"))))
                    .after(agents(
                                    column("a", bigint()),
                                    column("twice", bigint()).defaultValue(0))
                            .withIndexes(List.of(index("ix_twice").on("agents", "twice"))))
                    .upgrade("""
                                    op.dropIndex("ix_twice");
                                    op.alterColumn("agents", alter("twice").dropExpression());
                                    op.alterColumns("agents", alter("a").type(bigint()), alter("twice").type(bigint()).defaultValue(0));
                                    op.createIndex(index("ix_twice").on("agents", "twice"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_twice");

                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    // Fails where a value of agents.a does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("a").type(integer()));

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                                    op.createIndex(index("ix_twice").on("agents", "twice"));
                            """),
            detected("a virtual generated column becomes a plain one")
                    .since(18)
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedVirtual("a * 2")))
                    .after(agents(column("a", integer()), column("twice", integer())))
                    .upgrade("""
                                    op.dropColumn("agents", "twice");
                                    op.addColumn("agents", column("twice", integer()));
                            """)
                    .downgrade("""
                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    op.addColumn("agents", column("twice", integer()).generatedVirtual("a * 2"));
                            """),
            detected("what a generated column is computed from changes its type")
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(
                            column("a", bigint()), column("twice", integer()).generatedStored("a * 2")))
                    .upgrade("""
                                    op.dropColumn("agents", "twice");
                                    op.alterColumn("agents", alter("a").type(bigint()));
                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """)
                    .downgrade("""
                                    op.dropColumn("agents", "twice");

                                    // Fails where a value of agents.a does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("a").type(integer()));

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """),
            detected("a collation comes")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).collation("\"C\"")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").typeWithCollation(text(), "\\"C\\""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").type(text()));
                            """),
            detected("a column gets a comment with quotes in it")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).comment("The agent's \"name\"")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").comment("The agent's \\"name\\""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").comment(null));
                            """),
            detected("a column's comment goes")
                    .before(agents(column("name", text()).comment("Name")))
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").comment(null));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").comment("Name"));
                            """),
            detected("a generated and an identity column change places")
                    .before(table("agents")
                            .columns(column("id", bigint()).identity(), column("a", integer()), column("b", integer())))
                    .after(table("agents")
                            .columns(
                                    column("id", bigint()).notNull(),
                                    column("a", integer()),
                                    column("b", integer()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                                    op.alterColumn("agents", alter("b").notNull().addIdentity(byDefault()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("b").dropIdentity().nullable());
                                    op.alterColumn("agents", alter("id").addIdentity(byDefault()));
                            """));

    private DetectedColumns() {}

    static Table agents(Column... more) {
        return table("agents")
                .columns(column("id", bigint()).notNull())
                .columns(more)
                .primaryKey("agents_pkey", "id");
    }

    private static Detected defaults(String name, Column from, Column to) {
        return detected(name).before(agents(from)).after(agents(to));
    }
}
