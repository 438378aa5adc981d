package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every recorded event at every recorded Provider: the same requests, or the same complaint. */
class ProviderGoldenTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/golden/notification"));
    private static final int AT_ONCE = 8;

    /** See docs/differences.md. */
    private static final Map<String, String> UNLIKE_FLUX = Map.of(
            "sentry/trace-severity",
            "Flux tells Sentry of a failure of its own client; events of this severity are never sent by controllers");

    @TestFactory
    Stream<DynamicNode> sendsWhatFluxSends() throws Exception {
        Identities identities = Identities.create("sinks");
        Map<String, ProviderStage> stages = new HashMap<>();
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName()).replace(".yaml", "");
            JsonNode config = Yaml.read(file);
            stages.put(name, new ProviderStage(config, FOLDER.file("events"), identities));
            config.path("cases")
                    .forEach(recorded -> recordings.add(
                            new Recording(name + "/" + recorded.path("event").asText(), file, recorded)));
        }
        return new GoldenTests()
                        .add(
                                "providers",
                                recordings,
                                recording -> UNLIKE_FLUX.containsKey(recording.id())
                                        ? new Verdict.Skipped(UNLIKE_FLUX.get(recording.id()))
                                        : Objects.requireNonNull(stages.get(recording
                                                        .id()
                                                        .substring(
                                                                0,
                                                                recording.id().indexOf('/'))))
                                                .play(recording),
                                AT_ONCE,
                                () -> {
                                    for (ProviderStage stage : stages.values()) {
                                        stage.close();
                                    }
                                })
                        .stream();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.file("providers"))) {
            return files.sorted().toList();
        }
    }
}
