package io.fluxj.helm.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.golden.Mutation;
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
import io.fluxj.helm.render.Renderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The fuzz target of the chart loader, and of all that comes after it: packages of the corpus' charts, their files or the bytes of the archive changed. Whatever
 * comes out, it is rendered or refused with a message, within its budgets. The test runs a fixed number of fixed mutations; {@link #main} goes on for as long as it
 * is told.
 */
class MutatedChartsTest {
    private static final List<String> SNIPPETS = List.of(
            "&a ",
            "*a",
            "<<: ",
            "? ",
            "- ",
            ": ",
            "\t",
            "\r\n",
            "---\n",
            "|\n",
            "!!binary ",
            "{}",
            "[",
            "}",
            "\"",
            "'",
            "~",
            "..",
            "/",
            "\u0000",
            "\ufeff",
            "{{ ",
            "}}",
            "{{- end }}",
            "include \"a\" .",
            "tpl .Values.x .",
            "$ref",
            "http://",
            "global:",
            "null",
            "1e400",
            "import-values:",
            "alias: ",
            "condition: ",
            "tags: ",
            "**/",
            "!");
    private static final Path CORPUS = Path.of("src/test/resources/corpus/charts");
    private static final Limits RENDERING = new Limits(100_000, 200, 1 << 20, Duration.ofSeconds(10));
    private static final LoadLimits LOADING = new LoadLimits(1 << 20, 500, 5);
    private static final int MOST_CHANGES = 4;
    private static final int ARCHIVES = 5;

    private final List<Map<String, byte[]>> charts = new ArrayList<>();
    private Mutation mutation;
    private final Engine engine = new Engine(Sprig.standard(), ClusterLookup.NONE, RENDERING);

    MutatedChartsTest() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            for (Path folder : folders.map(each -> each.resolve("chart"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                charts.add(files(folder));
            }
        }
        mutation = mutation(1);
    }

    private Mutation mutation(long seed) {
        return new Mutation(
                SNIPPETS,
                charts.stream().flatMap(chart -> chart.values().stream()).toList(),
                seed);
    }

    /** Keys of RSA take the time of a thousand other templates. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                boolean slow =
                        new String(bytes, StandardCharsets.ISO_8859_1).matches("(?s).*gen(CA|Self|Signed|Priv).*");
                if (!slow) {
                    files.put("chart/" + folder.relativize(path), bytes);
                }
            }
        }
        return files;
    }

    /** Fuzzes for a number of seconds, from a seed: {@code SECONDS SEED}. Ends with the chart that breaks the rule, if one does. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        MutatedChartsTest target = new MutatedChartsTest();
        target.mutation = target.mutation(Long.parseLong(arguments[1]));
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[0])));
        long count = 0;
        while (Instant.now().isBefore(end)) {
            target.renderOne();
            count++;
        }
        System.out.println(count + " charts");
    }

    @Test
    @Timeout(120)
    void endWithAManifestOrAMessage() throws IOException {
        for (int i = 0; i < 1_500; i++) {
            renderOne();
        }
    }

    private void renderOne() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(charts.get(mutation.choice(charts.size())));
        boolean whole = mutation.choice(ARCHIVES) == 0;
        List<String> names = List.copyOf(files.keySet());
        for (int i = mutation.choice(MOST_CHANGES); i >= 0 && !whole && !names.isEmpty(); i--) {
            files.computeIfPresent(names.get(mutation.choice(names.size())), (name, bytes) -> mutation.of(bytes));
        }
        byte[] archive = archive(files);
        byte[] packed = packed(whole ? mutation.of(archive) : archive);
        try {
            Chart chart = new ChartLoader(LOADING, Notices.NONE).archive(new ByteArrayInputStream(packed));
            ValueReads.of(chart);
            render(chart);
        } catch (HelmException explained) {
            assertThat(explained.getMessage()).isNotBlank();
        } catch (UncheckedIOException cut) {
            assertThat(whole).as("an archive that cannot be read was changed").isTrue();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("not explained: " + shown(files), e);
        }
    }

    private void render(Chart chart) {
        new Renderer(engine, Notices.NONE)
                .render(new Renderer.Request(
                        chart,
                        new HashMap<>(),
                        new ReleaseIdentity("demo", "ns", 1, false),
                        Capabilities.standard(),
                        Renderer.Options.STANDARD));
    }

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(archive);
        }
        return bytes.toByteArray();
    }

    private static String shown(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((path, bytes) ->
                text.append("\n=== ").append(path).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
