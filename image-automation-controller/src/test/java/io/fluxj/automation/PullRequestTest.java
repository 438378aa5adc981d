package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.automation.request.FakeHost;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;

/** The one pull request of an automation, at a host that keeps requests as GitHub's API does. */
class PullRequestTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TempDir
    Path work;

    @ClusterTest
    void oneRequestIsOpenedUpdatedAndClosed(KubeCluster cluster) throws Exception {
        Requests requests = new Requests();
        try (FakeHost host = FakeHost.start(requests::answer);
                AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "team/fleet");
            stage.secret(fleet.namespace(), "token", Map.of("token", "tok-98765"));
            fleet.automate("apps", spec(host, "branch: images"));

            fleet.awaitPush("apps");
            assertThat(fleet.log("main")).containsExactly("Initial");
            assertThat(fleet.log("images")).containsExactly("set ghcr.io/acme/web:2.0.0", "Initial");
            assertThat(requests.shown()).isEqualTo("1 open images->main set ghcr.io/acme/web:2.0.0");
            assertThat(stage.status(fleet.namespace(), "apps")
                            .path("pullRequest")
                            .asText())
                    .isEqualTo("https://github.test/pull/1");
            fleet.awaitTold("apps", "Normal PullRequestOpened opened pull request https://github.test/pull/1");

            fleet.commitOther("main", "theirs");
            fleet.choose("2.1.0");
            Awaitility.await().untilAsserted(() -> assertThat(requests.shown())
                    .isEqualTo("1 open images->main set ghcr.io/acme/web:2.1.0"));
            assertThat(fleet.log("images")).containsExactly("set ghcr.io/acme/web:2.1.0", "theirs", "Initial");

            merge(fleet);
            request(fleet, "merged");
            Awaitility.await().untilAsserted(() -> assertThat(requests.shown())
                    .isEqualTo("1 closed images->main set ghcr.io/acme/web:2.1.0"));
            fleet.awaitPush("apps");
            Awaitility.await().untilAsserted(() -> assertThat(
                            stage.status(fleet.namespace(), "apps").has("pullRequest"))
                    .isFalse());
            assertThat(host.asked()).extracting(FakeHost.Asked::token).containsOnly("Bearer tok-98765");
        }
    }

    /** An approval is for the commit that was looked at. */
    @ClusterTest
    void aRequestWithNothingNewIsLeftAlone(KubeCluster cluster) throws Exception {
        Requests requests = new Requests();
        try (FakeHost host = FakeHost.start(requests::answer);
                AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "team/fleet");
            stage.secret(fleet.namespace(), "token", Map.of("token", "tok-98765"));
            fleet.automate("apps", spec(host, "branch: images"));
            fleet.awaitPush("apps");
            requests.rename("somebody's own title");
            int pushes = stage.git().pushes("fleet").size();

            request(fleet, "again");

            Awaitility.await().untilAsserted(() -> assertThat(stage.status(fleet.namespace(), "apps")
                            .path("lastHandledReconcileAt")
                            .asText())
                    .isEqualTo("again"));
            fleet.awaitPush("apps");
            assertThat(requests.shown()).isEqualTo("1 open images->main somebody's own title");
            assertThat(stage.git().pushes("fleet")).hasSize(pushes);
        }
    }

    @ClusterTest
    void whatIsMissingIsSaid(KubeCluster cluster) throws Exception {
        try (FakeHost host = FakeHost.start(_ -> new FakeHost.Answer(403, "{\"message\":\"tok-98765 is too weak\"}"));
                AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "team/fleet");
            fleet.automate("nosecret", spec(host, "branch: one"));
            fleet.awaitReady(
                    "nosecret",
                    "False PullRequestFailed failed to keep the pull request: failed to get the token's secret '"
                            + fleet.namespace() + "/token': secrets \"token\" not found");
            fleet.automate("nobranch", spec(host, "options: {}"));
            fleet.awaitReady(
                    "nobranch",
                    "False InvalidSourceConfiguration spec.git.push.pullRequest cannot be followed: spec.git.push.branch"
                            + " must name another branch than 'main', which the request is to be merged into");
            stage.secret(fleet.namespace(), "token", Map.of("token", "tok-98765"));
            fleet.automate("refused", spec(host, "branch: two"));
            fleet.awaitReady("refused", "False PullRequestFailed failed to keep the pull request: GET ");
            assertThat(fleet.ready("refused"))
                    .contains(": 403 Forbidden: {\"message\":\"")
                    .doesNotContain("tok-98765");
        }
    }

    private static String spec(FakeHost host, String push) {
        return Fleet.SPEC.replace(
                "update:",
                "  push:\n    " + push + "\n    pullRequest: {provider: github, address: \"" + host.url()
                        + "\", secretRef: {name: token}}\nupdate:");
    }

    /** Somebody takes the request over into main, as one commit. */
    private static void merge(Fleet fleet) throws IOException {
        try (BareRepository repository = BareRepository.open(fleet.stage().git().repository(fleet.name()))) {
            Map<String, ObjectId> refs = repository.refs();
            ObjectNode files = NODES.objectNode();
            repository
                    .files(Objects.requireNonNull(refs.get("refs/heads/images")))
                    .forEach(files::put);
            ObjectId _ = repository.commit(
                    "refs/heads/main", files, "merged", Objects.requireNonNull(refs.get("refs/heads/main")));
        }
    }

    private static void request(Fleet fleet, String token) {
        fleet.change(
                "apps", "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
    }

    /** What GitHub keeps. Source: GitHub, REST API, "Pull requests". */
    private static final class Requests {
        private final Map<Integer, ObjectNode> all = new TreeMap<>();

        synchronized FakeHost.Answer answer(FakeHost.Asked asked) {
            String target = asked.target();
            if (!target.startsWith("/repos/team/fleet/pulls")) {
                return new FakeHost.Answer(404, "{\"message\":\"Not Found\"}");
            }
            return switch (asked.method()) {
                case "GET" -> new FakeHost.Answer(200, open(target).toString());
                case "POST" -> {
                    ObjectNode request = Yaml.parse(asked.body()).deepCopy();
                    request.put("number", all.size() + 1).put("state", "open");
                    request.put("html_url", "https://github.test/pull/" + (all.size() + 1));
                    all.put(all.size() + 1, request);
                    yield new FakeHost.Answer(201, request.toString());
                }
                case "PATCH" -> {
                    ObjectNode request =
                            Objects.requireNonNull(all.get(Integer.parseInt(target.replaceFirst(".*/", ""))));
                    Yaml.parse(asked.body())
                            .properties()
                            .forEach(field -> request.set(field.getKey(), field.getValue()));
                    yield new FakeHost.Answer(200, request.toString());
                }
                default -> new FakeHost.Answer(405, "");
            };
        }

        private ArrayNode open(String target) {
            ArrayNode open = NODES.arrayNode();
            all.values().stream()
                    .filter(request -> request.path("state").asText().equals("open"))
                    .filter(request -> target.contains(
                            "head=team%3A" + request.path("head").asText() + "&base="
                                    + request.path("base").asText()))
                    .forEach(open::add);
            return open;
        }

        synchronized void rename(String title) {
            all.values().forEach(request -> request.put("title", title));
        }

        synchronized String shown() {
            StringBuilder shown = new StringBuilder();
            all.forEach((number, request) ->
                    shown.append(number + " " + request.path("state").asText() + " "
                            + request.path("head").asText() + "->"
                            + request.path("base").asText() + " "
                            + request.path("title").asText()));
            return shown.toString();
        }
    }
}
