package dev.migrate.maven;

import dev.migrate.maven.embedded.EmbeddedServers;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes an empty revision to be filled in, or one that runs SQL. */
@Mojo(name = "revision", threadSafe = true)
public final class RevisionMojo extends ParentedMojo {

    @Override
    protected void run() {
        try (EmbeddedServers servers = embeddedServers()) {
            Place place = place(history(), "", servers);
            write(place, place.revision(), sql());
        }
    }
}
