package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of its annotations a class's source gives. {@code @Column} and {@code @Column(length = 255)} are the same to
 * reflection; a class file has only what was written (Java Virtual Machine Specification, 4.7.16.1).
 */
public final class WrittenAnnotations {

    private static final String OVERRIDE = "AttributeOverride";

    private final Map<Class<?>, Optional<ClassInfo>> classes = new HashMap<>();

    /**
     * The annotations of an attribute's field and getter by their simple names, and the elements that they are given:
     * {@code Column}, {@code Column.length}. What overrides a part of an embedded value has that part's path before it:
     * {@code address.city:Column.length}.
     *
     * @param owner the class that has the attribute, or inherits it
     */
    public Set<String> of(Class<?> owner, String attribute) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Optional<ClassInfo> info = classOf(type);
            if (info.isPresent()) {
                List<AnnotationInstance> annotations = annotations(info.get(), attribute);
                if (!annotations.isEmpty()) {
                    return names(annotations);
                }
            }
        }
        return Set.of();
    }

    /** The same of a class. */
    public Set<String> of(Class<?> type) {
        return classOf(type).map(info -> names(info.declaredAnnotations())).orElse(Set.of());
    }

    private static List<AnnotationInstance> annotations(ClassInfo type, String attribute) {
        List<AnnotationInstance> annotations = new ArrayList<>();
        FieldInfo field = type.field(attribute);
        if (field != null) {
            annotations.addAll(field.annotations());
        }
        String capitalized = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        for (String getter : List.of("get" + capitalized, "is" + capitalized, attribute)) {
            MethodInfo method = type.method(getter);
            if (method != null) {
                annotations.addAll(method.annotations());
            }
        }
        return annotations;
    }

    private static Set<String> names(Collection<AnnotationInstance> annotations) {
        Set<String> names = new HashSet<>();
        annotations.forEach(annotation -> add(annotation, "", names));
        return names;
    }

    private static void add(AnnotationInstance annotation, String path, Set<String> names) {
        String name = path + annotation.name().withoutPackagePrefix();
        names.add(name);
        AnnotationValue overridden = annotation.value("name");
        boolean isOverride = annotation.name().withoutPackagePrefix().equals(OVERRIDE) && overridden != null;
        String inner = isOverride ? overridden.asString() + ":" : path;
        for (AnnotationValue value : annotation.values()) {
            names.add(name + "." + value.name());
            add(value, inner, names);
        }
    }

    private static void add(AnnotationValue value, String path, Set<String> names) {
        if (value.kind() == AnnotationValue.Kind.NESTED) {
            add(value.asNested(), path, names);
        } else if (value.kind() == AnnotationValue.Kind.ARRAY && value.componentKind() == AnnotationValue.Kind.NESTED) {
            for (AnnotationInstance nested : value.asNestedArray()) {
                add(nested, path, names);
            }
        }
    }

    private Optional<ClassInfo> classOf(Class<?> type) {
        return classes.computeIfAbsent(type, WrittenAnnotations::read);
    }

    /** Nothing of a class that has no file, as one that is generated in memory. */
    private static Optional<ClassInfo> read(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (@Nullable InputStream content = type.getResourceAsStream(file)) {
            return content == null ? Optional.empty() : Optional.of(Index.singleClass(content));
        } catch (IOException e) {
            throw new MigrateException("Cannot read the class file of " + type.getName() + ": " + e.getMessage(), e);
        }
    }
}
