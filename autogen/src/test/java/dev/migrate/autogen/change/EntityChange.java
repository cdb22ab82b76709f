package dev.migrate.autogen.change;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of entities, the rows that are there, and what has to come of it.
 *
 * @param name what an author would call it
 * @param before the entities' source, without package and imports
 * @param after what it becomes
 * @param rows statements that fill the tables of the former
 * @param options of autogenerate: {@code rename=…}, {@code backfill=…}, {@code leaveRows=…};
 *     {@code meanwhile=…}, a statement before the upgrade, and {@code undone=…}, one after a failure, of rows that an
 *     application can't read; {@code insert=Item}, an entity of which applications store new rows with generated keys,
 *     and {@code begins anew}, if it is known that the former can't after the downgrade
 * @param reads what the application reads after the upgrade beside what it read before, or instead:
 *     {@code Item#1.name=a}
 * @param lost what its predecessor reads after the downgrade instead of what it read before
 * @param outcome what has to come of it
 * @param words of what is said then, for each outcome that has some
 */
record EntityChange(
        String name,
        String before,
        String after,
        String rows,
        List<String> options,
        List<String> reads,
        List<String> lost,
        Outcome outcome,
        String words) {

    /** Of an entity {@code Item} with an {@code id}, which has these fields, and others. */
    static EntityChange fields(String name, String before, String after, String rows) {
        return entities(name, item(before), item(after), rows);
    }

    static EntityChange entities(String name, String before, String after, String rows) {
        return new EntityChange(name, before, after, rows, List.of(), List.of(), List.of(), Outcome.RIGHT, "");
    }

    static String item(String fields) {
        return "@Entity class Item { @Id Long id; " + fields + " }\n";
    }

    EntityChange with(String... more) {
        return new EntityChange(name, before, after, rows, joined(options, more), reads, lost, outcome, words);
    }

    EntityChange reads(String... more) {
        return new EntityChange(name, before, after, rows, options, joined(reads, more), lost, outcome, words);
    }

    EntityChange back(String... more) {
        return new EntityChange(name, before, after, rows, options, reads, joined(lost, more), outcome, words);
    }

    EntityChange right(String saying) {
        return of(Outcome.RIGHT, saying);
    }

    EntityChange loses(String saying) {
        return of(Outcome.LOSES, saying);
    }

    EntityChange asked(String saying) {
        return of(Outcome.ASKED, saying);
    }

    EntityChange refused(String saying) {
        return of(Outcome.REFUSED, saying);
    }

    EntityChange notWritten(String saying) {
        return of(Outcome.NOT_WRITTEN, saying);
    }

    EntityChange isNothing() {
        return of(Outcome.NOTHING, "");
    }

    private EntityChange of(Outcome newOutcome, String saying) {
        return new EntityChange(name, before, after, rows, options, reads, lost, newOutcome, saying);
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
