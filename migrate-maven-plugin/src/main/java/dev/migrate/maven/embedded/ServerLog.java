package dev.migrate.maven.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a start of the server has appended to its log.
 *
 * @param begin how many bytes were there before
 */
record ServerLog(Path file, int begin) {

    private static final int SHOWN_LINES = 10;

    /** From now on. */
    static ServerLog from(Path file) {
        return new ServerLog(file, read(file).length);
    }

    /** Where it is and, each in its own line, what it ends with. */
    @Override
    public String toString() {
        byte[] all = read(file);
        // A message may be in the encoding of the operating system: what is not UTF-8 is shown as a question mark.
        List<String> lines = new String(all, begin, all.length - begin, StandardCharsets.UTF_8)
                .lines()
                .toList();
        return file
                + (lines.isEmpty() ? "" : ":" + System.lineSeparator())
                + lines.stream()
                        .skip(Math.max(0, lines.size() - SHOWN_LINES))
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
