package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of a random schema: an enum, a domain over a string and one over that, and one over the enum; each in one of two schemas. */
final class RandomTypes {

    private static final List<List<String>> MOODS = List.of(
            List.of("sad", "ok", "happy"),
            List.of("sad", "ok", "happy", "it's \\fine"),
            List.of("happy", "sad"),
            List.of("new", "sad", "ok", "happy"));

    private final Draws draws;
    private final String mood;
    private final List<String> moods;
    private final List<Domain> domains;
    private final Optional<String> pair;
    private final String attributes;
    private final boolean hasNext;
    private final boolean hasNumbers;

    RandomTypes(Draws draws) {
        this.draws = draws;
        this.mood = name("mood");
        this.moods = draws.one(MOODS);
        String code = name("code");
        Domain strings = draws.one(List.of(
                domain(code, text()).check("code_check", "VALUE <> ''::text"),
                domain(code, text()).notNull().defaultValue("x"),
                domain(code, varchar(20)),
                domain(code, text()).collation("\"C\""),
                domain(code, text()).check("code_check", "length(VALUE) > 1").comment("It's")));
        Domain feelings = draws.one(List.of(
                domain("feeling", mood()),
                domain("feeling", mood()).defaultSql("'happy'::" + mood),
                domain("feeling", mood()).check("no_sadness", "VALUE <> 'sad'::" + mood)));
        this.hasNext = draws.chance(40);
        this.hasNumbers = draws.chance(50);
        boolean hasStrings = draws.chance(85);
        boolean hasFeelings = draws.chance(25);
        // Named so that it comes before what it is over, whose default it would take over when it is created.
        Domain alias = domain("alias", type(code)).defaultValue(draws.one(List.of("y", "z")));
        alias = draws.chance(30)
                ? alias.check("alias_check", "VALUE <> 'q'::text").notNull()
                : alias;
        this.domains = Stream.of(
                        hasStrings && draws.chance(20) ? Stream.of(alias) : Stream.<Domain>empty(),
                        hasStrings ? Stream.of(strings) : Stream.<Domain>empty(),
                        hasStrings && hasFeelings ? Stream.of(feelings) : Stream.<Domain>empty())
                .flatMap(some -> some)
                .toList();
        this.pair = draws.chance(60) ? Optional.of(name("pair")) : Optional.empty();
        this.attributes = attributes();
    }

    private String attributes() {
        String some = "x " + draws.one(List.of("integer", "text")) + draws.one(List.of("", ", y " + mood));
        for (Domain domain : domains) {
            some += draws.chance(20) ? ", z_" + domain.name().name() + " " + domain.name() : "";
        }
        return some;
    }

    /** What an object is called that moves from one schema to another now and then. */
    String name(String name) {
        return draws.chance(12) ? "audit." + name : name;
    }

    EnumType enums() {
        EnumType type = enumType(mood, moods.toArray(String[]::new));
        return draws.chance(30) ? type.comment(draws.one(List.of("How", "It's \"how\""))) : type;
    }

    List<Domain> domains() {
        return domains;
    }

    /** The enum. */
    Type mood() {
        return type(mood);
    }

    /** The composite type, if there is one. */
    Optional<String> pair() {
        return pair;
    }

    /** As SQL. */
    String attributesOfPair() {
        return attributes;
    }

    /** One of the enum's values. */
    String someMood() {
        return draws.one(moods);
    }

    /** A value that each enum has, as SQL. */
    String sad() {
        return "'sad'::" + mood;
    }

    /** Whether there is a function of a number. */
    boolean hasNext() {
        return hasNext;
    }

    /** Whether there is a sequence that no column owns. */
    boolean hasNumbers() {
        return hasNumbers;
    }

    boolean isDomain(Type type) {
        return domains.stream()
                .anyMatch(domain -> type(domain.name().toString()).equals(type));
    }

    /** Whether a table has such a column of arrays of the enum. */
    boolean isMoods(Table table, String column) {
        return table.column(column).filter(c -> c.type().equals(mood().array())).isPresent();
    }

    /** Whether a table has such a column of the enum. */
    boolean isMood(Table table, String column) {
        return table.column(column).filter(c -> c.type().equals(mood())).isPresent();
    }

    boolean isInAudit() {
        return mood.startsWith("audit.")
                || domains.stream()
                        .anyMatch(domain -> "audit".equals(domain.name().schema()));
    }
}
