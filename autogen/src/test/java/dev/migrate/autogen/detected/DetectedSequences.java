package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Sequences. */
final class DetectedSequences {

    static final List<Detected> CASES = List.of(
            sequences("a sequence comes", List.of(), List.of(sequence("numbers").increment(50)))
                    .upgrade("""
                                    op.createSequence(sequence("numbers").increment(50));
                            """)
                    .downgrade("""
                                    // Where numbers had counted to is lost.
                                    op.dropSequence("numbers");
                            """),
            sequences("a sequence goes", List.of(sequence("numbers").start(1000)), List.of())
                    .upgrade("""
                                    // Where numbers had counted to is lost.
                                    op.dropSequence("numbers");
                            """)
                    .downgrade("""
                                    op.createSequence(sequence("numbers").start(1000));
                            """),
            sequences(
                            "a sequence counts by Hibernate's increment",
                            List.of(sequence("numbers")),
                            List.of(sequence("numbers").increment(50)))
                    .upgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.increment(50));
                            """)
                    .downgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.increment(1));
                            """),
            sequences(
                            "everything about a sequence changes",
                            List.of(sequence("numbers")),
                            List.of(sequence("numbers")
                                    .type(integer())
                                    .start(100)
                                    .increment(-1)
                                    .min(-1000)
                                    .max(1000)
                                    .cache(20)
                                    .cycle()))
                    .upgrade("""
                                    op.alterSequence("numbers", sequence -> sequence
                                            .type(integer())
                                            .increment(-1)
                                            .min(-1000)
                                            .max(1000)
                                            .start(100)
                                            .cache(20)
                                            .cycle());
                            """)
                    .downgrade("""
                                    op.alterSequence("numbers", sequence -> sequence
                                            .type(bigint())
                                            .increment(1)
                                            .min(1)
                                            .max(9223372036854775807L)
                                            .start(1)
                                            .cache(1)
                                            .noCycle());
                            """),
            sequences(
                            "a sequence's bounds begin where it hasn't counted to",
                            List.of(sequence("numbers"), sequence("others").increment(-1)),
                            List.of(
                                    sequence("numbers").min(1000),
                                    sequence("others").increment(-1).max(-50)))
                    .upgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.min(1000).start(1000));
                                    op.alterSequence("others", sequence -> sequence.max(-50).start(-50));
                            """)
                    .downgrade("""
                                    op.alterSequence("others", sequence -> sequence.max(-1).start(-1));
                                    op.alterSequence("numbers", sequence -> sequence.min(1).start(1));
                            """),
            detected("a sequence comes to be owned")
                    .before(Schema.ofTables(table("agents").columns(column("n", integer())))
                            .withSequences(List.of(sequence("numbers"))))
                    .after(Schema.ofTables(table("agents").columns(column("n", integer())))
                            .withSequences(List.of(sequence("numbers").ownedBy("agents", "n"))))
                    .upgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.ownedBy("agents", "n"));
                            """)
                    .downgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.ownedByNone());
                            """),
            detected("a table goes with the sequence that it owns")
                    .before(Schema.ofTables(table("agents").columns(column("n", integer())))
                            .withSequences(List.of(sequence("numbers").ownedBy("agents", "n"))))
                    .after(Schema.EMPTY)
                    .upgrade("""
                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createSequence(sequence("numbers"));
                                    op.createTable(table("agents").columns(column("n", integer())));
                                    op.alterSequence("numbers", sequence -> sequence.ownedBy("agents", "n"));
                            """),
            detected("a table goes, and the sequence that it owned stays")
                    .before(Schema.ofTables(table("agents").columns(column("n", integer())))
                            .withSequences(List.of(sequence("numbers").ownedBy("agents", "n"))))
                    .after(Schema.EMPTY.withSequences(List.of(sequence("numbers"))))
                    .upgrade("""
                                    op.alterSequence("numbers", sequence -> sequence.ownedByNone());

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents").columns(column("n", integer())));
                                    op.alterSequence("numbers", sequence -> sequence.ownedBy("agents", "n"));
                            """),
            detected("a sequence takes over from an identity, whose own is called like it")
                    .before(letters(column("id", integer()).identity()))
                    .after(letters(column("id", bigint()).notNull())
                            .withSequences(List.of(sequence("letters_id_seq").increment(50))))
                    .upgrade("""
                                    op.alterColumn("letters", alter("id").dropIdentity());
                                    op.createSequence(sequence("letters_id_seq").increment(50));
                                    op.alterColumn("letters", alter("id").type(bigint()));
                            """)
                    .downgrade("""
                                    // Fails where a value of letters.id does not fit: bigint becomes integer.
                                    op.alterColumn("letters", alter("id").type(integer()));

                                    // Where letters_id_seq had counted to is lost.
                                    op.dropSequence("letters_id_seq");

                                    op.alterColumn("letters", alter("id").addIdentity(byDefault()));
                            """),
            detected("an identity becomes a serial column")
                    .before(letters(column("id", bigint()).identity()))
                    .after(letters(column("id", bigint()).notNull().defaultSql("nextval('letters_id_seq'::regclass)"))
                            .withSequences(List.of(sequence("letters_id_seq").ownedBy("letters", "id"))))
                    .upgrade("""
                                    op.alterColumn("letters", alter("id").dropIdentity());
                                    op.createSequence(sequence("letters_id_seq"));
                                    op.alterColumn("letters", alter("id").defaultSql("nextval('letters_id_seq'::regclass)"));
                                    op.alterSequence("letters_id_seq", sequence -> sequence.ownedBy("letters", "id"));
                            """)
                    .downgrade("""
                                    op.alterSequence("letters_id_seq", sequence -> sequence.ownedByNone());
                                    op.alterColumn("letters", alter("id").dropDefault());

                                    // Where letters_id_seq had counted to is lost.
                                    op.dropSequence("letters_id_seq");

                                    op.alterColumn("letters", alter("id").addIdentity(byDefault()));
                            """));

    private DetectedSequences() {}

    private static Schema letters(Column id) {
        return Schema.ofTables(table("letters").columns(id));
    }

    private static Detected sequences(String name, List<Sequence> from, List<Sequence> to) {
        return detected(name).before(Schema.EMPTY.withSequences(from)).after(Schema.EMPTY.withSequences(to));
    }
}
