package dev.migrate.test;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database that is cloned for tests. Its name has the digest of what made it: on a server that outlives the tests,
 * it is found again by the next run, and another one is made when the history or a seed has changed.
 */
final class Template {

    /** The target that means the only head. */
    static final String HEAD = "head";

    /** The target that means that no revision is applied. */
    static final String BASE = "base";

    private static final int DIGEST_LENGTH = 24;

    /** By what they hold: each is made, or fails, once in a process. */
    private static final Map<Content, FutureTask<Template>> MADE = new ConcurrentHashMap<>();

    private final TestServer server;
    private final Content content;
    private final Migrate history;
    private final String digest;
    private final String name;

    private record Content(ServerChoice server, HistorySettings settings, String target, Seeds seeds) {}

    /** @param nowhere stands for the database where the history alone is asked for */
    private Template(Content content, DataSource nowhere) {
        this.content = content;
        history = content.settings().on(nowhere);
        // Complains of an unknown revision, or of two heads, before a server is started for it.
        Set<String> applied = applied(history.graph(), content.target());
        server = TestServer.of(content.server());
        digest = digest(applied);
        name = server.template(digest, this::fill);
    }

    /**
     * The template of a history at a target.
     *
     * @param target {@link #HEAD}, {@link #BASE}, or a whole id
     * @throws MigrateException if there is no server, if the history has no or several heads where one is meant, or if a
     *     migration or a seed fails; each time with the same message
     */
    static Template of(ServerChoice server, HistorySettings settings, String target, Seeds seeds) {
        Content content = new Content(server, settings, target, seeds);
        FutureTask<Template> task = MADE.computeIfAbsent(
                content, one -> new FutureTask<>(() -> new Template(one, new PGSimpleDataSource())));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MigrateException failure) {
                throw new MigrateException(String.valueOf(failure.getMessage()), failure);
            }
            throw new IllegalStateException("The template of the test databases can't be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while another test made the template", e);
        }
    }

    private static Set<String> applied(RevisionGraph graph, String target) {
        return switch (target) {
            case BASE -> Set.of();
            case HEAD -> {
                if (graph.heads().size() > 1) {
                    throw new MigrateException("The history has several heads: "
                            + String.join(
                                    ", ",
                                    graph.heads().stream()
                                            .map(RevisionInfo::summary)
                                            .toList())
                            + ". A test database is at one. Merge them with mvn migrate:merge.");
                }
                yield graph.ids();
            }
            default -> graph.required(Set.of(target));
        };
    }

    /** A new database at the target. */
    TestDatabase newDatabase() {
        return server.clone(name, () -> server.template(digest, this::fill));
    }

    /** The history on one of these databases. */
    Migrate on(TestDatabase database) {
        return content.settings().on(database.dataSource());
    }

    TestServer server() {
        return server;
    }

    private void fill(DataSource database) {
        Migrate migrate = content.settings().on(database);
        if (content.target().equals(BASE)) {
            migrate.stamp(BASE);
        } else {
            migrate.upgrade(content.target());
        }
        content.seeds().fill(database);
    }

    /** Of the revisions' class files and of what they do, which files and other classes may decide, too. */
    private String digest(Set<String> applied) {
        MessageDigest digest = sha256();
        HistorySettings settings = content.settings();
        add(
                digest,
                settings.versionTable() + "\n" + settings.versionSchema() + "\n" + new TreeMap<>(settings.arguments()));
        for (RevisionInfo revision : history.graph().topological()) {
            if (applied.contains(revision.id())) {
                add(digest, revision.id() + revision.revises() + revision.dependsOn());
                digest.update(bytes(revision.className()));
                add(digest, history.record(revision.id(), Direction.UPGRADE).checksum());
            }
        }
        for (Seeds.Script script : content.seeds().scripts()) {
            add(digest, script.sql());
        }
        for (Class<?> type : content.seeds().classes()) {
            digest.update(bytes(type.getName()));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static byte[] bytes(String className) {
        String resource = className.replace('.', '/') + ".class";
        try (@Nullable
                InputStream stream =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
