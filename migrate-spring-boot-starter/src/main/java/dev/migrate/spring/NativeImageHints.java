package dev.migrate.spring;

import dev.migrate.revision.loading.AnnotatedClass;
import dev.migrate.revision.loading.RevisionIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/**
 * Keeps the migrations and their index in a native image: each class that an index names can be constructed. The index is
 * written when the migrations are compiled.
 */
final class NativeImageHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader classes = Objects.requireNonNullElseGet(classLoader, ClassUtils::getDefaultClassLoader);
        hints.resources().registerPattern(RevisionIndex.RESOURCE);
        try {
            for (URL index : Collections.list(classes.getResources(RevisionIndex.RESOURCE))) {
                try (InputStream in = index.openStream()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    for (AnnotatedClass migration : RevisionIndex.parse(text).classes()) {
                        hints.reflection()
                                .registerType(
                                        TypeReference.of(migration.name()),
                                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + RevisionIndex.RESOURCE, e);
        }
    }
}
