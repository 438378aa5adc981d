package io.fluxj.reflector.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Player;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.golden.Comparison;
import io.fluxj.testkit.golden.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Plays cases of all three lists in one cluster. */
record ImagePlayer(ImageStage stage, Rules rules, Map<String, String> namespaces) implements Player {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Makes what policies refer to that no case makes. */
    static ImagePlayer of(ImageStage stage, GoldenFolder golden, Rules rules) {
        Map<String, String> namespaces = Map.of(
                "team-a",
                stage.cluster().anotherNamespace(),
                "team-b",
                stage.cluster().namespace());
        ImagePlayer player = new ImagePlayer(stage, rules, namespaces);
        JsonNode sets = Yaml.read(golden.file("cases.yaml")).path("tagSets");
        sets.properties().forEach(set -> player.repository(set.getKey(), "test/" + set.getKey(), false));
        player.repository("dup-tags", "dup/name", false);
        player.repository("suspended", "test/one", true);
        return player;
    }

    private void repository(String name, String path, boolean suspended) {
        ObjectNode spec = object();
        spec.put("image", stage.servers().registry().address() + "/" + path)
                .put("interval", "1h")
                .put("insecure", true)
                .put("suspend", suspended);
        // tags were kept by image, and the last scan of this one before policies chose was that of exc-partial
        if (name.equals("sig")) {
            spec.putArray("exclusionList").add("1\\.");
        }
        create("ImageRepository", own(), name, spec);
    }

    @Override
    public Verdict play(Recording recording) throws InterruptedException {
        JsonNode document = placed(recording.document());
        if (document.has("tags")) {
            return choice(recording.id(), document);
        }
        boolean isPolicy = document.path("spec").has("imageRepositoryRef");
        return isPolicy ? policy(recording.id(), document) : repository(recording.id(), document);
    }

