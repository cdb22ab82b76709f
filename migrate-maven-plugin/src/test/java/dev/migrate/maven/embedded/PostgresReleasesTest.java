package dev.migrate.maven.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresReleasesTest {

    private final PostgresReleases releases = PostgresReleases.bundled();

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void everySupportedMajorHasARelease(int major) {
        assertThat(releases.version(major)).matches(major + "\\.\\d+\\.\\d+");
    }

    @Test
    void theDefaultMajorIs17() {
        assertThat(releases.majorOrDefault(OptionalInt.empty())).isEqualTo(17);
        assertThat(releases.majorOrDefault(OptionalInt.of(14))).isEqualTo(14);
    }

    @Test
    void anotherMajorIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> releases.version(9))
                .hasMessage("PostgreSQL 9 can't be embedded. The majors that can are 13, 14, 15, 16, 17, 18: write"
                        + " embedded:17, for instance, or give the URL of a server.");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, amd64, true, linux-amd64-alpine",
        "Linux, aarch64, false, linux-arm64v8",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Windows 11, amd64, false, windows-amd64"
    })
    void eachPlatformHasItsBinaries(String os, String arch, boolean alpine, String classifier) {
        assertThat(Platform.of(os, arch, alpine).classifier()).isEqualTo(classifier);
    }

    @Test
    void aPlatformWithoutBinariesIsSentToAServer() {
        assertThatThrownBy(() -> Platform.of("SunOS", "sparc", false))
                .hasMessage(
                        "There is no embedded PostgreSQL for SunOS on sparc. Give the URL of a server: -Dmigrate.url for"
                                + " the database, -Dmigrate.devDatabase for scratch databases.");
    }
}
