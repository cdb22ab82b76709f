package dev.migrate.test;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file with a line for each released revision: its id and the digest of its operations. */
record ReleasedDigests(Path file) {

    private static final String RECORD = "migrate.test.record";

    /** What is wrong, a sentence each. */
    List<String> edited(Migrate migrate) {
        Map<String, String> now = new LinkedHashMap<>();
        for (RevisionInfo revision : migrate.graph().topological()) {
            now.put(
                    revision.id(),
                    migrate.record(revision.id(), Direction.UPGRADE).checksum());
        }
        try {
            Map<String, String> recorded = Files.exists(file) ? read() : new LinkedHashMap<>();
            List<String> failures = new ArrayList<>();
            recorded.forEach((id, digest) -> {
                if (!now.containsKey(id)) {
                    failures.add("Revision " + id + " is in " + file + " and not in the history. Put it back.");
                } else if (!digest.equals(now.get(id))) {
                    failures.add("Revision " + id + " was edited after it was recorded in " + file
                            + ". Put it back, and write what is new as another revision: mvn migrate:revision");
                }
            });
            if (failures.isEmpty()) {
                record(recorded, now);
            }
            return failures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Map<String, String> recorded, Map<String, String> now) throws IOException {
        if (Boolean.getBoolean(RECORD)) {
            now.forEach(recorded::putIfAbsent);
            List<String> lines = new ArrayList<>();
            recorded.forEach((id, digest) -> lines.add(id + " " + digest));
            Files.write(file, lines);
        } else if (!Files.exists(file)) {
            throw new MigrateException("There is no file " + file + " with the digests of released revisions."
                    + " Write it with mvn test -D" + RECORD + "=true, and commit it.");
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> recorded = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new MigrateException(
                        file + " has the line '" + line + "'. Expected the id of a revision and its digest.");
            }
            recorded.put(line.substring(0, space), line.substring(space + 1));
        }
        return recorded;
    }
}
