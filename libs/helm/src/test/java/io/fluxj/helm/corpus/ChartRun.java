package io.fluxj.helm.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.golden.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of {@code helm template} on a chart.
 *
 * @param folder of the case: {@code chart/}, other inputs, {@code out/}
 */
record ChartRun(Path folder, JsonNode run) {

    /** The runs of a case, as recordings of their own. */
    static List<Recording> of(Recording chart) {
        List<Recording> runs = new ArrayList<>();
        try {
            for (JsonNode run : new ObjectMapper()
                    .readTree(chart.source().resolve("runs.json").toFile())) {
                runs.add(new Recording(chart.id() + "/" + run.path("run").asText(), chart.source(), run));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return runs;
    }

    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("template", run.path("release").asText(), chart().toString()));
        List<String> given = new ArrayList<>();
        run.path("args").forEach(argument -> given.add(argument.asText().replace("{CASE}", folder.toString())));
        if (!given.contains("--namespace")) {
            arguments.add("-n=" + run.path("namespace").asText());
        }
        arguments.addAll(given);
        return arguments;
    }

    Path chart() {
        return folder.resolve("chart");
    }

    boolean fails() {
        return Files.exists(recording(".err"));
    }

    String expectedOutput() throws IOException {
        return fails() ? text(".partial.yaml") : text(".yaml");
    }

    String expectedErrors() throws IOException {
        return fails() ? text(".err") : text(".warn");
    }

    /** What a run said, with the places of this machine taken out of it. */
    String anonymous(String text) {
        return text.replace(chart().toString(), "{CHART}").replace(folder.toString(), "{CASE}");
    }

    Path recording(String suffix) {
        return folder.resolve("out").resolve(run.path("run").asText() + suffix);
    }

    /** Bytes as characters of their own, so that none is lost in a comparison. */
    private String text(String suffix) throws IOException {
        Path file = recording(suffix);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