    /** With addresses and namespaces of this run. */
    private JsonNode placed(JsonNode document) {
        String text = stage.places().fill(document).toString();
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            text = text.replaceAll("\\b" + namespace.getKey() + "\\b", namespace.getValue());
        }
        return Yaml.parse(text);
    }

    private Verdict choice(String id, JsonNode document) throws InterruptedException {
        ObjectNode spec = object();
        spec.putObject("imageRepositoryRef").put("name", document.path("tags").asText());
        spec.set("policy", document.path("policy"));
        if (document.path("filterTags").isObject()) {
            spec.set("filterTags", document.path("filterTags"));
        }
        JsonNode expected = document.path("expect");
        String refused = create("ImagePolicy", own(), id, spec);
        if (expected.has("rejectedByApiServer")) {
            return refusal(expected.path("rejectedByApiServer").asText(), refused);
        }
        if (expected.has("anyOf")) {
            return anyOf(id, expected.path("anyOf"));
        }
        return settled(() -> {
            JsonNode status = seen(ImagePolicy.class, id).path("status");
            String difference = difference(expected, outcome(status));
            return difference.isEmpty() ? eventDifference("ImagePolicy", id, status) : difference;
        });
    }

    /** What the list of choices records of a status. */
    private static ObjectNode outcome(JsonNode status) {
        ObjectNode outcome = object();
        JsonNode ready = condition(status, "Ready");
        if (ready.path("status").asText().equals("True")) {
            outcome.put("tag", status.at("/latestRef/tag").asText());
        }
        outcome.put("ready", ready.path("status").asText());
        outcome.put("reason", ready.path("reason").asText());
        outcome.put("message", ready.path("message").asText());
        JsonNode stalled = condition(status, "Stalled");
        if (!stalled.isMissingNode()) {
            outcome.put("stalled", stalled.path("reason").asText());
        }
        return outcome;
    }

    private Verdict anyOf(String id, JsonNode alternatives) throws InterruptedException {
        return settled(() -> {
            ObjectNode seen = outcome(seen(ImagePolicy.class, id).path("status"));
            for (JsonNode alternative : alternatives) {
                if (difference(alternative, seen).isEmpty()) {
                    return "";
                }
            }
            return difference(alternatives, seen);
        });
    }

    private static JsonNode condition(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return object().path("none");
    }

    private Verdict policy(String id, JsonNode document) throws InterruptedException {
        JsonNode repository = document.path("repository");
        if (repository.isObject()) {
            stage.servers().registry().tags(path(repository.path("spec")), List.of("latest"));
            create("ImageRepository", repository.path("namespace").asText(), id, repository.path("spec"));
        }
        String refused = create("ImagePolicy", own(), id, document.path("spec"));
        if (document.has("rejectedByApiServer")) {
            return refusal(document.path("rejectedByApiServer").asText(), refused);
        }
        return settled(() -> statusDifference(ImagePolicy.class, id, document.path("status")));
    }

    private Verdict repository(String id, JsonNode document) throws InterruptedException {
        if (document.has("registryTags")) {
            stage.servers()
                    .registry()
                    .tags(path(document.path("spec")), ImageStage.texts(document.path("registryTags")));
        }
        String refused = create("ImageRepository", own(), id, document.path("spec"));
        if (document.has("rejectedByApiServer")) {
            return refusal(document.path("rejectedByApiServer").asText(), refused);
        }
        document.path("policies")
                .properties()
                .forEach(policy -> create(
                        "ImagePolicy", own(), policy.getKey(), policy.getValue().path("spec")));
        return settled(() -> {
            String difference = statusDifference(ImageRepository.class, id, document.path("status"));
            for (Map.Entry<String, JsonNode> policy : document.path("policies").properties()) {
                difference += statusDifference(
                        ImagePolicy.class, policy.getKey(), policy.getValue().path("status"));
            }
            for (JsonNode event : document.path("kubernetesEvents")) {
                difference += eventDifference("ImageRepository", id, event.deepCopy());
            }
            return difference;
        });
    }

    private static String path(JsonNode spec) {
        String image = spec.path("image").asText();
        return image.substring(image.indexOf('/') + 1);
    }

    private String statusDifference(Class<? extends CustomResource<?, ?>> kind, String id, JsonNode recorded) {
        return difference(wrapped(recorded), wrapped(seen(kind, id).path("status")));
    }

    private static ObjectNode wrapped(JsonNode status) {
        ObjectNode object = object();
        object.set("status", status.isMissingNode() ? object() : status);
        return object;
    }

    private String difference(JsonNode recorded, JsonNode seen) {
        return new Comparison(rules).difference(recorded, seen);
    }

    /** Of the event that tells of a status. */
    private String eventDifference(String kind, String id, JsonNode status) {
        JsonNode ready = condition(status, "Ready");
        ObjectNode event = object();
        event.put("type", ready.path("status").asText().equals("True") ? "Normal" : "Warning");
        event.set("reason", ready.path("reason"));
        event.set("message", ready.path("message"));
        return eventDifference(kind, id, event);
    }

    private String eventDifference(String kind, String id, ObjectNode recorded) {
        ArrayNode told = object().putArray("events");
        List<Event> events = stage.followed().events(kind, own(), id);
        for (Event event : events) {
            ObjectNode seen = object();
            seen.put("type", event.getType()).put("reason", event.getReason()).put("message", event.getMessage());
            if (difference(recorded, seen).isEmpty()) {
                return "";
            }
            told.add(seen);
        }
        return difference(recorded, told);
    }

    private JsonNode seen(Class<? extends CustomResource<?, ?>> kind, String id) {
        return stage.followed().object(kind, own(), id);
    }

    private String own() {
        return stage.cluster().namespace();
    }

    private Verdict settled(Supplier<String> difference) throws InterruptedException {
        return Verdict.of(stage.followed().await(difference, PATIENCE));
    }

    private static Verdict refusal(String recorded, String seen) {
        return Verdict.of(seen.contains(recorded) ? "" : "- " + recorded + "\n+ " + seen + "\n");
    }

    /** What the API said against it, empty when it took it. */
    private String create(String kind, String namespace, String name, JsonNode spec) {
        ObjectNode object = object();
        object.put("apiVersion", "image.toolkit.fluxcd.io/v1").put("kind", kind);
        object.putObject("metadata").put("name", name).put("namespace", namespace);
        object.set("spec", spec);
        try {
            stage.cluster().client().resource(object.toString()).create();
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static ObjectNode object() {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }
}
