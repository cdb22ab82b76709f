package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author reads at each factory and at each attribute of what it makes. */
class AttributesJavadocTest {

    private static final Pattern UNDOCUMENTED =
            Pattern.compile("(?<!\\*/)\\n    (?:    )?public (?:static )?[\\w.<>?@ ]+ (\\w+)\\(");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation/ColumnAlteration",
                "operation/Comments",
                "operation/DataChanges",
                "operation/DomainAlteration",
                "operation/SequenceAlteration",
                "schema/Check",
                "schema/Column",
                "schema/Definitions",
                "schema/Domain",
                "schema/EnumType",
                "schema/Exclusion",
                "schema/Extension",
                "schema/ForeignKey",
                "schema/Identity",
                "schema/Index",
                "schema/IndexKey",
                "schema/PrimaryKey",
                "schema/Schema",
                "schema/Sequence",
                "schema/SequenceOptions",
                "schema/Table",
                "schema/Types",
                "schema/Unique"
            })
    void isDocumented(String type) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/migrate", type + ".java"));
        // What a supertype documents needn't be said again, and annotations stand between a comment and its method.
        String methods = source.replaceAll("\\n +@Override\\n +public ", "\n").replaceAll("\\*/\\n +@.*\\n", "*/\n");

        List<String> undocumented = UNDOCUMENTED
                .matcher(methods)
                .results()
                .map(method -> method.group(1))
                .toList();

        assertThat(undocumented).isEmpty();
    }
}
