package io.fluxj.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The arrows of the house plan: controllers → manifest-builder, runtime → libs, api; libs know each other only where the plan says so. */
@AnalyzeClasses(packages = "io.fluxj", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String API = "io.fluxj.api..";
    private static final String RUNTIME = "io.fluxj.runtime..";
    private static final String MANIFEST_BUILDER = "io.fluxj.manifest..";
    private static final String SOURCE = "io.fluxj.source..";
    private static final String WATCHER = "io.fluxj.watcher..";
    private static final String KUSTOMIZATION = "io.fluxj.kustomization..";
    private static final String NOTIFICATION = "io.fluxj.notification..";
    private static final String HELM_RELEASE = "io.fluxj.helmrelease..";
    private static final String REFLECTOR = "io.fluxj.reflector..";
    private static final String AUTOMATION = "io.fluxj.automation..";
    private static final String SANDBOX = "io.fluxj.sandbox..";
    private static final String SUITE = "io.fluxj.suite..";
    private static final String[] LIBS = {
        "io.fluxj.archive..",
        "io.fluxj.semver..",
        "io.fluxj.yaml..",
        "io.fluxj.audit..",
        "io.fluxj.net..",
        "io.fluxj.cel..",
        "io.fluxj.git..",
        "io.fluxj.oci..",
        "io.fluxj.substitution..",
        "io.fluxj.sops..",
        "io.fluxj.kustomize..",
        "io.fluxj.gotemplate..",
        "io.fluxj.helm..",
        "io.fluxj.apply..",
        "io.fluxj.kube.."
    };

    @ArchTest
    static final ArchRule arrowsRunDownwardsOnly = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.fluxj..")
            .layer("sandbox")
            .definedBy(SANDBOX)
            .layer("suite")
            .definedBy(SUITE)
            .layer("source-controller")
            .definedBy(SOURCE)
            .layer("source-watcher")
            .definedBy(WATCHER)
            .layer("kustomize-controller")
            .definedBy(KUSTOMIZATION)
            .layer("notification-controller")
            .definedBy(NOTIFICATION)
            .layer("helm-controller")
            .definedBy(HELM_RELEASE)
            .layer("image-reflector-controller")
            .definedBy(REFLECTOR)
            .layer("image-automation-controller")
            .definedBy(AUTOMATION)
            .layer("manifest-builder")
            .definedBy(MANIFEST_BUILDER)
            .layer("runtime")
            .definedBy(RUNTIME)
            .layer("api")
            .definedBy(API)
            .layer("libs")
            .definedBy(LIBS)
            .whereLayer("sandbox")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("suite")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("source-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("source-watcher")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("kustomize-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("notification-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("helm-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("image-reflector-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("image-automation-controller")
            .mayOnlyBeAccessedByLayers("sandbox", "suite")
            .whereLayer("manifest-builder")
            .mayOnlyBeAccessedByLayers("sandbox", "kustomize-controller", "helm-controller")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers(
                    "sandbox",
                    "suite",
                    "source-controller",
                    "source-watcher",
                    "kustomize-controller",
                    "notification-controller",
                    "helm-controller",
                    "image-reflector-controller",
                    "image-automation-controller")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers(
                    "sandbox",
                    "suite",
                    "source-controller",
                    "source-watcher",
                    "kustomize-controller",
                    "notification-controller",
                    "helm-controller",
                    "image-reflector-controller",
                    "image-automation-controller",
                    "manifest-builder",
                    "runtime");

    /** A kind is written against runtime.reconcile, and wired by KindController.of. */
    @ArchTest
    static final ArchRule kindsSeeNothingOfTheFrame = noClasses()
            .that()
            .resideInAnyPackage(SOURCE, WATCHER, KUSTOMIZATION, NOTIFICATION, HELM_RELEASE, REFLECTOR, AUTOMATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fluxj.runtime.reconcile.frame..");

    @ArchTest
    static final ArchRule kustomizeKnowsNoKubernetesClient = noClasses()
            .that()
            .resideInAPackage("io.fluxj.kustomize..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    @ArchTest
    static final ArchRule sopsKnowsNoKubernetesClient = noClasses()
            .that()
            .resideInAPackage("io.fluxj.sops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    @ArchTest
    static final ArchRule manifestBuilderKnowsNoKubernetesClient = noClasses()
            .that()
            .resideInAPackage(MANIFEST_BUILDER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    @ArchTest
    static final ArchRule embeddedKubeKnowsNoKubernetesClient = noClasses()
            .that()
            .resideInAPackage("io.fluxj.kube..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..");

    /** What an object refers to: three rooms that do not know each other, upon one that knows none of them, below the one that joins them. */
    @ArchTest
    static void roomsOfReferencesStandAlone(JavaClasses all) {
        var rooms = List.of("watch", "source", "config", "dependency", "reference");
        Map.of(
                        "watch", List.of("watch"),
                        "source", List.of("source", "watch"),
                        "config", List.of("config", "watch"),
                        "dependency", List.of("dependency", "watch"))
                .forEach((room, seen) -> noClasses()
                        .that()
                        .resideInAPackage("io.fluxj.runtime." + room)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(rooms.stream()
                                .filter(other -> !seen.contains(other))
                                .map(other -> "io.fluxj.runtime." + other)
                                .toArray(String[]::new))
                        .check(all));
    }

    @ArchTest
    static final ArchRule oneRoomKnowsTheHttpServer = noClasses()
            .that()
            .resideInAnyPackage(
                    RUNTIME, SOURCE, WATCHER, KUSTOMIZATION, NOTIFICATION, HELM_RELEASE, REFLECTOR, AUTOMATION)
            .and()
            .resideOutsideOfPackage("io.fluxj.runtime.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith("javax.annotation.processing.Generated")
            .should()
            .haveModifier(JavaModifier.STATIC)
            .andShould()
            .notHaveModifier(JavaModifier.FINAL)
            .because("controllers run several times in one process");

    /** Manager is not among them: Kubernetes calls the owners of fields so. */
    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should()
            .haveNameNotMatching(".*(Impl|Utils?|Helper)$")
            .andShould()
            .resideOutsideOfPackages("..util..", "..impl..", "..common..", "..helper..", "..manager..");

    /** Some are named before there are any classes in them, so that they are held to it from the first one. */
    private static final Map<String, Set<String>> LIBS_THAT_SEE_OTHERS = Map.of(
            "io.fluxj.git..", Set.of("io.fluxj.archive..", "io.fluxj.net.."),
            "io.fluxj.kustomize..", Set.of("io.fluxj.archive..", "io.fluxj.yaml.."),
            "io.fluxj.apply..", Set.of("io.fluxj.archive.."),
            "io.fluxj.oci..", Set.of("io.fluxj.archive..", "io.fluxj.net.."),
            "io.fluxj.gotemplate..", Set.of("io.fluxj.semver..", "io.fluxj.yaml.."),
            "io.fluxj.helm..",
                    Set.of("io.fluxj.gotemplate..", "io.fluxj.semver..", "io.fluxj.yaml..", "io.fluxj.archive.."));

    @ArchTest
    static void libsSeeEachOtherOnlyWhereThePlanSaysSo(JavaClasses all) {
        Set<String> libs = new TreeSet<>(List.of(LIBS));
        LIBS_THAT_SEE_OTHERS.forEach((lib, seen) -> {
            libs.add(lib);
            libs.addAll(seen);
        });
        for (String lib : libs) {
            Set<String> hidden = new TreeSet<>(libs);
            hidden.remove(lib);
            hidden.removeAll(LIBS_THAT_SEE_OTHERS.getOrDefault(lib, Set.of()));
            noClasses()
                    .that()
                    .resideInAPackage(lib)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(hidden.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }
}
