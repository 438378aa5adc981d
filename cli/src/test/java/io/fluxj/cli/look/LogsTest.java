package io.fluxj.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.RequestSink.Reply;
import io.fluxj.testkit.RequestSink.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fluxj logs}: the JSON lines of all replicas as flux prints them. The API is a stub: the embedded one runs no containers that log. */
final class LogsTest {
    private static final String DEPLOYMENTS = """
            {"apiVersion": "apps/v1", "kind": "DeploymentList", "items": [
              {"metadata": {"name": "kustomize-controller", "namespace": "flux-system"},
               "spec": {"template": {"metadata": {"labels": {"app": "kustomize-controller"}}}}}]}
            """;
    private static final String PODS = """
            {"apiVersion": "v1", "kind": "PodList", "items": [
              {"metadata": {"name": "kc-1", "namespace": "flux-system"}, "spec": {"containers": [{"name": "manager"}]}},
              {"metadata": {"name": "kc-2", "namespace": "flux-system"}, "spec": {"containers": [{"name": "manager"}]}}]}
            """;
    private static final String FIRST = """
            WARNING: a line of the virtual machine
            {"level":"info","ts":"2026-01-01T00:00:00.000Z","msg":"Reconciliation finished in 1s, next run in 10m","controllerKind":"Kustomization","name":"apps","namespace":"flux-system"}
            {"level":"error","ts":"2026-01-01T00:00:01.000Z","msg":"Reconciliation failed after 1s","controllerKind":"Kustomization","name":"web","namespace":"team-a","error":"kustomize build failed"}
            """;
    private static final String SECOND = """
            {"level":"error","ts":"2026-01-01T00:00:02.000Z","msg":"lost the lease","logger":"setup"}
            {"level":"error","ts":"2026-01-01T00:00:03.000Z","msg":"failed","reconciler kind":"HelmRelease","name":"redis","namespace":"flux-system","error":"timeout"}
            """;

    @TempDir
    private Path folder;

    private static Reply answer(Request request) {
        String target = request.target();
        if (target.contains("/log")) {
            return new Reply(200, target.contains("kc-1") ? FIRST : SECOND);
        }
        return new Reply(200, target.contains("/deployments") ? DEPLOYMENTS : PODS);
    }

    @Test
    void printsTheErrorsOfAllNamespaces() throws Exception {
        try (RequestSink api = RequestSink.start(LogsTest::answer)) {
            CommandRun run = run(api, "--all-namespaces", "--level=error", "--follow");

            assertThat(run.code()).isZero();
            assertThat(run.out().lines())
                    .containsExactlyInAnyOrder(
                            "2026-01-01T00:00:01.000Z error Kustomization/web.team-a - Reconciliation failed after 1s kustomize build failed",
                            "2026-01-01T00:00:02.000Z error  - lost the lease ",
                            "2026-01-01T00:00:03.000Z error HelmRelease/redis.flux-system - failed timeout");
        }
    }

    @Test
    void filtersByNamespaceKindAndName() throws Exception {
        try (RequestSink api = RequestSink.start(LogsTest::answer)) {
            assertThat(run(api, "--kind=kustomization").out())
                    .isEqualTo(
                            "2026-01-01T00:00:00.000Z info Kustomization/apps.flux-system - Reconciliation finished in 1s, next run in 10m \n");
            assertThat(run(api, "--name=redis", "--tail=5", "--since=90s").out())
                    .isEqualTo("2026-01-01T00:00:03.000Z error HelmRelease/redis.flux-system - failed timeout\n");
            assertThat(api.requests().stream().map(Request::target))
                    .anyMatch(target -> target.contains("tailLines=5") && target.contains("sinceSeconds=90"));
        }
    }

    @Test
    void refusesFlagsThatContradictEachOther() throws Exception {
        try (RequestSink api = RequestSink.start(request -> new Reply(200, "{\"items\": []}"))) {
            assertThat(run(api, "--since=1m", "--since-time=2026-01-01T00:00:00Z")
                            .err())
                    .isEqualTo("✗ at most one of `sinceTime` or `sinceDuration` may be specified\n");
            assertThat(run(api, "--level=warn").err())
                    .isEqualTo("✗ unsupported log level 'warn', must be one of: debug, info, error\n");
            assertThat(run(api, "--since-time=yesterday").err())
                    .isEqualTo("✗ yesterday is not a valid (RFC3339) time\n");
            assertThat(run(api).err()).isEqualTo("✗ no Flux pods found in namespace \"flux-system\"\n");
        }
    }

    private CommandRun run(RequestSink api, String... flags) throws Exception {
        Path kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                clusters:
                - name: stub
                  cluster: {server: "%s"}
                contexts:
                - name: stub
                  context: {cluster: stub, user: me}
                users:
                - name: me
                  user: {}
                current-context: stub
                """.formatted(api.url()));
        return CommandRun.run(
                Map.of("KUBECONFIG", kubeconfig.toString()),
                "",
                Stream.concat(Stream.of("logs"), Stream.of(flags)).toArray(String[]::new));
    }
}
