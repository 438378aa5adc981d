package io.fluxj.kube.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.kube.json.YamlText;
import io.fluxj.kube.real.RealControlPlane;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An unmodified kubectl says the same of a real API server and of this one, command line by command line. */
@SuppressWarnings("NullAway.Init")
@Tag("conformance")
@EnabledIf(
        value = "io.fluxj.kube.real.RealControlPlane#available",
        disabledReason = "KUBEBUILDER_ASSETS names no folder with kubectl and a control plane")
class KubectlTest {
    private static final int AT_ONCE = 4;

    private static EmbeddedKube kube;
    private static ExecutorService threads;

    @TempDir
    private static Path folders;

    @BeforeAll
    static void start() {
        kube = EmbeddedKube.start();
        kube.addToken(RealControlPlane.TOKEN, "admin", List.of("system:masters"));
        threads = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        kube.close();
    }

    @TestFactory
    Stream<DynamicTest> saysTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : table()) {
            String namespace = "kubectl-" + tests.size();
            Future<List<String>> wanted = run(RealControlPlane.shared().url(), row, namespace);
            Future<List<String>> got = run(kube.url(), row, namespace);
            tests.add(DynamicTest.dynamicTest(row.path("name").asText(), () -> assertThat(String.join("\n", got.get()))
                    .isEqualTo(String.join("\n", wanted.get()))));
        }
        return tests.stream();
    }

    private static JsonNode table() throws IOException {
        try (InputStream in = Objects.requireNonNull(KubectlTest.class.getResourceAsStream("/kubectl.yaml"))) {
            return YamlText.parse(in.readAllBytes());
        }
    }

    private static Future<List<String>> run(String url, JsonNode row, String namespace) {
        Path programs = Path.of(Objects.requireNonNull(System.getenv("KUBEBUILDER_ASSETS")));
        return threads.submit(() -> {
            Path folder = Files.createTempDirectory(folders, "run");
            return CommandRun.of(programs, folder, kubeconfig(url), row, namespace);
        });
    }

    static String kubeconfig(String url) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s", insecure-skip-tls-verify: true}}]
                users: [{name: u, user: {token: %s}}]
                contexts: [{name: c, context: {cluster: c, user: u}}]
                current-context: c
                """.formatted(url, RealControlPlane.TOKEN);
    }
}
