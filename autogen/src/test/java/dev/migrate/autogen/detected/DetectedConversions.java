package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Columns whose values mean something else in another type, unless they are told how to get there. */
final class DetectedConversions {

    static final List<Detected> CASES = List.of(
            detected("large objects become what they hold")
                    .before(letters(column("body", oid()), column("scan", oid())))
                    .after(letters(column("body", text()), column("scan", bytea())))
                    .upgrade("""
                                    // Fails where a large object of letters.body is no UTF-8 text, or too long; the large objects
                                    // themselves stay behind: oid becomes text.
                                    // Reads the large objects of letters.scan; the large objects themselves stay behind: oid becomes
                                    // bytea.
                                    op.alterColumns(
                                            "letters",
                                            alter("body").type(text(), "convert_from(lo_get(body), 'UTF8')"),
                                            alter("scan").type(bytea(), "lo_get(scan)"));
                            """)
                    .downgrade("""
                                    // The values of letters.scan become new large objects, which belong to the role that runs this: bytea
                                    // becomes oid.
                                    // The values of letters.body become new large objects, which belong to the role that runs this: text
                                    // becomes oid.
                                    op.alterColumns(
                                            "letters",
                                            alter("scan").type(oid(), "lo_from_bytea(0, scan)"),
                                            alter("body").type(oid(), "lo_from_bytea(0, convert_to(body, 'UTF8'))"));
                            """),
            detected("bytes become the text and the uuid that they are")
                    .before(letters(column("body", bytea()), column("key", bytea())))
                    .after(letters(column("body", varchar(20)), column("key", uuid())))
                    .upgrade("""
                                    // Fails where the bytes of a value of letters.body are no UTF-8 text, or too long: bytea becomes
                                    // character varying(20).
                                    // Fails where a value of letters.key is not 16 bytes long: bytea becomes uuid.
                                    op.alterColumns(
                                            "letters",
                                            alter("body").type(varchar(20), "convert_from(body, 'UTF8')"),
                                            alter("key").type(uuid(), "encode(key, 'hex')::uuid"));
                            """)
                    .downgrade("""
                                    op.alterColumns(
                                            "letters",
                                            alter("key").type(bytea(), "uuid_send(key)"),
                                            alter("body").type(bytea(), "convert_to(body, 'UTF8')"));
                            """),
            detected("a number becomes an array, and an array a number")
                    .before(letters(column("size", integer()), column("ids", bigint().array())))
                    .after(letters(column("size", bigint().array()), column("ids", bigint())))
                    .upgrade("""
                                    // Makes an array of one element of each value of letters.size: integer becomes bigint[].
                                    // Keeps the first element of each value of letters.ids, and nothing of one that has several
                                    // dimensions: bigint[] becomes bigint.
                                    op.alterColumns(
                                            "letters",
                                            alter("size").type(bigint().array(), "CASE WHEN size IS NOT NULL THEN ARRAY[size] END"),
                                            alter("ids").type(bigint(), "ids[array_lower(ids, 1)]"));
                            """)
                    .downgrade("""
                                    // Makes an array of one element of each value of letters.ids: bigint becomes bigint[].
                                    // Fails where a value of letters.size does not fit: bigint[] becomes integer.
                                    op.alterColumns(
                                            "letters",
                                            alter("ids").type(bigint().array(), "CASE WHEN ids IS NOT NULL THEN ARRAY[ids] END"),
                                            alter("size").type(integer(), "size[array_lower(size, 1)]"));
                            """),
            detected("a truth with a default becomes a number")
                    .before(letters(column("read", bool()).notNull().defaultValue(true)))
                    .after(letters(column("read", smallint()).notNull().defaultValue(1)))
                    .upgrade("""
                                    op.alterColumn("letters", alter("read").dropDefault().type(smallint(), "read::integer").defaultValue(1));
                            """)
                    .downgrade("""
                                    // Makes true of each value of letters.read other than 0: smallint becomes boolean.
                                    op.alterColumn("letters", alter("read").dropDefault().type(bool(), "read <> 0").defaultValue(true));
                            """),
            detected("an enum with a default becomes text, and the type goes")
                    .before(letters(column("mood", type("mood")).defaultValue("ok"))
                            .withEnums(List.of(enumType("mood", "sad", "ok"))))
                    .after(letters(column("mood", text()).defaultValue("ok")))
                    .upgrade("""
                                    op.alterColumn("letters", alter("mood").dropDefault().type(text()).defaultValue("ok"));
                                    op.dropEnum("mood");
                            """)
                    .downgrade("""
                                    op.createEnum(enumType("mood", "sad", "ok"));

                                    // Fails where a value of letters.mood does not fit: text becomes mood.
                                    op.alterColumn("letters", alter("mood").dropDefault().type(type("mood"), "mood::mood").defaultValue("ok"));
                            """),
            detected("ordinals become strings, and what makes names of them is named")
                    .before(letters(column("mood", smallint()), column("size", smallint())))
                    .after(letters(column("mood", varchar(255)), column("size", varchar(5))))
                    .upgrade("""
                                    // Writes the digits of each value of letters.mood: smallint becomes character varying(255). For the
                                    // names of an enum's constants: type(..., "(ARRAY['FIRST', 'SECOND'])[mood + 1]").
                                    // Fails where a value of letters.size does not fit: smallint becomes character varying(5). For the
                                    // names of an enum's constants: type(..., "(ARRAY['FIRST', 'SECOND'])[size + 1]").
                                    op.alterColumns("letters", alter("mood").type(varchar(255)), alter("size").type(varchar(5)));
                            """)
                    .downgrade("""
                                    // Fails where a value of letters.size does not fit: character varying(5) becomes smallint. For the
                                    // ordinals of an enum's constants: type(...,
                                    // "array_position(ARRAY['FIRST', 'SECOND'], size::text) - 1").
                                    // Fails where a value of letters.mood does not fit: character varying(255) becomes smallint. For the
                                    // ordinals of an enum's constants: type(...,
                                    // "array_position(ARRAY['FIRST', 'SECOND'], mood::text) - 1").
                                    op.alterColumns(
                                            "letters",
                                            alter("size").type(smallint(), "size::smallint"),
                                            alter("mood").type(smallint(), "mood::smallint"));
                            """),
            detected("moments become text, and text moments, in a time zone that nobody chose")
                    .before(letters(column("sent", timestamptz()), column("read", text())))
                    .after(letters(column("sent", varchar(40)), column("read", timestamptz())))
                    .upgrade("""
                                    // Writes each value of letters.sent in the session's time zone: timestamp with time zone becomes
                                    // character varying(40). For another zone: type(..., "sent AT TIME ZONE 'UTC'").
                                    // Fails where a value of letters.read is no time, and reads one that names no time zone in the
                                    // session's: text becomes timestamp with time zone. For another zone, if no value names one: type(...,
                                    // "read::timestamp AT TIME ZONE 'UTC'").
                                    op.alterColumns(
                                            "letters",
                                            alter("sent").type(varchar(40)),
                                            alter("read").type(timestamptz(), "read::timestamp with time zone"));
                            """)
                    .downgrade("""
                                    // Writes each value of letters.read in the session's time zone: timestamp with time zone becomes text.
                                    // For another zone: type(..., "read AT TIME ZONE 'UTC'").
                                    // Fails where a value of letters.sent is no time, and reads one that names no time zone in the
                                    // session's: character varying(40) becomes timestamp with time zone. For another zone, if no value
                                    // names one: type(..., "sent::timestamp AT TIME ZONE 'UTC'").
                                    op.alterColumns(
                                            "letters",
                                            alter("read").type(text()),
                                            alter("sent").type(timestamptz(), "sent::timestamp with time zone"));
                            """),
            detected("a serial column becomes a bigint, and its sequence counts as far")
                    .before(letters(column("id", integer()).notNull().defaultSql("nextval('letters_id_seq'::regclass)"))
                            .withSequences(List.of(
                                    sequence("letters_id_seq").type(integer()).ownedBy("letters", "id"))))
                    .after(letters(column("id", bigint()).notNull().identity()))
                    .upgrade("""
                                    op.alterSequence("letters_id_seq", sequence -> sequence.type(bigint()).max(9223372036854775807L));
                                    op.alterColumn("letters", alter("id").type(bigint()));
                            """)
                    .downgrade("""
                                    // Fails where a value of letters.id does not fit: bigint becomes integer.
                                    op.alterColumn("letters", alter("id").type(integer()));

                                    op.alterSequence("letters_id_seq", sequence -> sequence.type(integer()).max(2147483647));
                            """),
            detected("a serial column becomes a uuid, which no sequence numbers")
                    .before(letters(column("id", integer()).notNull().defaultSql("nextval('letters_id_seq'::regclass)"))
                            .withSequences(List.of(
                                    sequence("letters_id_seq").type(integer()).ownedBy("letters", "id"))))
                    .after(letters(column("id", uuid()).notNull()))
                    .upgrade("""
                                    // Fails for each value of letters.id, since no number is a uuid: integer becomes uuid. To write its
                                    // digits into one: type(..., "lpad(to_hex(id), 32, '0')::uuid").
                                    op.alterColumn("letters", alter("id").dropDefault().type(uuid(), "id::text::uuid"));
                            """)
                    .downgrade("""
                                    // Fails for each value of letters.id, since no uuid is a number: uuid becomes integer. For one that
                                    // has a number's digits: type(..., "('x' || right(replace(id::text, '-', ''), 16))::bit(64)::bigint").
                                    op.alterColumn("letters", alter("id")
                                            .type(integer(), "id::text::integer")
                                            .defaultSql("nextval('letters_id_seq'::regclass)"));
                            """),
            detected("a serial column becomes a generated one, and its sequence goes")
                    .before(letters(
                                    column("id", bigint()),
                                    column("number", bigint()).defaultSql("nextval('letters_number_seq'::regclass)"))
                            .withSequences(
                                    List.of(sequence("letters_number_seq").ownedBy("letters", "number"))))
                    .after(letters(
                            column("id", bigint()), column("number", bigint()).generatedStored("(id * 2)")))
                    .upgrade("""
                                    op.alterSequence("letters_number_seq", sequence -> sequence.ownedByNone());

                                    // The values of letters.number are lost.
                                    op.dropColumn("letters", "number");

                                    op.addColumn("letters", column("number", bigint()).generatedStored("(id * 2)"));

                                    // Where letters_number_seq had counted to is lost.
                                    op.dropSequence("letters_number_seq");
                            """)
                    .downgrade("""
                                    op.createSequence(sequence("letters_number_seq"));
                                    op.alterColumn("letters", alter("number").dropExpression());
                                    op.alterColumn("letters", alter("number").defaultSql("nextval('letters_number_seq'::regclass)"));
                                    op.alterSequence("letters_number_seq", sequence -> sequence.ownedBy("letters", "number"));
                            """),
            detected("numbers become times and days, and nothing says what they count")
                    .before(letters(column("sent", bigint()), column("day", integer())))
                    .after(letters(column("sent", timestamptz(6)), column("day", date())))
                    .upgrade("""
                                    // Fails for each value of letters.sent, since nothing says what the number counts: bigint becomes
                                    // timestamp(6) with time zone. For seconds since 1970: type(..., "to_timestamp(sent)"). For
                                    // milliseconds: type(..., "to_timestamp(sent / 1000.0)").
                                    // Fails for each value of letters.day, since nothing says what the number counts: integer becomes
                                    // date. For days since 1970: type(..., "date '1970-01-01' + day::integer"). For digits like 20240229:
                                    // type(..., "to_date(day::text, 'YYYYMMDD')").
                                    op.alterColumns(
                                            "letters",
                                            alter("sent").type(timestamptz(6), "(sent || ' of no known unit')::timestamp(6) with time zone"),
                                            alter("day").type(date(), "(day || ' of no known unit')::date"));
                            """)
                    .downgrade("""
                                    // Fails for each value of letters.day, since nothing says what number it is: date becomes integer. For
                                    // days since 1970: type(..., "day - date '1970-01-01'"). For digits like 20240229: type(...,
                                    // "to_char(day, 'YYYYMMDD')::integer").
                                    // Fails for each value of letters.sent, since nothing says what number it is: timestamp(6) with time
                                    // zone becomes bigint. For seconds since 1970: type(..., "extract(epoch from sent)"). For
                                    // milliseconds: type(..., "extract(epoch from sent) * 1000").
                                    op.alterColumns(
                                            "letters",
                                            alter("day").type(integer(), "day::text::integer"),
                                            alter("sent").type(bigint(), "sent::text::bigint"));
                            """),
            detected("a duration's nanoseconds become an interval")
                    .before(letters(column("took", numeric(21, 0))))
                    .after(letters(column("took", interval())))
                    .upgrade("""
                                    // Reads each value of letters.took as nanoseconds, which Hibernate stores a Duration in: numeric(21,0)
                                    // becomes interval. For seconds: type(..., "took * interval '1 second'").
                                    op.alterColumn("letters", alter("took").type(interval(), "took / 1000 * interval '1 microsecond'"));
                            """)
                    .downgrade("""
                                    // Stores each value of letters.took as nanoseconds, which Hibernate stores a Duration in: interval
                                    // becomes numeric(21,0). For seconds: type(..., "extract(epoch from took)").
                                    op.alterColumn("letters", alter("took").type(numeric(21, 0), "extract(epoch from took) * 1000000000"));
                            """),
            detected("another type keeps how values are stored and compressed, as far as it has such ways")
                    .since(14)
                    .before(letters(
                            column("body", text()).compression("pglz"),
                            column("scan", text()).storage("EXTERNAL").compression("pglz"),
                            column("size", varchar(20)).storage("EXTERNAL")))
                    .after(letters(
                            column("body", varchar(200)).compression("pglz"),
                            column("scan", varchar()),
                            column("size", integer())))
                    .upgrade("""
                                    // Fails where a value of letters.body does not fit: text becomes character varying(200).
                                    op.alterColumn("letters", alter("body").type(varchar(200)).compression("pglz"));

                                    op.alterColumn("letters", alter("scan").type(varchar()).storage("EXTERNAL").compression("pglz"));

                                    // Fails where a value of letters.size does not fit: character varying(20) becomes integer.
                                    op.alterColumn("letters", alter("size").type(integer(), "size::integer"));
                            """)
                    .downgrade("""
                                    op.alterColumn("letters", alter("size").type(varchar(20)).storage("EXTERNAL"));
                                    op.alterColumn("letters", alter("scan").type(text()).storage("EXTERNAL").compression("pglz"));
                                    op.alterColumn("letters", alter("body").type(text()).compression("pglz"));
                            """));

    private DetectedConversions() {}

    private static Schema letters(Column... columns) {
        return Schema.ofTables(table("letters").columns(columns));
    }
}
