package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.golden.Yaml;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A repository of the stage's server with the files {@code app.yaml} and {@code team/app.yaml}, in both an image that the policy {@code web} chooses, its
 * GitRepository, and the automations upon it, all in the cluster's namespace.
 *
 * @param name of the repository, which may have a slash, and of its GitRepository
 */
public record Fleet(AutomationStage stage, String name) {
    /** An automation of {@code main}; {@code {repository}} stands for the name of its GitRepository. */
    public static final String SPEC = """
            interval: 1h
            sourceRef: {kind: GitRepository, name: "{repository}"}
            git:
              commit:
                author: {name: Flux Bot, email: fluxbot@example.com}
                messageTemplate: "set {{ range .Changed.Changes }}{{ .NewValue }}{{ end }}"
            update: {path: ./, strategy: Setters}
            """;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Makes the repository, its GitRepository, and the policy if there is none yet. */
    public static Fleet begin(AutomationStage stage, String name) throws IOException {
        Fleet fleet = new Fleet(stage, name);
        fleet.begin("url: " + stage.git().url() + "/" + name + ".git\n");
        return fleet;
    }

    /** As {@link #begin(AutomationStage, String)}, with an address and a Secret of one's own. */
    public void begin(String source) throws IOException {
        fill();
        create(
                "source.toolkit.fluxcd.io/v1",
                "GitRepository",
                source(),
                "interval: 1h\nref: {branch: main}\n" + source);
        if (stage.object("ImagePolicy", namespace(), "web").get() == null) {
            stage.policy(namespace(), "web", NODES.nullNode(), NODES.objectNode());
            choose("2.0.0");
        }
    }

    /** Its GitRepository's name. */
    private String source() {
        return name.replace('/', '-');
    }

    private void fill() throws IOException {
        ObjectNode files = NODES.objectNode();
        files.put("app.yaml", file("1.0.0")).put("team/app.yaml", file("1.0.0"));
        try (BareRepository repository = BareRepository.create(stage.git().repository(name))) {
            ObjectId _ = repository.commit("refs/heads/main", files, "Initial");
        }
    }

    /** What {@code app.yaml} is with a tag. */
    public String file(String tag) {
        return "image: ghcr.io/acme/web:" + tag + " # {\"$imagepolicy\": \"" + namespace() + ":web\"}\n";
    }

    public String namespace() {
        return stage.cluster().namespace();
    }

    public void choose(String tag) {
        stage.choose(
                namespace(),
                "web",
                NODES.objectNode().put("name", "ghcr.io/acme/web").put("tag", tag));
    }

    /** An automation like {@link #SPEC}. */
    public void automate(String automation, String spec) {
        create("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", automation, spec);
    }

    public void create(String version, String kind, String object, String spec) {
        JsonNode parsed = Yaml.parse(spec.replace("{repository}", source()));
        assertThat(stage.create(version, kind, namespace(), object, parsed, NODES.objectNode()))
                .isEmpty();
    }

    public void change(String automation, String patch) {
        var _ = stage.object("ImageUpdateAutomation", namespace(), automation)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** {@code STATUS REASON MESSAGE} of Ready. */
    public String ready(String automation) {
        for (JsonNode condition : stage.status(namespace(), automation).path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText() + " "
                        + condition.path("reason").asText() + " "
                        + condition.path("message").asText();
            }
        }
        return "";
    }

    public void awaitReady(String automation, String begins) {
        Awaitility.await(automation).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ready(automation))
                .startsWith(begins));
    }

    /**
     * The automation pushed and is Ready. Ready alone does not tell: an automation that is seen before the policy finds nothing to do, is Ready, and is woken
     * by the policy.
     */
    public void awaitPush(String automation) {
        Awaitility.await(automation).atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(stage.status(namespace(), automation)
                            .path("lastPushCommit")
                            .asText())
                    .as(() -> ready(automation))
                    .isNotEmpty();
            assertThat(ready(automation)).startsWith("True Succeeded");
        });
    }

    public void awaitFiles(String branch, Map<String, String> files) {
        Awaitility.await(branch).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(files(branch))
                .isEqualTo(files));
    }

    /** What was told of an automation, {@code TYPE REASON MESSAGE}. */
    public List<String> told(String automation) {
        List<String> told = new ArrayList<>();
        for (Event event : stage.events(namespace(), automation)) {
            told.add(event.getType() + " " + event.getReason() + " " + event.getMessage());
        }
        return told;
    }

    /** Events go out beside the passes. */
    public void awaitTold(String automation, String event) {
        Awaitility.await(event).atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told(automation))
                .contains(event));
    }

    /** First lines of the messages, the newest first; none while there is no such branch. */
    public List<String> log(String branch) throws IOException {
        List<String> log = new ArrayList<>();
        try (BareRepository repository = BareRepository.open(stage.git().repository(name))) {
            ObjectId head = repository.refs().get("refs/heads/" + branch);
            if (head != null) {
                for (ObjectId id : repository.history(head)) {
                    log.add(repository.commit(id).getShortMessage());
                }
            }
        }
        return log;
    }

    public Map<String, String> files(String branch) throws IOException {
        try (BareRepository repository = BareRepository.open(stage.git().repository(name))) {
            return repository.files(Objects.requireNonNull(repository.refs().get("refs/heads/" + branch), branch));
        }
    }

    /** Somebody else commits another file. */
    public void commitOther(String branch, String message) throws IOException {
        try (BareRepository repository = BareRepository.open(stage.git().repository(name))) {
            ObjectId head = Objects.requireNonNull(repository.refs().get("refs/heads/" + branch), branch);
            ObjectNode files = NODES.objectNode();
            repository.files(head).forEach(files::put);
            files.put(message + ".txt", message);
            ObjectId _ = repository.commit("refs/heads/" + branch, files, message, head);
        }
    }
}
