package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows is part of a test that runs, here or in the application of src-it/testing-spring-boot. */
class TestingPageTest {

    private static final Path PAGE = Path.of("../docs/testing.md");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static Stream<String> sources(String directory) throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of(directory))) {
            return tree.filter(file -> file.toString().endsWith(".java")).map(TestingPageTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachJavaSnippetIsPartOfATest() throws IOException {
        List<String> tests = Stream.concat(
                        sources("src/test/java/com/example"), sources("../src-it/testing-spring-boot/src/test"))
                .toList();

        assertThat(blocks("java")).hasSize(5).allSatisfy(snippet -> assertThat(tests)
                .anyMatch(test -> test.contains(snippet)));
    }

    @Test
    void theSettingsMeanWhatThePageSays() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(blocks("properties").get(0)));

        HistorySettings settings = HistorySettings.of(null, name -> Optional.ofNullable(properties.getProperty(name)));

        assertThat(settings.packages()).containsExactly("com.example.store.migrations");
        assertThat(settings.versionTable()).contains("store_version");
        assertThat(settings.versionSchema()).contains("store");
        assertThat(properties.stringPropertyNames())
                .contains(DatabaseExtension.URL)
                .hasSize(4);
    }
}
