package io.fluxj.apply.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.testkit.FreePort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableClusterTest {
    private static final Duration TIME = Duration.ofMillis(500);

    @Test
    void endsTheWaitInTimeThoughNothingCanBeRead() throws Exception {
        List<ObjectRef> refs = List.of(configMap("a"), configMap("b"), configMap("c"));
        try (KubernetesClient client = clientOfNobody()) {
            HealthResult result = new HealthWait(Cluster.of(client)).await(refs, HealthOptions.of(TIME));

            assertThat(result).isInstanceOfSatisfying(HealthResult.TimedOut.class, late -> assertThat(late.message())
                    .startsWith("timeout waiting for: [ConfigMap/ns/a status: 'Unknown': no answer from the API server")
                    .endsWith("can't determine status for ConfigMap/ns/b, can't determine status for ConfigMap/ns/c]"));
        }
    }

    private static ObjectRef configMap(String name) {
        return new ObjectRef("", "v1", "ConfigMap", "ns", name);
    }

    /** Its first request takes longer than there is time. */
    private static KubernetesClient clientOfNobody() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl("http://127.0.0.1:" + FreePort.choose())
                        .withRequestRetryBackoffInterval((int) TIME.toMillis())
                        .withRequestRetryBackoffLimit(2)
                        .build())
                .build();
    }
}
