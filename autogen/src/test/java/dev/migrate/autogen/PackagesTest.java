package dev.migrate.autogen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two largest packages are sorted by what their classes are about: docs/decisions/0018. */
class PackagesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.migrate.runtime", "dev.migrate.autogen.diff");

    @ParameterizedTest
    @ValueSource(strings = {"dev.migrate.runtime", "dev.migrate.autogen.diff"})
    void noTwoPartsDependOnEachOther(String whole) {
        slices().matching(whole + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPartOfTheComparisonDependsOnTheWhole() {
        noClasses()
                .that()
                .resideInAPackage("dev.migrate.autogen.diff.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.migrate.autogen.diff")
                .check(CLASSES);
    }

    @Test
    void whatARunStandsOnKnowsNoRun() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.migrate.runtime.connection", "dev.migrate.runtime.journal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.migrate.runtime", "dev.migrate.runtime.live", "dev.migrate.runtime.offline")
                .check(CLASSES);
    }
}
