package io.fluxj.apply.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

class WatchTest {
    /** More than the streams that a server allows on one connection. */
    private static final int MANY = 150;

    @ClusterTest
    void reportsWhatHappensFromTheGivenVersionOn(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<String> seen = new CopyOnWriteArrayList<>();
            ObjectRef scope = team.configMap("a");
            String version = team.cluster
                    .listNamed(scope)
                    .path("metadata")
                    .path("resourceVersion")
                    .asText();
            try (Watch _ = team.cluster.watch(scope, version, told(event -> seen.add(describe(event))))) {
                team.apply(configMap("a", "1"));
                team.apply(configMap("b", "1") + "---\n" + configMap("a", "2"));
                team.cluster.delete(team.configMap("a"), "");

                Awaitility.await().until(() -> seen.contains("deleted a 2"));
            }
            assertThat(seen).containsExactly("present a 1", "present a 2", "deleted a 2");
        }
    }

    @ClusterTest
    void manyWatchesLeaveRoomForOtherRequests(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(configMap("a", "1"));
            AtomicInteger events = new AtomicInteger();
            List<Watch> watches = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                watches.add(team.cluster.watch(team.configMap("a"), "", told(event -> events.incrementAndGet())));
            }
            Awaitility.await().until(() -> events.get() >= MANY);

            assertThat(team.cluster.get(team.configMap("a"))).isPresent();
            assertThat(events).hasValue(MANY);
            watches.forEach(Watch::close);
        }
    }

    @ClusterTest
    void endsWhenItIsNotAllowed(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            List<String> seen = new CopyOnWriteArrayList<>();
            Cluster nobody = team.cluster.impersonating("nobody");
            try (Watch _ = nobody.watch(team.configMap("a"), "", told(event -> seen.add(describe(event))))) {
                Awaitility.await().until(() -> !seen.isEmpty());
            }
            assertThat(seen).containsExactly("ended HTTP 403");
        }
    }

    private static String configMap(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: '{ns}'}
                data: {k: "%s"}
                """.formatted(name, value);
    }

    /** All but the signs of life. */
    private static Consumer<WatchEvent> told(Consumer<WatchEvent> listener) {
        return event -> {
            if (!(event instanceof WatchEvent.Alive)) {
                listener.accept(event);
            }
        };
    }

    private static String describe(WatchEvent event) {
        return switch (event) {
            case WatchEvent.Present(var object) -> "present " + nameAndValue(object);
            case WatchEvent.Deleted(var object) -> "deleted " + nameAndValue(object);
            case WatchEvent.Alive() -> "alive";
            case WatchEvent.Ended(String why) -> "ended " + why;
        };
    }

    private static String nameAndValue(JsonNode object) {
        return object.path("metadata").path("name").asText() + " "
                + object.path("data").path("k").asText();
    }
}
