package dev.migrate.test;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The class that has {@link MigratedDatabase}.
 *
 * @param annotation as it is written there, or on an annotation or a superclass of it
 */
record Annotated(Class<?> testClass, MigratedDatabase annotation) {

    private static final String SPRING_EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    /** The class itself, or the nearest one around it. */
    static Optional<Annotated> of(Class<?> testClass) {
        for (@Nullable Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            Class<?> one = each;
            Optional<Annotated> found = AnnotationSupport.findAnnotation(each, MigratedDatabase.class)
                    .map(annotation -> new Annotated(one, annotation));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether Spring makes the instances of the class. */
    boolean isSpringTest() {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .flatMap(extended -> Arrays.stream(extended.value()))
                .anyMatch(extension -> extension.getName().equals(SPRING_EXTENSION));
    }
}
