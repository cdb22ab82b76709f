package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.loading.RevisionIndex;
import dev.migrate.spring.migrations.R0001_Products;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

class NativeImageHintsTest {

    @TempDir
    Path classes;

    @Test
    void aMigrationOfTheIndexCanBeConstructedInANativeImage() throws IOException {
        Path index = classes.resolve(RevisionIndex.RESOURCE);
        Files.createDirectories(index.getParent());
        Files.writeString(index, """
                class dev.migrate.spring.migrations.R0001_Products
                source R0001_Products.java
                id 0001
                message Products
                """);
        RuntimeHints hints = new RuntimeHints();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", loader)
                    .load(RuntimeHintsRegistrar.class)
                    .stream()
                    .filter(NativeImageHints.class::isInstance)
                    .forEach(registrar -> registrar.registerHints(hints, loader));
        }
        assertThat(RuntimeHintsPredicates.resource().forResource(RevisionIndex.RESOURCE))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(R0001_Products.class)
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(NativeImageHintsTest.class)
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .rejects(hints);
    }
}
