package dev.migrate.autogen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users compile against says nothing of what they can't see: docs/decisions/0025. */
class ApiTest {

    private static final Path DESCRIPTOR = Path.of("../migrate-engine/src/main/module/module-info.java");
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    @Test
    void theModuleExportsWhatTheDecisionSays() throws IOException {
        assertThat(exported())
                .containsExactly(
                        "dev.migrate",
                        "dev.migrate.lint",
                        "dev.migrate.operation",
                        "dev.migrate.revision",
                        "dev.migrate.schema");
    }

    @Test
    void noSignatureHasATypeThatIsNotExported() throws IOException {
        List<String> exported = exported();
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.migrate");
        methods()
                .that()
                .arePublic()
                .or()
                .areProtected()
                .and()
                .areDeclaredInClassesThat(isExported(exported))
                .should(haveOnlyTypesOf(exported))
                .check(classes);
    }

    private static List<String> exported() throws IOException {
        return EXPORT.matcher(Files.readString(DESCRIPTOR))
                .results()
                .map(export -> export.group(1))
                .toList();
    }

    private static DescribedPredicate<JavaClass> isExported(List<String> packages) {
        return DescribedPredicate.describe(
                "users see", type -> isPublic(type) && packages.contains(type.getPackageName()));
    }

    /** Also around it. */
    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ApiTest::isPublic).orElse(true);
    }

    private static ArchCondition<JavaMethod> haveOnlyTypesOf(List<String> packages) {
        return new ArchCondition<>("have only types that users see") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String hidden = Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> type.getPackageName().startsWith("dev.migrate"))
                        .filter(type -> !packages.contains(type.getPackageName()))
                        .map(JavaClass::getName)
                        .distinct()
                        .collect(Collectors.joining(", "));
                events.add(new SimpleConditionEvent(
                        method, hidden.isEmpty(), method.getFullName() + " has types that users don't see: " + hidden));
            }
        };
    }
}
