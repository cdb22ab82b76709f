package dev.migrate.revision.processor;

import dev.migrate.Revision;
import dev.migrate.revision.HistoryProblem;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.loading.AnnotatedClass;
import dev.migrate.revision.loading.RevisionIndex;
import dev.migrate.revision.loading.Revisions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes {@link RevisionIndex} into the class output. A compilation of some of the classes keeps what the index has on
 * the others, as long as their class files exist.
 *
 * <p>Parents are looked for in this compilation, in what was compiled before, and in the same packages on the class
 * path. Packages of other jars are named by {@code -Amigrate.packages=com.example.migrations,…}. Packages that need
 * nothing of one another may be histories apart, with ids of their own.
 *
 * <p>Gradle may run it incrementally; what is not compiled anew has no Javadoc then, until the next full build.
 */
public final class RevisionProcessor extends AbstractProcessor {

    private static final String PACKAGES = "migrate.packages";

    private final Map<String, TypeElement> elements = new TreeMap<>();
    private final Map<String, AnnotatedClass> compiled = new TreeMap<>();
    private final Set<String> compiledTypes = new HashSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Revision.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(PACKAGES);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Leaves the annotation to other processors too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        AnnotatedElement reader = new AnnotatedElement(processingEnv);
        ElementFilter.typesIn(round.getRootElements())
                .forEach(type -> compiledTypes.add(type.getQualifiedName().toString()));
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(Revision.class))) {
            AnnotatedClass found = reader.read(type);
            elements.put(found.name(), type);
            compiled.put(found.name(), found);
            reader.problem(type).ifPresent(problem -> error(problem, type));
        }
        if (round.processingOver() && !compiled.isEmpty()) {
            finish(reader);
        }
        return false;
    }

    private void finish(AnnotatedElement reader) {
        try {
            RevisionIndex earlier = readIndex();
            Map<String, AnnotatedClass> index = new TreeMap<>();
            for (AnnotatedClass one : earlier.classes()) {
                if (!compiledTypes.contains(topLevel(one.name())) && hasClassFile(one.name())) {
                    index.put(one.name(), one);
                }
            }
            index.putAll(compiled);
            Map<String, AnnotatedClass> visible = onClassPath(reader);
            visible.putAll(index);
            if (!areHistoriesApart(visible.values())) {
                Revisions.problems(visible.values()).forEach(this::report);
            }
            writeIndex(new RevisionIndex(index.values()));
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR, "Can't write " + RevisionIndex.RESOURCE + ": " + e.getMessage());
        }
    }

    /** Whether each package is whole by itself. If they are to be one history all the same, whoever loads it tells. */
    private static boolean areHistoriesApart(Collection<AnnotatedClass> classes) {
        Map<String, List<AnnotatedClass>> packages = classes.stream().collect(Collectors.groupingBy(one -> one.name()
                .substring(0, Math.max(0, one.name().lastIndexOf('.')))));
        return packages.size() > 1
                && packages.values().stream()
                        .allMatch(one -> Revisions.problems(one).isEmpty());
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** The revisions in the same packages, and in those that were named, which this compilation only sees. */
    private Map<String, AnnotatedClass> onClassPath(AnnotatedElement reader) {
        Elements types = processingEnv.getElementUtils();
        Stream<String> own = elements.values().stream()
                .map(type -> types.getPackageOf(type).getQualifiedName().toString());
        String named = processingEnv.getOptions().getOrDefault(PACKAGES, "");
        Set<String> packages = Stream.concat(own, Stream.of(named.split(",")).map(String::strip))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Map<String, AnnotatedClass> found = new TreeMap<>();
        for (String name : packages) {
            for (PackageElement one : types.getAllPackageElements(name)) {
                ElementFilter.typesIn(one.getEnclosedElements()).stream()
                        .filter(type -> type.getAnnotation(Revision.class) != null)
                        .map(reader::read)
                        .forEach(seen -> found.put(seen.name(), seen));
            }
        }
        return found;
    }

    private void report(HistoryProblem problem) {
        List<TypeElement> places = problem.revisions().stream()
                .map(RevisionInfo::className)
                .flatMap(name -> Optional.ofNullable(elements.get(name)).stream())
                .toList();
        places.forEach(place -> error(problem.text(), place));
    }

    private void error(String text, Element place) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text, place);
    }

    private RevisionIndex readIndex() throws IOException {
        return readOutput(RevisionIndex.RESOURCE)
                .map(bytes -> RevisionIndex.parse(new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(RevisionIndex::empty);
    }

    private boolean hasClassFile(String className) throws IOException {
        return readOutput(className.replace('.', '/') + ".class").isPresent();
    }

    private Optional<byte[]> readOutput(String name) throws IOException {
        Filer filer = processingEnv.getFiler();
        try (InputStream in =
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty(); // There is no other way to ask whether it exists.
        }
    }

    private void writeIndex(RevisionIndex index) throws IOException {
        TypeElement[] origins = elements.values().toArray(TypeElement[]::new);
        byte[] text = index.text().getBytes(StandardCharsets.UTF_8);
        try (var out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", RevisionIndex.RESOURCE, origins)
                .openOutputStream()) {
            out.write(text);
        }
    }
}
