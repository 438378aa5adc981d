package io.fluxj.kube.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario, answered as the recorded real server answered it. */
@SuppressWarnings("NullAway.Init")
class ScenarioTest {
    private static final String TOKEN = "scenario-admin";
    private static EmbeddedKube kube;

    @BeforeAll
    static void start() {
        kube = EmbeddedKube.start();
        kube.addToken(TOKEN, "admin", List.of("system:masters"));
    }

    @AfterAll
    static void stop() {
        kube.close();
    }

    @TestFactory
    Stream<DynamicContainer> answersAsTheRealServerDoes() {
        Server server = new Server(kube.url(), TOKEN);
        return Files.ALL.stream().map(file -> DynamicContainer.dynamicContainer(file, tests(server, file)));
    }

    private static Stream<DynamicTest> tests(Server server, String file) {
        JsonNode recorded = recorded(file);
        AtomicInteger number = new AtomicInteger();
        return Scenario.load(file).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    assumeThat(KnownDifferences.ALL).doesNotContain(file + "/" + scenario.name());
                    String namespace = "s-" + file + "-" + number.getAndIncrement();
                    JsonNode answers = Run.of(server, scenario, namespace);
                    assertThat(pretty(answers)).isEqualTo(pretty(recorded.path(scenario.name())));
                }));
    }

    private static JsonNode recorded(String file) {
        try (InputStream in = Objects.requireNonNull(
                ScenarioTest.class.getResourceAsStream("/scenarios/" + file + ".json"), "nothing recorded: " + file)) {
            return Nodes.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pretty(JsonNode value) throws IOException {
        return Nodes.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }
}
