package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README.md and the pages of {@code docs/} are short, and every link in them leads to something. */
class PagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = ROOT.resolve("README.md");
    private static final Path DOCS = ROOT.resolve("docs");

    private static final int LINES_OF_README = 120;
    private static final int LINES_OF_A_PAGE = 250;
    private static final int COLUMNS = 120;
    private static final int WORDS_OF_A_SENTENCE = 35;

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)");
    private static final Pattern LIST_ITEM = Pattern.compile("\\s*(-|\\d+\\.) .*");
    private static final Pattern MENTION = Pattern.compile("\\bdocs/[\\w-]+\\.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    static Stream<Path> pages() {
        return Stream.concat(Stream.of(README), pagesIn(DOCS));
    }

    static Stream<Path> pagesWithLinks() {
        return Stream.of(
                        pages(),
                        pagesIn(DOCS.resolve("decisions")),
                        Stream.of("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                                .map(ROOT::resolve))
                .flatMap(paths -> paths);
    }

    static Stream<Path> pagesForNewcomers() {
        return Stream.of(README, DOCS.resolve("getting-started.md"));
    }

    private static Stream<Path> pagesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsShort(Path page) throws IOException {
        int limit = page.equals(README) ? LINES_OF_README : LINES_OF_A_PAGE;

        assertThat(Files.readAllLines(page).size()).isLessThanOrEqualTo(limit);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aLineIsShortExceptInTablesAndCode(Path page) throws IOException {
        Stream<String> tooLong = prose(page).stream()
                .filter(line -> !line.startsWith("|"))
                .filter(line -> line.codePointCount(0, line.length()) > COLUMNS);

        assertThat(tooLong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesForNewcomers")
    void aSentenceForNewcomersIsShort(Path page) throws IOException {
        List<String> sentences = sentences(page);

        assertThat(sentences).hasSizeGreaterThan(20);
        assertThat(sentences)
                .filteredOn(sentence -> words(sentence) > WORDS_OF_A_SENTENCE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesWithLinks")
    void everyLinkLeadsToSomething(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : links(page)) {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            if (!Files.exists(target) || (parts.length == 2 && !anchors(target).contains(parts[1]))) {
                broken.add(link);
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        Path index = DOCS.resolve("README.md");

        assertThat(links(index))
                .containsAll(pagesIn(DOCS)
                        .filter(page -> !page.equals(index))
                        .map(page -> page.getFileName().toString())
                        .toList());
    }

    @Test
    void everyPageThatCodeNamesExists() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : code()) {
            MENTION.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }

        assertThat(named).contains("docs/lint.md", "docs/drift.md");
        assertThat(named).filteredOn(page -> !Files.exists(ROOT.resolve(page))).isEmpty();
    }

    /** The sources of all modules, without what builds have made, which may go while this looks. */
    private static List<Path> code() throws IOException {
        List<Path> code = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                return !directory.equals(ROOT) && (name.equals("target") || name.startsWith("."))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().matches(".*\\.(java|groovy)")) {
                    code.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return code;
    }

    @Test
    void theLinesForThePomAreThoseOfTheProjectThatTheBuildRuns() throws IOException {
        String pom = Files.readString(ROOT.resolve("src-it/getting-started/pom.xml"))
                .replace("@project.version@", "0.1.0-SNAPSHOT")
                .replaceAll("\\n +", "\n");
        List<String> blocks = blocks(DOCS.resolve("getting-started.md"), "xml");

        // The second project's engine comes with the starter in the one that is run.
        String engine = blocks.get(0).replace("migrate-spring-boot-starter", "migrate-engine");
        assertThat(blocks).hasSize(3).element(2).isEqualTo(engine);
        assertThat(blocks.subList(0, 2)).allSatisfy(block -> assertThat(pom).contains(block.replaceAll("\\n +", "\n")));
        assertThat(blocks(README, "xml"))
                .containsExactly(
                        blocks.get(0), blocks.get(1).replaceAll("(?s)  <configuration>.*</configuration>\\n", ""));
    }

    @Test
    void theReadmesMigrationAndTheEntityAreThoseOfTheProjectThatTheBuildRuns() throws IOException {
        Path page = DOCS.resolve("getting-started.md");
        String entity =
                Files.readString(ROOT.resolve("src-it/getting-started/src/main/java/com/example/shop/Product.java"));

        assertThat(blocks(README, "java")).hasSize(1).allSatisfy(block -> assertThat(
                        String.join("", blocks(page, "console")))
                .contains(block));
        assertThat(entity).contains(blocks(page, "java").get(0));
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The lines outside of code blocks. */
    private static List<String> prose(Path page) throws IOException {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(page)) {
            if (line.strip().startsWith("```")) {
                code = !code;
                prose.add("");
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }

    private static int words(String sentence) {
        return sentence.split("\\s+").length;
    }

    private static List<String> sentences(Path page) throws IOException {
        List<String> paragraphs = new ArrayList<>(List.of(""));
        for (String line : prose(page)) {
            boolean begins = line.isBlank()
                    || line.startsWith("|")
                    || HEADING.matcher(line).matches()
                    || LIST_ITEM.matcher(line).matches();
            if (begins) {
                paragraphs.add(line);
            } else {
                paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line.strip());
            }
        }
        return paragraphs.stream()
                .flatMap(paragraph -> Stream.of(
                        paragraph.replaceAll("]\\([^)]*\\)", "]").strip().split("(?<=[.!?])\\s+")))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The links to files of the project. */
    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(String.join("\n", prose(page)).replaceAll("`[^`\\n]*`", "code"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** What GitHub calls the headings of a page, and its explicit anchors. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : prose(page)) {
            ANCHOR.matcher(line).results().forEach(anchor -> anchors.add(anchor.group(1)));
            HEADING.matcher(line)
                    .results()
                    .map(heading -> slug(heading.group(1)))
                    .forEach(slug -> {
                        for (int n = 1; !anchors.add(n == 1 ? slug : slug + "-" + (n - 1)); n++) {}
                    });
        }
        return anchors;
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
