package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system on a processor, as zonky's binaries name them.
 *
 * @param classifier the end of the artifact's name: {@code linux-amd64}
 */
public record Platform(String classifier) {

    /** What this JVM runs on. */
    public static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /**
     * @param alpine whether the C library is musl, which other binaries than glibc's are needed for
     * @throws MigrateException if there are no binaries for it
     */
    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        if (os.startsWith("linux")) {
            return new Platform("linux-" + linuxProcessor(osArch, arch) + (alpine ? "-alpine" : ""));
        }
        if (os.startsWith("mac")) {
            return new Platform("darwin-" + (arch.equals("aarch64") ? "arm64v8" : "amd64"));
        }
        if (os.startsWith("windows")) {
            // Windows on ARM runs the amd64 binaries.
            return new Platform("windows-amd64");
        }
        throw noBinaries(osName, osArch);
    }

    private static String linuxProcessor(String osArch, String arch) {
        return switch (arch) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            case "arm", "armv7l", "aarch32" -> "arm32v7";
            case "i386", "i686", "x86" -> "i386";
            case "ppc64le" -> "ppc64le";
            default -> throw noBinaries("Linux", osArch);
        };
    }

    private static MigrateException noBinaries(String osName, String osArch) {
        return new MigrateException(
                "There is no embedded PostgreSQL for " + osName + " on " + osArch
                        + ". Give the URL of a server: -Dmigrate.url for the database, -Dmigrate.devDatabase for scratch databases.");
    }
}
