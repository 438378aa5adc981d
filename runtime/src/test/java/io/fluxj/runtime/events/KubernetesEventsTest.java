package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.runtime.scripted.SmallApi;
import io.fluxj.testkit.FragileServer;
import io.fluxj.testkit.KubeTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of an event in the API. */
class KubernetesEventsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.5Z");
    private static final ConfigMap OBJECT = new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace("apps")
            .withName("settings")
            .withUid("1-2-3")
            .endMetadata()
            .build();

    @Test
    void oneThatRepeatsIsCounted() throws Exception {
        try (SmallApi api = SmallApi.start()) {
            KubernetesEvents events = events(api);
            events.send(told("ready", FIRST));
            events.send(told("ready", FIRST.plusSeconds(60)));
            events.send(told("other", FIRST.plusSeconds(61)));

            assertThat(recorded(api)).hasSize(2).anySatisfy(event -> {
                assertThat(event.getMessage()).isEqualTo("ready");
                assertThat(event.getCount()).isEqualTo(2);
                assertThat(event.getFirstTimestamp()).isEqualTo("2026-01-01T00:00:00Z");
                assertThat(event.getLastTimestamp()).isEqualTo("2026-01-01T00:01:00Z");
            });
        }
    }

    /** The API server forgets events after an hour. */
    @Test
    void oneThatTheServerForgotIsToldAnew() throws Exception {
        try (SmallApi api = SmallApi.start()) {
            KubernetesEvents events = events(api);
            events.send(told("ready", FIRST));
            recorded(api).forEach(event -> api.client().resource(event).delete());

            events.send(told("ready", FIRST.plusSeconds(7200)));
            events.send(told("ready", FIRST.plusSeconds(7201)));

            assertThat(recorded(api)).singleElement().satisfies(event -> {
                assertThat(event.getCount()).isEqualTo(2);
                assertThat(event.getFirstTimestamp()).isEqualTo("2026-01-01T02:00:00Z");
            });
        }
    }

    @Test
    void oneThatFindsNoServerIsToldWhenItIsBack() throws Exception {
        try (FragileServer server = FragileServer.start(KubeTarget.EMBEDDED);
                KubernetesClient client = impatient(server)) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName("apps")
                            .endMetadata()
                            .build())
                    .create();
            AtomicInteger pauses = new AtomicInteger();
            KubernetesEvents events =
                    new KubernetesEvents(client, "test-controller", "pod-1", Clock.systemUTC(), () -> {
                        if (pauses.incrementAndGet() == 2) {
                            server.comeBack();
                        }
                    });

            server.goAway();
            events.send(told("ready", FIRST));

            assertThat(pauses).hasValue(2);
            assertThat(client.v1().events().inNamespace("apps").list().getItems())
                    .extracting(Event::getMessage)
                    .containsExactly("ready");
        }
    }

    @Test
    void oneThatNeverFindsAServerIsGivenUp() throws Exception {
        try (FragileServer server = FragileServer.start(KubeTarget.EMBEDDED);
                KubernetesClient client = impatient(server)) {
            AtomicInteger pauses = new AtomicInteger();
            server.goAway();

            new KubernetesEvents(client, "test-controller", "pod-1", Clock.systemUTC(), pauses::incrementAndGet)
                    .send(told("ready", FIRST));

            assertThat(pauses).hasValue(11);
        }
    }

    private static KubernetesClient impatient(FragileServer server) {
        Config config = Config.fromKubeconfig(server.kubeconfig().toFile());
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static KubernetesEvents events(SmallApi api) {
        return KubernetesEvents.to(api.client(), "test-controller", "pod-1", Clock.systemUTC());
    }

    private static FluxEvent told(String message, Instant at) {
        return FluxEvent.about(OBJECT, Severity.INFO, "Reason", message, Map.of(), at);
    }

    private static List<Event> recorded(SmallApi api) {
        return api.client().v1().events().inNamespace("apps").list().getItems();
    }
}
