package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.command.database.Secret;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Keeps the password of a server's superuser, in the form that psql reads (PostgreSQL manual, "The Password File"): {@code
 * PGPASSFILE} may name it.
 */
record PasswordFile(Path path) {

    private static final int BYTES = 24;
    private static final String LOGIN = Postmaster.HOST + ":*:*:" + Postmaster.SUPERUSER + ":";

    boolean exists() {
        return Files.exists(path);
    }

    /** Makes a password up, of letters, digits, hyphens and underscores: a URL and SQL take it as it is. */
    static Secret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    void write(Secret password) throws IOException {
        PrivateFiles.write(path, LOGIN + password.reveal() + "\n");
    }

    Secret read() throws IOException {
        String line = Files.readString(path).strip();
        if (!line.startsWith(LOGIN)) {
            throw new MigrateException(path + " holds no password. Delete it: the next start makes a new one.");
        }
        return new Secret(line.substring(LOGIN.length()));
    }
}
