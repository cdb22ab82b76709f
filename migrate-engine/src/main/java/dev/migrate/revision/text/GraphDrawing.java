package dev.migrate.revision.text;

import dev.migrate.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws a history with a column for each line, the newest revision first, as {@code git log --graph} does. A column is
 * known by the revision that it leads down to. A line that leads out of what is drawn ends where it does.
 */
final class GraphDrawing {

    private final List<RevisionInfo> newestFirst;
    private final Set<String> drawn;
    private final Function<RevisionInfo, String> describe;
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder drawing = new StringBuilder();

    GraphDrawing(List<RevisionInfo> newestFirst, Function<RevisionInfo, String> describe) {
        this.newestFirst = newestFirst;
        this.drawn = newestFirst.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        this.describe = describe;
    }

    String draw() {
        newestFirst.forEach(this::draw);
        return drawing.toString();
    }

    private void draw(RevisionInfo revision) {
        int column = columns.indexOf(revision.id());
        if (column < 0) {
            column = columns.size();
            columns.add(revision.id());
        }
        for (int other = columns.lastIndexOf(revision.id());
                other > column;
                other = columns.lastIndexOf(revision.id())) {
            join(other, column);
        }
        StringBuilder row = bars(columns.size());
        row.setCharAt(2 * column, '*');
        line(row.append(describe.apply(revision)));
        follow(column, revision.revises().stream().filter(drawn::contains).toList());
    }

    /** A column ends in one further left, and those on its right move up. */
    private void join(int from, int to) {
        StringBuilder row = bars(columns.size());
        for (int at = 2 * to + 1; at < 2 * from - 1; at += 2) {
            row.setCharAt(at, '_');
        }
        shift(row, from);
        columns.remove(from);
    }

    private void shift(StringBuilder row, int first) {
        for (int column = first; column < columns.size(); column++) {
            row.setCharAt(2 * column, ' ');
            row.setCharAt(2 * column - 1, '/');
        }
        line(row);
    }

    private void follow(int column, List<String> parents) {
        if (parents.isEmpty()) {
            end(column);
            return;
        }
        columns.set(column, parents.get(0));
        for (int i = 1; i < parents.size(); i++) {
            columns.add(column + i, parents.get(i));
            StringBuilder row = bars(column + i).append(" ".repeat(2 * (columns.size() - column - i)));
            for (int moved = column + i; moved < columns.size(); moved++) {
                row.setCharAt(2 * moved - 1, '\\');
            }
            line(row);
        }
    }

    private void end(int column) {
        if (column + 1 < columns.size()) {
            StringBuilder row = bars(columns.size());
            row.setCharAt(2 * column, ' ');
            shift(row, column + 1);
        }
        columns.remove(column);
    }

    private static StringBuilder bars(int count) {
        return new StringBuilder("| ".repeat(count));
    }

    private void line(CharSequence row) {
        drawing.append(row.toString().stripTrailing()).append('\n');
    }
}
