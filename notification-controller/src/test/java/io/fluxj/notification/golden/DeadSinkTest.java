package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that never answers, beside four that do. */
class DeadSinkTest {
    private static final int EVENTS = 1000;
    private static final String DEAD = "dead";
    private static final List<String> ALIVE = List.of("a", "b", "c", "d");

    @Test
    void delaysNobodyElseAndLosesNoneOfTheirEvents() throws Exception {
        Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
        Sink.Security plain = new Sink.Security(Optional.empty(), false, SSLContext.getDefault());
        try (Sink alive = Sink.start(plain, seen -> {
                    arrived.computeIfAbsent(seen.target().substring(1), name -> new AtomicInteger())
                            .incrementAndGet();
                    return Answer.of(200, "");
                });
                Sink dead = Sink.start(plain, seen -> new Answer(200, Map.of(), "", Duration.ofMinutes(10)));
                Rig rig = new Rig(Rig.Setup.PLAIN)) {
            ALIVE.forEach(name -> add(rig, name, alive));
            add(rig, DEAD, dead);

            for (int number = 0; number < EVENTS; number++) {
                int status = rig.send("POST", "/", Map.of(), event(number)).statusCode();
                assertThat(status).isEqualTo(202);
            }

            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ALIVE)
                    .allSatisfy(name -> assertThat(arrived.getOrDefault(name, new AtomicInteger()))
                            .hasValue(EVENTS)));
            assertThat(rig.takeComplaints().stream()
                            .filter(complaint -> !complaint.alert().endsWith(DEAD)))
                    .isEmpty();
        }
    }

    private static void add(Rig rig, String name, Sink sink) {
        ObjectNode provider = object(name);
        provider.putObject("spec").put("type", "generic").put("address", "http://" + sink.host() + "/" + name);
        ObjectNode alert = object(name);
        ObjectNode spec = alert.putObject("spec");
        spec.putObject("providerRef").put("name", name);
        spec.putArray("eventSources").addObject().put("kind", "Kustomization").put("name", "*");
        rig.add(provider, alert);
    }

    private static ObjectNode object(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata").put("name", name).put("namespace", "apps").put("uid", "0-0");
        return object;
    }

    private static String event(int number) {
        return "{\"involvedObject\":{\"kind\":\"Kustomization\",\"namespace\":\"apps\",\"name\":\"x\"},\"severity\":\"info\",\"message\":\""
                + number + "\",\"reason\":\"R\",\"reportingController\":\"c\"}";
    }
}
