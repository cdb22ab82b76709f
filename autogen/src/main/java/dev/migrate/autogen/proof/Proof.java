package dev.migrate.autogen.proof;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionInfo;
import java.util.List;

/**
 * What came out of trying revisions on a scratch database.
 *
 * @param tried in the order they ran
 * @param failures what went wrong, each a sentence that names the revision; empty is proven
 */
public record Proof(List<RevisionInfo> tried, List<String> failures) {

    public Proof {
        tried = List.copyOf(tried);
        failures = List.copyOf(failures);
    }

    public boolean succeeded() {
        return failures.isEmpty();
    }

    /**
     * Passes a proof on.
     *
     * @throws MigrateException if something went wrong, with all of it
     */
    public Proof orThrow() {
        if (!succeeded()) {
            throw new MigrateException("The migrations don't hold what they promise:\n  - "
                    + String.join("\n  - ", failures) + "\nCorrect them, then run: mvn migrate:verify");
        }
        return this;
    }
}
