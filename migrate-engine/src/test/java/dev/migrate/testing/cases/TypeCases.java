package dev.migrate.testing.cases;

import static dev.migrate.operation.DataChanges.discriminators;
import static dev.migrate.operation.DataChanges.ordinals;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.DomainAlteration;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.SequenceAlteration;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Each operation on sequences, enums and domains, with each attribute. */
final class TypeCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");
    private static final QualifiedName MOOD = QualifiedName.parse("mood");
    private static final QualifiedName ORDER_SEQ = QualifiedName.parse("order_seq");
    private static final QualifiedName EMAIL = QualifiedName.parse("email");

    private static final String MOODS = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            ALTER TABLE agents ADD mood mood DEFAULT 'ok', ADD moods mood[] DEFAULT '{ok}';
            INSERT INTO agents (id, mood, moods) VALUES (1, 'sad', '{sad,happy}'), (2, 'happy', NULL);
            """;

    private TypeCases() {}

    static Stream<Case> all() {
        return Stream.of(sequences(), enums(), enumsElsewhere(), domains()).flatMap(List::stream);
    }

    private static List<Case> sequences() {
        Sequence plain = sequence("order_seq");
        return List.of(
                Case.of("create sequence", new CreateSequence(plain)),
                Case.of(
                        "create sequence with everything",
                        new CreateSequence(plain.type(integer())
                                .start(100)
                                .increment(-5)
                                .min(-1000)
                                .max(100)
                                .cache(10)
                                .cycle()
                                .ownedBy("agents", "id")
                                .comment("Counts down")
                                .ifNotExists())),
                Case.of("drop sequence that may be missing", new DropSequence(plain.ifNotExists()))
                        .after("CREATE SEQUENCE order_seq"),
                Case.of("drop sequence", new DropSequence(plain.increment(50)))
                        .after("CREATE SEQUENCE order_seq INCREMENT 50"),
                Case.of(
                                "change sequence",
                                new ChangeSequence(
                                        plain.increment(50),
                                        plain.type(integer())
                                                .start(7)
                                                .cache(3)
                                                .cycle()
                                                .ownedBy("agents", "id")
                                                .comment("x")))
                        .after("CREATE SEQUENCE order_seq INCREMENT 50"),
                Case.of(
                                "alter sequence",
                                new AlterSequence(
                                        ORDER_SEQ,
                                        SequenceAlteration.NONE
                                                .type(integer())
                                                .increment(2)
                                                .noMin()
                                                .max(500)
                                                .start(10)
                                                .restart(20)
                                                .cache(4)
                                                .cycle()
                                                .ownedBy("agents", "id")
                                                .changes()))
                        .after("CREATE SEQUENCE order_seq MINVALUE 5"),
                Case.of(
                                "alter sequence back",
                                new AlterSequence(
                                        ORDER_SEQ,
                                        SequenceAlteration.NONE
                                                .min(-10)
                                                .noMax()
                                                .noCycle()
                                                .restart()
                                                .ownedByNone()
                                                .changes()))
                        .after("CREATE SEQUENCE order_seq MAXVALUE 5 CYCLE OWNED BY agents.id"),
                Case.of("rename sequence", new RenameSequence(ORDER_SEQ, "orders_id_seq"))
                        .after("CREATE SEQUENCE order_seq"),
                Case.of("set sequence schema", new SetSequenceSchema(ORDER_SEQ, "app"))
                        .after("CREATE SCHEMA app; CREATE SEQUENCE order_seq"),
                Case.of("set sequence schema to the default", new SetSequenceSchema(ORDER_SEQ.inSchema("app"), null))
                        .after("CREATE SCHEMA app; CREATE SEQUENCE app.order_seq"),
                Case.of(
                                "grant a sequence to those who insert",
                                new GrantToInserters(
                                        ORDER_SEQ,
                                        List.of(QualifiedName.parse("events"), QualifiedName.parse("app.\"it's\""))))
                        .after("CREATE SCHEMA app; CREATE SEQUENCE order_seq; CREATE TABLE events (a int, b int);"
                                + " CREATE TABLE app.\"it's\" (a int); GRANT INSERT (b) ON events TO PUBLIC"),
                Case.of("drop sequence by name", new DropByName(Kind.SEQUENCE, ORDER_SEQ, true, true))
                        .after(
                                "CREATE SEQUENCE order_seq; ALTER TABLE agents ALTER age SET DEFAULT nextval('order_seq')"));
    }

    private static Case change(
            String name, EnumType from, EnumType to, Map<String, String> there, Map<String, String> back) {
        return Case.of(
                        "change enum " + name,
                        new ChangeEnum(
                                from,
                                to,
                                new TreeMap<>(there),
                                new TreeMap<>(back),
                                List.of(
                                        Use.use("agents", "mood").defaultSql("'ok'::mood"),
                                        Use.use("agents", "moods").ofArray().defaultSql("'{ok}'::mood[]")),
                                List.of()))
                .after(MOODS);
    }

    private static final String LEVELS = """
            CREATE TABLE levels (id smallint PRIMARY KEY, one smallint, many smallint[], name text, names text[]);
            INSERT INTO levels VALUES (0, 0, '{0,NULL,1}', 'it''s', '{a,it''s}'), (1, 0, '{}', NULL, NULL)""";

    private static List<Case> enums() {
        EnumType mood = enumType("mood", "sad", "ok", "happy");
        return List.of(
                Case.of(
                                "create enum",
                                new CreateEnum(
                                        enumType("app.mood", "it's", "ok").comment("How one feels")))
                        .after("CREATE SCHEMA app"),
                Case.of("drop enum", new DropEnum(mood)).after("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')"),
                Case.of("drop enum by name", new DropByName(Kind.TYPE, MOOD, true, true))
                        .after(MOODS),
                Case.of("add enum value", new AddEnumValue(MOOD, "it's", null, null, false))
                        .after(MOODS),
                Case.of("add enum value before", new AddEnumValue(MOOD, "meh", "ok", null, true))
                        .after(MOODS),
                Case.of("add enum value after", new AddEnumValue(MOOD, "fine", null, "ok", false))
                        .after(MOODS),
                Case.of("record ordinals", ordinals("levels", "one").to("LOW", "HIGH"))
                        .after(LEVELS),
                Case.of(
                                "change ordinals",
                                ordinals("levels", "one").from("LOW", "HIGH").to("HIGH", "LOW"))
                        .after(LEVELS),
                Case.of(
                                "change ordinals with constants that are gone or renamed",
                                ordinals("levels", "one")
                                        .from("LOW", "MEDIUM", "HIGH")
                                        .to("URGENT", "LOW")
                                        .renamed("HIGH", "URGENT"))
                        .after(LEVELS),
                Case.of(
                                "change ordinals of a key",
                                ordinals("levels", "id")
                                        .from("LOW", "HIGH")
                                        .to("HIGH", "LOW")
                                        .inUniqueKey())
                        .after(LEVELS),
                Case.of(
                                "change ordinals in arrays",
                                ordinals("levels", "many")
                                        .from("LOW", "HIGH")
                                        .to("NONE", "LOW", "HIGH")
                                        .ofArray())
                        .after(LEVELS),
                Case.of(
                                "change discriminators",
                                discriminators("levels", "name")
                                        .from("Car", "Truck", "Boat=it's")
                                        .to("Car", "Truck=T", "Boat=B"))
                        .after(LEVELS),
                Case.of(
                                "change discriminators of entities that are gone or renamed",
                                discriminators("levels", "name")
                                        .from("Car", "Truck", "Boat=b")
                                        .to("Lorry")
                                        .renamed("Truck", "Lorry"))
                        .after(LEVELS),
                Case.of(
                                "record discriminators",
                                discriminators("levels", "name").to("Car", "Truck=T"))
                        .after(LEVELS),
                Case.of(
                                "rename constant",
                                new RenameConstant(QualifiedName.parse("levels"), "name", "it's", "it is", false))
                        .after(LEVELS),
                Case.of(
                                "rename constant in arrays",
                                new RenameConstant(QualifiedName.parse("levels"), "names", "it's", "it is", true))
                        .after(LEVELS),
                Case.of("rename enum value", new RenameEnumValue(MOOD, "ok", "fine"))
                        .after(MOODS),
                change(
                        "by adding values everywhere",
                        mood,
                        enumType("mood", "dead", "sad", "meh", "bah", "ok", "happy", "ecstatic")
                                .comment("m"),
                        Map.of(),
                        Map.of()),
                change("by reordering", mood, enumType("mood", "happy", "ok", "sad"), Map.of(), Map.of()),
                change(
                        "by taking values away",
                        mood,
                        enumType("mood", "unhappy", "ok"),
                        Map.of("sad", "unhappy", "happy", "ok"),
                        Map.of("unhappy", "sad")),
                Case.of(
                                "change enum that an index and a check mention",
                                new ChangeEnum(
                                        mood,
                                        enumType("mood", "ok", "happy"),
                                        new TreeMap<>(Map.of("sad", "ok")),
                                        new TreeMap<>(),
                                        List.of(Use.use("agents", "mood")),
                                        List.of(
                                                new CreateIndex(index("ix")
                                                        .on("agents", "id")
                                                        .where("mood = 'ok'::mood")),
                                                new AddConstraint(
                                                        AGENTS, check("c", "mood <> 'happy'::mood OR age > 1")))))
                        .after("""
                                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                                ALTER TABLE agents ADD mood mood;
                                CREATE INDEX ix ON agents (id) WHERE mood = 'ok';
                                ALTER TABLE agents ADD CONSTRAINT c CHECK (mood <> 'happy' OR age > 1);
                                """));
    }

    private static List<Case> enumsElsewhere() {
        QualifiedName mood = QualifiedName.parse("app.mood");
        String setup = "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('sad', 'ok');";
        return List.of(
                Case.of("add enum value in another schema", new AddEnumValue(mood, "happy", "ok", null, false))
                        .after(setup),
                Case.of("rename enum value in another schema", new RenameEnumValue(mood, "ok", "fine"))
                        .after(setup),
                Case.of(
                                "change enum with the longest name",
                                new ChangeEnum(
                                        enumType("é".repeat(30) + "End", "a", "b"),
                                        enumType("é".repeat(30) + "End", "b", "a"),
                                        new TreeMap<>(),
                                        List.of()))
                        .after("CREATE TYPE \"" + "é".repeat(30) + "End\" AS ENUM ('a', 'b')"),
                Case.of(
                                "change enum that several tables use",
                                new ChangeEnum(
                                        enumType("app.mood", "sad", "ok"),
                                        enumType("app.mood", "ok", "bad"),
                                        new TreeMap<>(Map.of("sad", "bad")),
                                        new TreeMap<>(Map.of("bad", "sad")),
                                        List.of(
                                                Use.use("agents", "mood").defaultSql("'ok'::app.mood"),
                                                Use.use("agents", "moods").ofArray(),
                                                Use.use("app.\"Team\"", "Our mood")),
                                        List.of()))
                        .after(setup + """
                                ALTER TABLE agents ADD mood app.mood DEFAULT 'ok', ADD moods app.mood[];
                                CREATE TABLE app."Team" ("Our mood" app.mood NOT NULL);
                                CREATE INDEX ix ON agents (mood);
                                INSERT INTO agents (id, mood, moods) VALUES (1, 'sad', '{sad,ok}'), (2, NULL, '{}');
                                """));
    }

    private static List<Case> domains() {
        Domain email = domain("email", text());
        return List.of(
                Case.of(
                        "create domain",
                        new CreateDomain(email.notNull()
                                .defaultValue("a@b")
                                .collation("\"C\"")
                                .check("email_at", "VALUE LIKE '%@%'")
                                .comment("An address"))),
                Case.of("drop domain", new DropDomain(email)).after("CREATE DOMAIN email AS text"),
                Case.of(
                                "change domain",
                                new ChangeDomain(
                                        email.check("a", "VALUE <> ''"),
                                        email.notNull()
                                                .defaultSql("'a' || 'b'")
                                                .check("b", "VALUE <> 'x'")
                                                .comment("c")))
                        .after("CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '')"),
                Case.of(
                                "alter domain",
                                new AlterDomain(
                                        EMAIL,
                                        DomainAlteration.NONE
                                                .defaultValue("x")
                                                .notNull()
                                                .addCheck(check("b", "VALUE <> ''")
                                                        .notValid())
                                                .validateConstraint("b")
                                                .renameConstraint("b", "B")
                                                .dropConstraint("a")
                                                .changes()))
                        .after("CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '')"),
                Case.of(
                                "alter domain back",
                                new AlterDomain(
                                        EMAIL,
                                        DomainAlteration.NONE
                                                .dropDefault()
                                                .nullable()
                                                .dropConstraintIfExists("a")
                                                .changes()))
                        .after("CREATE DOMAIN email AS text DEFAULT 'x' NOT NULL"),
                Case.of("drop domain by name", new DropByName(Kind.DOMAIN, EMAIL, true, true))
                        .after("CREATE DOMAIN email AS text; ALTER TABLE agents ADD email email"));
    }
}
