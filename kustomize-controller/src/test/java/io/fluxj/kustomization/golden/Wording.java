package io.fluxj.kustomization.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of messages what differs from run to run, and puts into recorded ones what we say on purpose. */
final class Wording {

    private static final Pattern DURATION =
            Pattern.compile("(finished in|passed in|failed after) ([0-9.]+(ms|µs|ns|h|m|s))+");
    private static final Path DIFFERENCES = Path.of("src/test/resources/golden/wording.yaml");

    private final Map<String, String> ours = new LinkedHashMap<>();

    private final String git;

    /**
     * Reads what we say on purpose.
     *
     * @param git what {@code {git}} stands for
     */
    Wording(String git) {
        this.git = git;
        try {
            JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(DIFFERENCES.toFile());
            document.forEach(entry ->
                    ours.put(entry.path("flux").asText(), entry.path("ours").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String actual(String message) {
        return DURATION.matcher(message.replace(git, "{git}")).replaceAll("$1 <duration>");
    }

    String recorded(String message) {
        return ours.getOrDefault(message, message);
    }
}
