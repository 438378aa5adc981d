package io.fluxj.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house plan that end or begin here: cli → manifest-builder, runtime, api, libs. Controllers and sandbox are not even on its class path. */
@AnalyzeClasses(packages = "io.fluxj", importOptions = DoNotIncludeTests.class)
final class ArrowsTest {

    @ArchTest
    static final ArchRule nothingSeesTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.fluxj.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fluxj.cli..");

    @ArchTest
    static final ArchRule familiesDoNotSeeEachOther = noClasses()
            .that()
            .resideInAnyPackage("io.fluxj.cli.frame..", "io.fluxj.cli.kind..", "io.fluxj.cli.object..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fluxj.cli.get..", "io.fluxj.cli.act..", "io.fluxj.cli");

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.fluxj.cli..")
            .should()
            .haveModifier(JavaModifier.STATIC)
            .andShould()
            .notHaveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            classes().that().resideInAPackage("io.fluxj.cli..").should().haveNameNotMatching(".*(Impl|Utils?|Helper)$");
}
