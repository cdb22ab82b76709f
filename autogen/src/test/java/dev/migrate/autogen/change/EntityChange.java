package dev.migrate.autogen.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A change of entities, the rows that are there, and what has to come of it.
 *
 * @param name what an author would call it
 * @param before the entities' source, without package and imports
 * @param after what it becomes
 * @param rows what the earlier application stores, as {@link RowSource} reads it
 * @param writes what the later application stores after the upgrade
 * @param options of autogenerate: {@code rename=…}, {@code backfill=…}, {@code leaveRows=…}, {@code offline};
 *     {@code meanwhile=…}, a statement before the upgrade, and {@code undone=…}, one after a failure, of rows that an
 *     application can't read; {@code insert=Item}, an entity of which applications store new rows with generated keys,
 *     and {@code begins anew}, if it is known that the former can't after the downgrade
 * @param reads what the application reads after the upgrade beside what it read before, or instead:
 *     {@code Item#1.name=a}
 * @param lost what its predecessor reads after the downgrade instead of what it read before
 * @param again what the application reads after the second upgrade instead of what it read after the first one
 * @param outcome what has to come of it
 * @param words of what is said: by autogenerate if a migration is written, in the error otherwise
 */
record EntityChange(
        String name,
        String before,
        String after,
        String rows,
        String writes,
        List<String> options,
        List<String> reads,
        List<String> lost,
        List<String> again,
        Outcome outcome,
        List<String> words) {

    /** Of an entity {@code Item} with an {@code id}, which has these fields; each row has its values. */
    static EntityChange fields(String name, String before, String after, String... rows) {
        if (rows.length == 1 && rows[0].strip().startsWith("INSERT")) {
            return entities(name, item(before), item(after), rows[0]);
        }
        return entities(
                name,
                item(before),
                item(after),
                IntStream.range(0, rows.length)
                        .mapToObj(i -> "Item " + (i + 1) + ": " + rows[i])
                        .collect(Collectors.joining("\n")));
    }

    static EntityChange entities(String name, String before, String after, String rows) {
        return new EntityChange(
                name, before, after, rows, "", List.of(), List.of(), List.of(), List.of(), Outcome.RIGHT, List.of());
    }

    static String item(String fields) {
        return "@Entity class Item { @Id Long id; " + fields + " }\n";
    }

    EntityChange with(String... more) {
        return new EntityChange(
                name, before, after, rows, writes, joined(options, more), reads, lost, again, outcome, words);
    }

    EntityChange writes(String more) {
        return new EntityChange(name, before, after, rows, more, options, reads, lost, again, outcome, words);
    }

    EntityChange reads(String... more) {
        return new EntityChange(
                name, before, after, rows, writes, options, joined(reads, more), lost, again, outcome, words);
    }

    EntityChange back(String... more) {
        return new EntityChange(
                name, before, after, rows, writes, options, reads, joined(lost, more), again, outcome, words);
    }

    EntityChange again(String... more) {
        return new EntityChange(
                name, before, after, rows, writes, options, reads, lost, joined(again, more), outcome, words);
    }

    /** Autogenerate warns of something that does not come true with these rows. */
    EntityChange right(String... sayings) {
        return of(Outcome.RIGHT, sayings);
    }

    EntityChange loses(String... sayings) {
        return of(Outcome.LOSES, sayings);
    }

    EntityChange asked(String... sayings) {
        return of(Outcome.ASKED, sayings);
    }

    EntityChange refused(String... sayings) {
        return of(Outcome.REFUSED, sayings);
    }

    EntityChange refusesBack(String... sayings) {
        return of(Outcome.REFUSES_BACK, sayings);
    }

    EntityChange notWritten(String... sayings) {
        return of(Outcome.NOT_WRITTEN, sayings);
    }

    EntityChange isNothing() {
        return of(Outcome.NOTHING);
    }

    private EntityChange of(Outcome newOutcome, String... sayings) {
        return new EntityChange(
                name, before, after, rows, writes, options, reads, lost, again, newOutcome, List.of(sayings));
    }

    List<String> option(String key) {
        return options.stream()
                .filter(option -> option.startsWith(key + "="))
                .map(option -> option.substring(key.length() + 1))
                .toList();
    }

    private static List<String> joined(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return name;
    }
}
