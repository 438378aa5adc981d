package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.automation.message.CommitMessage;
import io.fluxj.automation.message.MessageException;
import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.update.ChangeSet;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which messages Flux was seen to commit with. */
class TemplatesGoldenTest {
    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicNode> writesWhatFluxWasSeenToWrite() throws Exception {
        GoldenFolder golden = RecordedPolicies.readable(GoldenFolder.of(RecordedPolicies.SHIPPED), work);
        JsonNode document = Yaml.read(golden.file("templates.yaml"));
        Setters setters = Setters.of("auto", RecordedPolicies.images(document.path("policies")));
        Map<String, ChangeSet> changes = new HashMap<>();
        try (FilesUnderTest files = FilesUnderTest.start(work)) {
            changes.put(
                    "", files.update("all", document.path("files"), "", setters).changes());
            changes.put(
                    "single",
                    files.update("single", document.path("filesSingle"), "", setters)
                            .changes());
        }
        return GoldenTests.of(golden.items("templates.yaml", "cases"), recording -> play(recording, changes));
    }

    private static Verdict play(Recording recording, Map<String, ChangeSet> changes) {
        JsonNode recorded = recording.document();
        String template = recorded.path("template").asText("");
        if (template.contains(".Updated")) {
            return new Verdict.Skipped("'.Updated' still works, see docs/differences.md");
        }
        CommitMessage.Subject subject = new CommitMessage.Subject(
                "auto",
                recorded.path("automationName").asText(),
                changes.getOrDefault(recorded.path("files").asText(""), new ChangeSet(Map.of())),
                Map.of());
        try {
            String message = new CommitMessage(
                            recorded.path("template").isNull() ? "" : template, values(recorded.path("values")))
                    .render(subject);
            return Verdict.of(Diff.between(recorded.path("message").asText("(a failure)"), message));
        } catch (MessageException failed) {
            String said = (failed.usesRemovedField() ? "" : "failed to update source: ") + failed.message();
            return Verdict.of(Diff.between(ready(recorded), said));
        }
    }

    private static Map<String, String> values(JsonNode values) {
        Map<String, String> all = new HashMap<>();
        values.properties()
                .forEach(value -> all.put(value.getKey(), value.getValue().asText()));
        return all;
    }

    private static String ready(JsonNode recorded) {
        for (JsonNode condition : recorded.path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("message").asText();
            }
        }
        return recorded.path("message").asText();
    }
}
