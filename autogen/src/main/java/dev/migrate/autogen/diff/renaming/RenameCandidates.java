package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Finds what looks renamed: a dropped and an added column of one table with the same nullability and the same type, but
 * for its length or precision, that have similar names, or stand in the same place, or are the only ones; a dropped and a
 * new table of one schema that share most of their columns, or many of them and much of the name; a dropped and a new
 * sequence of similar names.
 */
public final class RenameCandidates {

    private static final double SIMILAR_NAMES = 0.5;
    private static final double SAME_TYPE = 0.25;

    /** Less than what names tell: Hibernate orders columns by name, so others move with the one that is renamed. */
    private static final double SAME_PLACE = 0.1;

    private static final double SIMILAR_TABLES = 0.7;

    /** How much tables have to share whose names are similar: some columns may have changed with the name. */
    private static final double SIMILAR_TABLES_OF_SIMILAR_NAMES = 0.4;

    private final List<Reversible> operations;
    private final Schema before;
    private final Schema after;
    private final List<Scored> scored = new ArrayList<>();

    private record Scored(RenameCandidate candidate, double score) {}

    private RenameCandidates(List<Reversible> operations, Schema before, Schema after) {
        this.operations = operations;
        this.before = before;
        this.after = after;
    }

    /** The likeliest pairs; each operation is in one of them at most. */
    public static List<RenameCandidate> in(List<Reversible> operations, Schema before, Schema after) {
        RenameCandidates candidates = new RenameCandidates(operations, before, after);
        List<Reversible> additions = operations.stream()
                .filter(each ->
                        each instanceof AddColumn || each instanceof CreateTable || each instanceof CreateSequence)
                .toList();
        operations.stream()
                .filter(each -> each instanceof DropColumn || each instanceof DropTable || each instanceof DropSequence)
                .forEach(drop -> additions.forEach(addition -> candidates.consider(drop, addition)));
        return candidates.best();
    }

    private void consider(Reversible drop, Reversible addition) {
        if (drop instanceof DropColumn dropped
                && addition instanceof AddColumn added
                && dropped.table().equals(added.table())
                && !dropped.column().name().equals(added.column().name())) {
            score(dropped, added);
        } else if (drop instanceof DropTable dropped
                && addition instanceof CreateTable created
                && Objects.equals(
                        dropped.table().name().schema(), created.table().name().schema())) {
            score(dropped, created);
        } else if (drop instanceof DropSequence dropped
                && addition instanceof CreateSequence created
                && Objects.equals(
                        dropped.sequence().name().schema(),
                        created.sequence().name().schema())) {
            score(dropped, created);
        }
    }

    private void score(DropColumn dropped, AddColumn added) {
        Column from = dropped.column();
        Column to = added.column();
        if (!kind(from.type()).equals(kind(to.type()))
                || from.nullable() != to.nullable()
                || !Objects.equals(from.generated(), to.generated())) {
            return;
        }
        double names = similarity(from.name(), to.name());
        boolean samePlace = before.table(dropped.table())
                .map(t -> t.columns().indexOf(from))
                .equals(after.table(added.table()).map(t -> position(t, to)));
        if (samePlace || names >= SIMILAR_NAMES || areTheOnlyOnes(dropped.table())) {
            String option = dropped.table() + "." + from.name() + ":" + to.name();
            double type = from.type().equals(to.type()) ? SAME_TYPE : 0;
            scored.add(new Scored(
                    new RenameCandidate(dropped, added, option), names + type + (samePlace ? SAME_PLACE : 0)));
        }
    }

    private boolean areTheOnlyOnes(QualifiedName table) {
        return operations.stream()
                        .filter(each -> (each instanceof DropColumn dropped
                                        && dropped.table().equals(table))
                                || (each instanceof AddColumn added
                                        && added.table().equals(table)))
                        .count()
                == 2;
    }

    /** A type without its length or precision, which a rename may change. */
    private static String kind(Type type) {
        return TypeFamily.isArray(type) ? TypeFamily.element(type).base() + "[]" : type.base();
    }

    private static int position(Table table, Column column) {
        return table.columns().stream().map(Column::name).toList().indexOf(column.name());
    }

    private void score(DropTable dropped, CreateTable created) {
        double shared = overlap(features(dropped.table()), features(created.table()));
        double names =
                similarity(dropped.table().name().name(), created.table().name().name());
        double enough = names >= SIMILAR_NAMES ? SIMILAR_TABLES_OF_SIMILAR_NAMES : SIMILAR_TABLES;
        if (shared >= enough) {
            String option =
                    dropped.table().name() + ":" + created.table().name().name();
            scored.add(new Scored(new RenameCandidate(dropped, created, option), shared + names));
        }
    }

    private void score(DropSequence dropped, CreateSequence created) {
        QualifiedName from = dropped.sequence().name();
        QualifiedName to = created.sequence().name();
        double names = similarity(withoutSuffix(from), withoutSuffix(to));
        if (names >= SIMILAR_NAMES) {
            scored.add(new Scored(new RenameCandidate(dropped, created, from + ":" + to.name()), names));
        }
    }

    private static String withoutSuffix(QualifiedName sequence) {
        return sequence.name().replaceFirst("_seq$", "");
    }

    private static Set<String> features(Table table) {
        Set<String> features = new HashSet<>();
        table.columns().forEach(column -> features.add(letters(column.name()) + " " + kind(column.type())));
        return features;
    }

    /** A naming strategy that puts underscores between words, or none, changes a table's name and its columns' at once. */
    private static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private List<RenameCandidate> best() {
        scored.sort(Comparator.comparingDouble((Scored each) -> -each.score())
                .thenComparing(each -> each.candidate().option()));
        Set<Reversible> used = new HashSet<>();
        List<RenameCandidate> best = new ArrayList<>();
        for (Scored each : scored) {
            RenameCandidate candidate = each.candidate();
            if (!used.contains(candidate.drop()) && !used.contains(candidate.addition())) {
                used.add(candidate.drop());
                used.add(candidate.addition());
                best.add(candidate);
            }
        }
        best.sort(Comparator.comparing(RenameCandidate::option));
        return List.copyOf(best);
    }

    /** How many pairs of neighbouring letters two names share, from 0 to 1 (Dice's coefficient). */
    static double similarity(String first, String second) {
        Set<String> a = pairs(first);
        Set<String> b = pairs(second);
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * common.size() / (a.size() + b.size());
    }

    private static Set<String> pairs(String name) {
        String text = letters(name);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static double overlap(Set<String> first, Set<String> second) {
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }
}
