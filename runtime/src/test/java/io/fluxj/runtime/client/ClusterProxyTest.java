package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fluxj.net.proxy.EnvironmentProxies;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterProxyTest {
    private static final String PROXY = "http://proxy.example.com:3128";

    @ParameterizedTest
    @CsvSource({
        "https://10.96.0.1:443/, '', false",
        "https://10.96.0.1:443/, 10.96.0.0/12, true",
        "https://kubernetes.default.svc/, .svc, true",
        "https://127.0.0.1:6443/, '', true",
        "https://localhost:6443/, '', true"
    })
    void theClusterIsReachedDirectlyWhereNoProxySaysSo(String cluster, String noProxy, boolean direct) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(cluster)
                .withHttpsProxy(PROXY)
                .build();

        KubernetesClients.reachDirectly(
                config, EnvironmentProxies.of(Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)));

        assertThat(config.getHttpsProxy()).isEqualTo(direct ? null : PROXY);
    }
}
