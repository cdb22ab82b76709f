package dev.migrate.revision.processor;

import dev.migrate.Migration;
import dev.migrate.Revision;
import dev.migrate.revision.loading.AnnotatedClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads annotated classes while they are compiled. */
record AnnotatedElement(ProcessingEnvironment environment) {

    AnnotatedClass read(TypeElement type) {
        Elements elements = environment.getElementUtils();
        TypeElement top = type;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        return AnnotatedClass.of(
                elements.getBinaryName(type).toString(),
                top.getSimpleName() + ".java",
                values(type),
                body(elements.getDocComment(type)));
    }

    private static Map<String, List<String>> values(TypeElement type) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().toString().equals(Revision.class.getName())) {
                annotation
                        .getElementValues()
                        .forEach((element, value) ->
                                values.put(element.getSimpleName().toString(), strings(value.getValue())));
            }
        }
        return values;
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> several
                ? several.stream()
                        .map(one -> String.valueOf(((AnnotationValue) one).getValue()))
                        .toList()
                : List.of(value.toString());
    }

    /** What comes before the first block tag, without the space that follows each asterisk. */
    private static String body(@Nullable String comment) {
        return comment == null
                ? ""
                : comment.lines()
                        .takeWhile(line -> !line.strip().startsWith("@"))
                        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .strip();
    }

    /** What keeps the class from running as a migration. */
    Optional<String> problem(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(
                    type.getSimpleName() + " can't be constructed: a revision is a class, and not abstract.");
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(type.getSimpleName() + " can't be constructed: a revision in another class is static.");
        }
        TypeElement migration = environment.getElementUtils().getTypeElement(Migration.class.getName());
        if (migration != null && !environment.getTypeUtils().isSubtype(type.asType(), migration.asType())) {
            return Optional.of(
                    type.getSimpleName() + " has a @Revision but doesn't implement " + Migration.class.getName() + ".");
        }
        boolean constructible = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
        return constructible
                ? Optional.empty()
                : Optional.of(
                        type.getSimpleName() + " can't be constructed: it has no constructor without parameters.");
    }
}
