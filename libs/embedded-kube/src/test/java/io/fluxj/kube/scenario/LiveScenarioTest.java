package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.kube.real.RealControlPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every scenario, run against a real API server and against this one, answered alike. */
@SuppressWarnings("NullAway.Init")
@Tag("conformance")
@EnabledIf("io.fluxj.kube.real.RealControlPlane#available")
class LiveScenarioTest {
    private static final int AT_ONCE = 6;
    private static EmbeddedKube kube;
    private static ExecutorService real;

    @BeforeAll
    static void start() {
        kube = EmbeddedKube.start();
        kube.addToken(RealControlPlane.TOKEN, "admin", List.of("system:masters"));
        real = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void stop() {
        real.shutdownNow();
        kube.close();
    }

    /** A scenario and the real server's first answers, which are asked for ahead. */
    private record Pair(Server server, Scenario scenario, String namespace, Future<ArrayNode> ahead) {
        ArrayNode wanted(String in) throws Exception {
            return in.endsWith("-1") ? ahead.get() : Run.of(server, scenario, in);
        }
    }

    @TestFactory
    Stream<DynamicContainer> bothServersAnswerAlike() {
        Server realServer = new Server(RealControlPlane.shared().url(), RealControlPlane.TOKEN);
        Server embedded = new Server(kube.url(), RealControlPlane.TOKEN);
        List<DynamicContainer> files = new ArrayList<>();
        for (String file : Files.ALL) {
            List<DynamicTest> tests = new ArrayList<>();
            int number = 0;
            for (Scenario scenario : Scenario.load(file)) {
                String namespace = "l-" + file + "-" + number++;
                Future<ArrayNode> ahead = real.submit(() -> Run.of(realServer, scenario, namespace + "-1"));
                Pair pair = new Pair(realServer, scenario, namespace, ahead);
                tests.add(DynamicTest.dynamicTest(scenario.name(), () -> compare(pair, embedded)));
            }
            files.add(DynamicContainer.dynamicContainer(file, tests));
        }
        return files.stream();
    }

    private static void compare(Pair pair, Server embedded) throws Exception {
        Agreement.check(pair.namespace(), pair::wanted, in -> Run.of(embedded, pair.scenario(), in));
    }
}
