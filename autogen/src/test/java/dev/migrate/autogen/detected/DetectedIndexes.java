package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Indexes. */
final class DetectedIndexes {

    static final List<Detected> CASES = List.of(
            detected("an index comes")
                    .before(agents())
                    .after(agents(ix().on("agents", "n")))
                    .upgrade("""
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                            """),
            detected("an index goes")
                    .before(agents(ix().on("agents", "n")))
                    .after(agents())
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                            """)
                    .downgrade("""
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change("an index gets another column", ix().on("agents", "n"), ix().on("agents", "n", "m"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n", "m"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change("an index's columns change their order", ix().on("agents", "n", "m"), ix().on("agents", "m", "n"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "m", "n"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n", "m"));
                            """),
            change(
                            "an index gets an expression",
                            ix().on("agents", "name"),
                            ix().on("agents", expression("lower(name)")))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", expression("lower(name)")));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "name"));
                            """),
            change(
                            "an index's expression changes",
                            ix().on("agents", expression("lower(name)")),
                            ix().on("agents", expression("upper(name)")))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", expression("upper(name)")));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", expression("lower(name)")));
                            """),
            change("an index is descending", ix().on("agents", "n"), ix().on("agents", key("n").desc()))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", key("n").desc()));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change("an index puts NULLs first", ix().on("agents", "n"), ix().on("agents", key("n").nullsFirst()))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", key("n").nullsFirst()));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change(
                            "an index gets an operator class",
                            ix().on("agents", "name"),
                            ix().on("agents", key("name").operatorClass("text_pattern_ops")))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", key("name").operatorClass("text_pattern_ops")));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "name"));
                            """),
            change(
                            "an index gets a collation",
                            ix().on("agents", "name"),
                            ix().on("agents", key("name").collation("\"C\"")))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", key("name").collation("\\"C\\"")));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "name"));
                            """),
            change(
                            "an index gets another method",
                            ix().on("agents", "n"),
                            ix().on("agents", "n").using("hash"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").using("hash"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change(
                            "an index becomes partial",
                            ix().on("agents", "n"),
                            ix().on("agents", "n").where("n > 0"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").where("n > 0"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change(
                            "an index's predicate changes",
                            ix().on("agents", "n").where("n > 0"),
                            ix().on("agents", "n").where("n > 1"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").where("n > 1"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").where("n > 0"));
                            """),
            change(
                            "an index includes a column",
                            ix().on("agents", "n"),
                            ix().on("agents", "n").include("m"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").include("m"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change(
                            "an index becomes unique",
                            ix().on("agents", "n"),
                            ix().on("agents", "n").unique())
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").unique());
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            change(
                            "a unique index treats NULLs as equal",
                            ix().on("agents", "n").unique(),
                            ix().on("agents", "n").unique().nullsNotDistinct())
                    .since(15)
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").unique().nullsNotDistinct());
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").unique());
                            """),
            change(
                            "an index is renamed",
                            ix().on("agents", "n"),
                            index("ix_other").on("agents", "n"))
                    .upgrade("""
                                    op.renameIndex("ix_agents", "ix_other");
                            """)
                    .downgrade("""
                                    op.renameIndex("ix_other", "ix_agents");
                            """),
            change(
                            "an index gets storage parameters",
                            ix().on("agents", "n"),
                            ix().on("agents", "n").with("fillfactor", "70"))
                    .upgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n").with("fillfactor", "70"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_agents");
                                    op.createIndex(index("ix_agents").on("agents", "n"));
                            """),
            detected("two indexes swap their names")
                    .before(agents(
                            index("ix_1").on("agents", "n"), index("ix_2").on("agents", "m")))
                    .after(agents(index("ix_2").on("agents", "n"), index("ix_1").on("agents", "m")))
                    .upgrade("""
                                    op.renameIndex("ix_1", "renamed_ix_2");
                                    op.renameIndex("ix_2", "ix_1");
                                    op.renameIndex("renamed_ix_2", "ix_2");
                            """)
                    .downgrade("""
                                    op.renameIndex("ix_2", "renamed_ix_2");
                                    op.renameIndex("ix_1", "ix_2");
                                    op.renameIndex("renamed_ix_2", "ix_1");
                            """),
            detected("two of the same definition become one")
                    .before(agents(
                            index("ix_1").on("agents", "n"), index("ix_2").on("agents", "n")))
                    .after(agents(index("ix_2").on("agents", "n")))
                    .upgrade("""
                                    op.dropIndex("ix_1");
                            """)
                    .downgrade("""
                                    op.createIndex(index("ix_1").on("agents", "n"));
                            """),
            detected("an index that casts to a type stays when a column goes that is called like the type")
                    .before(posts(column("text", varchar(50))))
                    .after(posts().withIndexes(List.of()))
                    .upgrade("""
                                    // The values of posts.text are lost.
                                    op.dropColumn("posts", "text");
                            """)
                    .downgrade("""
                                    op.addColumn("posts", column("text", varchar(50)));
                            """),
            detected("an index without a name comes before another, which has the name that it would get")
                    .before(agents(index("agents_lower_idx").on("agents", expression("lower(name)"))))
                    .after(agents(
                            index("agents_lower_idx").on("agents", expression("lower(btrim(name))")),
                            index("agents_lower_idx1").on("agents", expression("lower(name)"))))
                    .upgrade("""
                                    op.createIndex(index("agents_lower_idx1").on("agents", expression("lower(btrim(name))")));
                            """)
                    .downgrade("""
                                    op.dropIndex("agents_lower_idx1");
                            """));

    private DetectedIndexes() {}

    private static Index.Named ix() {
        return index("ix_agents");
    }

    private static Table agents(Index... indexes) {
        return table("agents")
                .columns(column("n", integer()), column("m", integer()), column("name", text()))
                .withIndexes(List.of(indexes));
    }

    /** With indexes that entities have no words for; PostgreSQL prints {@code (email)::text} in each. */
    private static Table posts(Column... more) {
        return table("posts")
                .columns(column("email", varchar(100)))
                .columns(more)
                .withIndexes(List.of(
                        index("ix_lower")
                                .on("posts", expression("lower(email)"))
                                .unique()
                                .where("email like '%@%'"),
                        index("ix_words")
                                .on("posts", expression("to_tsvector('simple', email)"))
                                .using("gin")));
    }

    private static Detected change(String name, Index from, Index to) {
        return detected(name).before(agents(from)).after(agents(to));
    }
}
