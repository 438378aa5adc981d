package io.fluxj.helm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseInfo;
import io.fluxj.helm.release.ReleaseJson;
import io.fluxj.helm.release.ReleaseKey;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code helm install --dry-run=client -o json} said of the same charts: hooks, notes, manifest, config. */
class InstallRecordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-21T01:59:06Z");

    /** The flags of a run. */
    @Command
    private static final class Flags {
        @Mixin
        private ValueFlags values = new ValueFlags();

        @Mixin
        private RenderFlags render = new RenderFlags();
    }

    @TestFactory
    Stream<DynamicNode> areTheReleasesThatHelmMakes() {
        List<Recording> runs = GoldenFolder.of(Path.of("src/test/resources/corpus")).folders("charts").stream()
                .flatMap(InstallRecordsTest::runs)
                .toList();
        return GoldenTests.of(runs, InstallRecordsTest::verdict);
    }

    private static Stream<Recording> runs(Recording chart) {
        List<Recording> runs = new ArrayList<>();
        try {
            for (JsonNode run :
                    JSON.readTree(chart.source().resolve("runs.json").toFile())) {
                if (Files.exists(recorded(chart.source(), run))) {
                    runs.add(new Recording(chart.id() + "/" + run.path("run").asText(), chart.source(), run));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return runs.stream();
    }

    private static Path recorded(Path folder, JsonNode run) {
        return folder.resolve("out").resolve(run.path("run").asText() + ".install.json");
    }

    private static Verdict verdict(Recording recording) throws IOException {
        Path folder = recording.source();
        Flags flags = new Flags();
        new CommandLine(flags).parseArgs(arguments(folder, recording.document()));
        String expected =
                pretty(JSON.readTree(recorded(folder, recording.document()).toFile()));
        return Verdict.of(Diff.between(
                expected,
                pretty(normal(JSON.readTree(ReleaseJson.encoded(release(folder, recording.document(), flags)))))));
    }

    private static String[] arguments(Path folder, JsonNode run) {
        List<String> arguments = new ArrayList<>();
        run.path("args").forEach(argument -> arguments.add(argument.asText().replace("{CASE}", folder.toString())));
        arguments.removeAll(List.of("--include-crds", "--no-hooks"));
        if (!arguments.contains("--namespace")) {
            arguments.add("--namespace=" + run.path("namespace").asText());
        }
        return arguments.toArray(String[]::new);
    }

    private static Release release(Path folder, JsonNode run, Flags flags) {
        Map<String, @Nullable Object> values = flags.values.values(new Streams(
                InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err));
        ReleaseIdentity release = flags.render.release(run.path("release").asText());
        Rendered rendered = new Renderer(Engine.offline(), Notices.NONE)
                .render(new Renderer.Request(
                        new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder.resolve("chart")),
                        values,
                        release,
                        flags.render.capabilities(),
                        flags.render.options()));
        ReleaseInfo info = new ReleaseInfo(
                TIME, TIME, null, "Dry run complete", ReleaseStatus.PENDING_INSTALL, 0, rendered.notes());
        return Release.of(rendered, new ReleaseKey(release.name(), release.namespace(), 1), values, info);
    }

    /** As the recordings are cut. */
    private static JsonNode normal(JsonNode release) {
        ObjectNode info = (ObjectNode) release.path("info");
        List.of("first_deployed", "last_deployed").forEach(time -> info.put(time, "<time>"));
        ObjectNode chart = JSON.createObjectNode();
        chart.set("metadata", release.at("/chart/metadata"));
        TreeSet<String> keys = new TreeSet<>();
        release.path("chart").fieldNames().forEachRemaining(keys::add);
        keys.forEach(chart.withArray("keys")::add);
        ((ObjectNode) release).set("chart", chart);
        return release;
    }

    private static String pretty(JsonNode node) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
