package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.WatchEvent;
import org.junit.jupiter.api.Test;

class SerializationTest {
    @Test
    void aWatchIsToldThatItsVersionIsTooOld() {
        String expired = """
                {"type": "ERROR", "object": {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
                 "message": "too old resource version: 7 (9)", "reason": "Expired", "code": 410}}
                """;

        WatchEvent event = KubernetesClients.serialization().unmarshal(expired, WatchEvent.class);

        assertThat(event.getObject()).isInstanceOfSatisfying(Status.class, status -> assertThat(status.getCode())
                .isEqualTo(410));
    }
}
