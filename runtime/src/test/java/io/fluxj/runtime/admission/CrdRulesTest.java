package io.fluxj.runtime.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule in the CRDs lets an object pass and refuses another, in every served version, on a real API server and the embedded one. */
class CrdRulesTest {
    private static final String CRDS = "io/fluxj/crds";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A line of the table. */
    record Example(String kind, String path, String rule, JsonNode admitted, JsonNode refused) {
        String key() {
            return kind + " " + path + ": " + rule;
        }
    }

    @Test
    void everyRuleHasAnExample() throws Exception {
        assertThat(examples().keySet())
                .isEqualTo(rules().stream().map(CrdRule::key).collect(Collectors.toSet()));
    }

    @ClusterTest
    void everyRuleLetsPassAndRefuses(KubeCluster cluster) throws Exception {
        Map<String, Example> examples = examples();
        for (CrdRule rule : rules()) {
            Example example = Objects.requireNonNull(examples.get(rule.key()), rule.key());
            create(cluster, rule, example.admitted());
            assertThatThrownBy(() -> create(cluster, rule, example.refused()))
                    .as("%s %s", rule.apiVersion(), rule.key())
                    .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(
                                    e.getStatus().getDetails().getCauses())
                            .extracting(c -> c.getField() + ": " + c.getMessage())
                            .containsExactly(rule.path() + ": Invalid value: " + rule.message()));
        }
    }

    private static void create(KubeCluster cluster, CrdRule rule, JsonNode spec) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(rule.apiVersion());
        object.setKind(rule.kind());
        object.setMetadata(new ObjectMetaBuilder().withName("a").build());
        object.setAdditionalProperty("spec", YAML.convertValue(spec, new TypeReference<Map<String, Object>>() {}));
        cluster.client()
                .resource(object)
                .inNamespace(cluster.namespace())
                .dryRun()
                .create();
    }

    private static Map<String, Example> examples() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CrdRulesTest.class.getResourceAsStream("/admission/rules.yaml"), "no table")) {
            List<Example> all = YAML.readValue(in, new TypeReference<>() {});
            return all.stream().collect(Collectors.toMap(Example::key, e -> e));
        }
    }

    private static List<CrdRule> rules() throws IOException, URISyntaxException {
        List<CrdRule> out = new ArrayList<>();
        for (URL folder :
                Collections.list(Thread.currentThread().getContextClassLoader().getResources(CRDS))) {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    out.addAll(rules(jar.getPath(CRDS)));
                }
            } else {
                out.addAll(rules(Path.of(uri)));
            }
        }
        return out;
    }

    private static List<CrdRule> rules(Path folder) throws IOException {
        List<CrdRule> out = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                out.addAll(CrdRule.of(YAML.readTree(Files.readAllBytes(file))));
            }
        }
        return out;
    }
}
