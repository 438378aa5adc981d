package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fluxj.automation.AutomationStage;
import io.fluxj.automation.setters.Setters;
import io.fluxj.golden.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What recordings say that policies chose. */
final class RecordedPolicies {
    static final Path SHIPPED = Path.of("src/test/resources/golden/image-automation");

    private RecordedPolicies() {}

    /** A copy in which texts are in quotes that the reader of the tests would take for numbers, such as {@code 1e3}. */
    static GoldenFolder readable(GoldenFolder golden, Path work) throws IOException {
        Path copy = Files.createDirectories(work.resolve("recorded"));
        try (Stream<Path> files = Files.list(golden.shipped())) {
            for (Path file : files.map(Path::getFileName).toList()) {
                String text = Files.readString(golden.file(file.toString()));
                Files.writeString(copy.resolve(file), text.replaceAll("(?m)(tag: )([0-9]+e[0-9]+)$", "$1'$2'"));
            }
        }
        return new GoldenFolder(copy, copy);
    }

    /** By name, without those that chose nothing. */
    static Map<String, Setters.Image> images(JsonNode policies) {
        Map<String, Setters.Image> images = new HashMap<>();
        policies.path("latestRefs").properties().forEach(policy -> {
            JsonNode ref = policy.getValue();
            if (ref.isObject()) {
                images.put(
                        policy.getKey(),
                        new Setters.Image(
                                ref.path("name").asText(),
                                ref.path("tag").asText(),
                                ref.path("digest").asText("")));
            }
        });
        return images;
    }

    /** Makes them in an API, in the namespaces of a run. */
    static void create(AutomationStage stage, Namespaces namespaces, JsonNode policies) {
        String own = namespaces.of(policies.path("namespace").asText());
        JsonNode labels = policies.path("labels");
        policies.path("latestRefs")
                .properties()
                .forEach(policy -> stage.policy(own, policy.getKey(), policy.getValue(), labels.path(policy.getKey())));
        policies.path("otherNamespaces").properties().forEach(other -> other.getValue()
                .properties()
                .forEach(policy -> stage.policy(
                        namespaces.of(other.getKey()),
                        policy.getKey(),
                        policy.getValue(),
                        JsonNodeFactory.instance.objectNode())));
    }
}
