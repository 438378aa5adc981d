package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every scenario, answered as the recorded real server answered it; {@link LiveScenarioTest} asks the real one itself. */
@Execution(ExecutionMode.CONCURRENT)
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
                    String namespace = "s-" + file + "-" + number.getAndIncrement();
                    ArrayNode wanted = (ArrayNode) recorded.path(scenario.name());
                    Agreement.check(namespace, anywhere -> wanted, in -> Run.of(server, scenario, in));
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
}
