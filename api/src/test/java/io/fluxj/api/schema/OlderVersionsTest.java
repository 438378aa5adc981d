package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule D1: an object in an older version is the same object. */
class OlderVersionsTest {

    static Stream<Crd> crds() {
        return Crd.all().stream();
    }

    @Test
    void areServedAsFarBackAsOneSchemaCanHoldThem() {
        Map<String, List<String>> versions = Crd.all().stream()
                .collect(Collectors.toMap(
                        Crd::kind,
                        crd -> crd.versions().stream().map(Crd.Version::name).toList()));

        assertThat(versions)
                .isEqualTo(Map.ofEntries(
                        Map.entry("GitRepository", List.of("v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("HelmRepository", List.of("v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("Bucket", List.of("v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("HelmChart", List.of("v1", "v1beta2", "v1beta1")),
                        Map.entry("OCIRepository", List.of("v1", "v1beta2")),
                        Map.entry("ExternalArtifact", List.of("v1")),
                        Map.entry("ArtifactGenerator", List.of("v1beta1")),
                        Map.entry("Kustomization", List.of("v1", "v1beta2", "v1beta1")),
                        Map.entry("HelmRelease", List.of("v2", "v2beta2", "v2beta1")),
                        Map.entry("Receiver", List.of("v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("Alert", List.of("v1beta3", "v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("Provider", List.of("v1beta3", "v1", "v1beta2", "v1beta1", "v1alpha1")),
                        Map.entry("ImageRepository", List.of("v1", "v1beta2", "v1beta1", "v1alpha2", "v1alpha1")),
                        Map.entry("ImagePolicy", List.of("v1", "v1beta2", "v1beta1", "v1alpha2", "v1alpha1")),
                        Map.entry("ImageUpdateAutomation", List.of("v1", "v1beta2", "v1beta1", "v1alpha2"))));
    }

    @ParameterizedTest
    @MethodSource("crds")
    void onlyTheNewestIsStoredAndNothingConverts(Crd crd) {
        assertThat(crd.versions().get(0).storage()).isTrue();
        assertThat(crd.versions().stream().filter(Crd.Version::storage)).hasSize(1);
        assertThat(crd.versions())
                .allSatisfy(version -> assertThat(version.node()).containsEntry("served", true));
        assertThat(map(crd.spec().get("conversion")).getOrDefault("strategy", "None"))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @MethodSource("crds")
    void differInNothingButTheirDeprecation(Crd crd) {
        Crd.Version newest = crd.storageVersion();

        for (Crd.Version older : crd.versions().subList(1, crd.versions().size())) {
            Map<String, Object> expected = new HashMap<>(newest.node());
            expected.put("name", older.name());
            expected.put("storage", false);
            if (isNewer(crd, older)) {
                assertThat(older.node()).isEqualTo(expected);
                continue;
            }
            expected.put("deprecated", true);
            expected.put(
                    "deprecationWarning",
                    "%s/%s %s is deprecated; write %s/%s"
                            .formatted(crd.group(), older.name(), crd.kind(), crd.group(), newest.name()));
            assertThat(older.node()).isEqualTo(expected);
        }
    }

    /** Versions of a later Flux: served already, stored by nobody yet. */
    private static boolean isNewer(Crd crd, Crd.Version version) {
        return Set.of("Alert", "Provider").contains(crd.kind())
                && version.name().equals("v1");
    }

    @ParameterizedTest
    @MethodSource("crds")
    void areReadByTheClientWithTheirSchema(Crd crd) throws IOException {
        try (InputStream file = OlderVersionsTest.class.getResourceAsStream("/io/fluxj/crds/" + crd.file())) {
            var definition = new KubernetesSerialization().unmarshal(file, CustomResourceDefinition.class);

            var schemas = definition.getSpec().getVersions().stream()
                    .map(CustomResourceDefinitionVersion::getSchema)
                    .distinct();
            assertThat(schemas).singleElement().satisfies(schema -> assertThat(
                            schema.getOpenAPIV3Schema().getProperties())
                    .containsKey("spec"));
        }
    }
}
