package dev.migrate.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Histories as they are drawn: {@code a→b→{c1→d1 (label one), c2}}, {@code e(d1,d2)→f} for a merge, {@code c2 depends on
 * c1}; parts are separated by a semicolon, a comma or a plus.
 */
final class HistoryNotation {

    private static final Pattern TOKEN = Pattern.compile("\\s*(→|[{}(),;+]|[\\w.]+)");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private final Map<String, List<String>> revises = new LinkedHashMap<>();
    private final Map<String, List<String>> dependsOn = new TreeMap<>();
    private final Map<String, List<String>> labels = new TreeMap<>();

    private HistoryNotation(String text) {
        Matcher token = TOKEN.matcher(text);
        while (token.lookingAt()) {
            tokens.add(token.group(1));
            token.region(token.end(), text.length());
        }
        if (token.regionStart() < text.stripTrailing().length()) {
            throw new IllegalArgumentException("Not understood: " + text.substring(token.regionStart()));
        }
    }

    static RevisionGraph graph(String text) {
        return RevisionGraph.of(revisions(text));
    }

    static List<RevisionInfo> revisions(String text) {
        HistoryNotation notation = new HistoryNotation(text);
        notation.parts();
        return notation.revises.keySet().stream().map(notation::revision).toList();
    }

    private RevisionInfo revision(String id) {
        return new RevisionInfo(
                id,
                revises.getOrDefault(id, List.of()),
                dependsOn.getOrDefault(id, List.of()),
                labels.getOrDefault(id, List.of()),
                "",
                null,
                "db.migrations.R" + id,
                "R" + id + ".java",
                "");
    }

    private void parts() {
        do {
            if (at + 2 < tokens.size() && tokens.get(at + 1).equals("depends")) {
                dependency();
            } else {
                chain(List.of());
            }
        } while (took(";") || took(",") || took("+"));
        if (at < tokens.size()) {
            throw new IllegalArgumentException("Not understood: " + tokens.subList(at, tokens.size()));
        }
    }

    private void dependency() {
        String dependent = next();
        at += 2;
        dependsOn.computeIfAbsent(dependent, any -> new ArrayList<>()).add(next());
    }

    private void chain(List<String> parents) {
        String first = node(parents);
        String last = first;
        while (took("→")) {
            if (took("{")) {
                do {
                    chain(List.of(last));
                } while (took(","));
                expect("}");
            } else {
                last = node(List.of(last));
            }
        }
        if (at + 1 < tokens.size() && tokens.get(at + 1).equals("label") && took("(")) {
            next();
            labels.computeIfAbsent(first, any -> new ArrayList<>()).add(next());
            expect(")");
        }
    }

    private String node(List<String> parents) {
        String id = next();
        List<String> all = new ArrayList<>(parents);
        if (at + 1 < tokens.size() && !tokens.get(at + 1).equals("label") && took("(")) {
            do {
                all.add(next());
            } while (took(","));
            expect(")");
        }
        if (revises.put(id, all) != null) {
            throw new IllegalArgumentException(id + " is there twice");
        }
        return id;
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean took(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!took(token)) {
            throw new IllegalArgumentException("Expected " + token + " before " + tokens.subList(at, tokens.size()));
        }
    }
}
