package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.runtime.scripted.SmallApi;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    void oneThatRepeatsIsCounted() {
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
    void oneThatTheServerForgotIsToldAnew() {
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

    private static KubernetesEvents events(SmallApi api) {
        return new KubernetesEvents(api.client(), "test-controller", "pod-1", Clock.systemUTC());
    }

    private static FluxEvent told(String message, Instant at) {
        return FluxEvent.about(OBJECT, Severity.INFO, "Reason", message, Map.of(), at);
    }

    private static List<Event> recorded(SmallApi api) {
        return api.client().v1().events().inNamespace("apps").list().getItems();
    }
}
