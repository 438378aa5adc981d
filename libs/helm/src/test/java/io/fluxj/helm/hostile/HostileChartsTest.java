package io.fluxj.helm.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.hint.ValueReads;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.ClusterLookup;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that would fill the memory, run for ever or read what is not theirs. */
class HostileChartsTest {
    private static final Limits SMALL = new Limits(200_000, 500, 1 << 20, Duration.ofSeconds(30));
    private static final LoadLimits FEW = new LoadLimits(1 << 16, 20, 3);

    @TempDir
    Path folder = Path.of("");

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Rendered rendered(Map<String, String> files) throws IOException {
        file("Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            file(file.getKey(), file.getValue());
        }
        Chart chart = new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder);
        return new Renderer(new Engine(Sprig.standard(), ClusterLookup.NONE, SMALL), Notices.NONE)
                .render(new Renderer.Request(
                        chart,
                        new HashMap<>(),
                        new ReleaseIdentity("demo", "ns", 1, false),
                        Capabilities.standard(),
                        Renderer.Options.STANDARD));
    }

    private void refuses(String template, String message) {
        assertThatThrownBy(() -> rendered(Map.of("templates/a.yaml", template)))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining(message);
    }

    @Test
    void endsLoopsAndNamesTheFlag() {
        refuses("{{ range 1000000000 }}{{ end }}", "templates did more than 200000 steps (--max-steps)");
    }

    @Test
    void endsTextWithoutEnd() {
        refuses("{{ repeat 1000000000 \"x\" }}", "characters of text (--max-output)");
    }

    @Test
    void endsTemplatesThatIncludeThemselves() {
        refuses("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}", "(--max-depth)");
    }

    @Test
    void endsTplOfItself() {
        refuses("{{ define \"t\" }}{{ tpl \"{{ include \\\"t\\\" . }}\" . }}{{ end }}{{ include \"t\" . }}", "(--max-");
    }

    @Test
    void asksNeitherTheEnvironmentNorTheNetwork() throws IOException {
        refuses("{{ env \"HOME\" }}", "function \"env\" not defined");
        assertThat(rendered(Map.of("templates/a.yaml", "a: {{ getHostByName \"example.com\" | quote }}"))
                        .manifest())
                .endsWith("a: \"\"\n");
    }

    @Test
    void readsNoSchemaFromElsewhere() {
        assertThatThrownBy(() -> rendered(Map.of(
                        "templates/a.yaml",
                        "a: 1",
                        "values.schema.json",
                        "{\"$ref\": \"https://example.com/s.json\"}")))
                .hasMessageContaining(
                        "failing loading \"https://example.com/s.json\": schemas outside of the chart are not read");
        assertThatThrownBy(() -> rendered(Map.of("values.schema.json", "{\"$ref\": \"file:///etc/hostname\"}")))
                .hasMessageContaining("schemas outside of the chart are not read");
    }

    @Test
    void refusesSchemasThatAreNestedWithoutEnd() {
        String deep = "{\"not\":".repeat(300) + "{}" + "}".repeat(300);
        assertThatThrownBy(() -> rendered(Map.of("values.schema.json", deep)))
                .hasMessageContaining("schema is nested deeper than 200");
    }

    @Test
    void refusesValuesThatAreNestedWithoutEnd() {
        assertThatThrownBy(() -> rendered(Map.of("values.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000))))
                .isInstanceOf(HelmException.class);
    }

    @Test
    void refusesMoreFilesOrBytesThanAllowedAndNamesTheFlag() throws IOException {
        file("Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n");
        for (int i = 0; i < 25; i++) {
            file("data/" + i, "x");
        }
        assertThatThrownBy(() -> new ChartLoader(FEW, Notices.NONE).load(folder))
                .hasMessageContaining("--max-chart-files");
        file("data/0", "x".repeat(1 << 17));
        assertThatThrownBy(() -> new ChartLoader(FEW, Notices.NONE).load(folder))
                .hasMessageContaining("--max-chart-size");
    }

    @Test
    void refusesChartsInChartsWithoutEnd() throws IOException {
        for (String path = ""; path.length() < 60; path += "charts/in/") {
            file(path + "Chart.yaml", "apiVersion: v2\nname: in\nversion: 1.0.0\n");
        }
        assertThatThrownBy(() -> new ChartLoader(FEW, Notices.NONE).load(folder))
                .hasMessageContaining("--max-chart-depth");
    }

    @Test
    void readsNothingOutsideOfTheChart() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), "secret");
        file("Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n");
        Files.createSymbolicLink(folder.resolve("values.yaml"), secret);
        assertThatThrownBy(() -> new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder))
                .hasMessage("symbolic link values.yaml leads out of the chart");
        Files.delete(secret);
    }

    @Property(tries = 300)
    void answersEveryArchiveWithAMessage(@ForAll @Size(max = 600) byte[] bytes) {
        byte[] archive = bytes.clone();
        if (archive.length > 1) {
            archive[0] = 0x1F;
            archive[1] = (byte) 0x8B;
        }
        assertThatThrownBy(() -> new ChartLoader(FEW, Notices.NONE).archive(new ByteArrayInputStream(archive)))
                .isInstanceOf(HelmException.class);
    }

    @Test
    void templatesThatCallEachOtherInManyWaysCannotBeTold() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("{{ define \"t%d\" }}{{ template \"t%d\" .a }}{{ template \"t%d\" .b }}{{ end }}"
                    .formatted(i, i + 1, i + 1));
        }
        file("Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n");
        file("templates/a.yaml", text + "{{ template \"t0\" .Values }}");
        Chart chart = new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder);

        assertThat(ValueReads.of(chart)).isEmpty();
    }
}
