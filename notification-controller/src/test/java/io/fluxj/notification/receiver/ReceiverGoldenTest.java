package io.fluxj.notification.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Yaml;
import io.fluxj.notification.Finalized;
import io.fluxj.notification.receiver.TestIssuer.NamedKey;
import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestAuthority;
import io.fluxj.testkit.golden.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Plays what was recorded of Flux's Receivers: paths of webhooks, statuses, calls, what became of Receivers that were changed, and Events. */
class ReceiverGoldenTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/golden/receiver"));

    @ClusterTests
    Stream<DynamicNode> doesWhatTheRealControllerWasSeenToDo(Clusters clusters) throws Exception {
        GoldenTests tests = new GoldenTests();
        HookErrors errors = HookErrors.capture(Set.of("team-a", "team-b"));
        ReentrantLock calling = new ReentrantLock(true);
        for (KubeCluster cluster : clusters.all()) {
            add(tests, cluster, errors, calling);
        }
        return tests.stream().onClose(errors::close);
    }

    private static void add(GoldenTests tests, KubeCluster cluster, HookErrors errors, ReentrantLock calling)
            throws Exception {
        NamedKey key = NamedKey.create("k1");
        TestAuthority authority = TestAuthority.create("issuers");
        TestIssuer plain = TestIssuer.start(key);
        TestIssuer tls = TestIssuer.startTls(key, authority.issue("CN=issuer", List.of("127.0.0.1")));
        TestIssuer other = TestIssuer.start(NamedKey.create("k1"));
        Places places = Places.of(
                Places.Notation.DOLLAR,
                Map.of(
                        "ISSUER", plain.url(),
                        "ISSUER_TLS", tls.url(),
                        "OTHER_ISSUER", other.url(),
                        "CLOSED_PORT", "http://127.0.0.1:" + FreePort.choose()));
        HookServer.Places servers = new HookServer.Places(authority.certificatePem(), plain.url() + "/google");
        GoldenCluster objects = GoldenCluster.prepared(cluster.client(), Yaml.read(FOLDER.file("objects.yaml")));
        Map<String, JsonNode> receivers = receivers();
        for (JsonNode receiver : receivers.values()) {
            if (!receiver.has("rejectedByApiServer")) {
                var _ = objects.create(places.fill(receiver));
            }
        }
        HookServer usual = HookServer.start(cluster.client(), servers, Map.of());
        HookServer within = HookServer.start(cluster.client(), servers, Map.of(), "--no-cross-namespace-refs");
        ReceiverPlayer player = new ReceiverPlayer(
                new ReceiverPlayer.Stage(objects, usual, within, errors, key), places, receivers, calling);
        List<String> namespaces = List.of("team-a", "team-b");
        tests.add(cluster.target().displayName(), recordings(), player::play, 1, () -> {
            Finalized.release(cluster.client(), namespaces);
            usual.close();
            within.close();
            for (TestIssuer issuer : List.of(plain, tls, other)) {
                issuer.close();
            }
            namespaces.forEach(
                    each -> cluster.client().namespaces().withName(each).delete());
        });
    }

    private static Map<String, JsonNode> receivers() {
        Map<String, JsonNode> receivers = new LinkedHashMap<>();
        Yaml.read(FOLDER.file("receivers.yaml"))
                .path("receivers")
                .forEach(each -> receivers.put(each.path("name").asText(), each));
        return receivers;
    }

    private static List<Recording> recordings() {
        List<Recording> all = new ArrayList<>();
        all.addAll(items("webhook-paths.yaml", "cases", "path/", "name"));
        all.addAll(items("receivers.yaml", "receivers", "receiver/", "name"));
        all.addAll(items("requests.yaml", "cases", "", "id"));
        all.addAll(items("status-changes.yaml", "cases", "status/", "receiver"));
        all.addAll(items("events.yaml", "events", "event/", "receiver"));
        return all;
    }

    private static List<Recording> items(String file, String list, String prefix, String name) {
        Path source = FOLDER.file(file);
        List<Recording> items = new ArrayList<>();
        for (JsonNode item : Yaml.read(source).path(list)) {
            items.add(new Recording(prefix + item.path(name).asText(), source, item));
        }
        return items;
    }
}
