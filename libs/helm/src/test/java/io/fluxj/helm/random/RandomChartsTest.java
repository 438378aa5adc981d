package io.fluxj.helm.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.helm.cli.HelmCommand;
import io.fluxj.helm.cli.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some hundred random charts: what helm 4.3.1 printed and said of them, recorded as digests. {@code -Dhelm.binary=FILE} compares with a helm of this machine,
 * which shows where a seed differs.
 */
class RandomChartsTest {
    private static final Path RECORDED = Path.of("src/test/resources/random-charts.txt");

    @TempDir
    static Path folder = Path.of("");

    static List<String> recorded() throws IOException {
        return Files.readAllLines(RECORDED);
    }

    private static List<Long> seeds() throws IOException {
        return recorded().stream()
                .map(line -> Long.parseLong(line.split(" ", 2)[0]))
                .toList();
    }

    private static Path written(long seed) {
        Path chart = folder.resolve(String.valueOf(seed));
        try {
            RandomChart.of(seed).writeTo(chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chart;
    }

    /** What a run came to. */
    private record Run(long seed, int code, String out, String err) {
        String summary() {
            String place = folder.resolve(String.valueOf(seed)).toString();
            return Summary.of(code, out, err.replace(place, "{CASE}"));
        }
    }

    private static Run ours(long seed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = HelmCommand.run(
                new Streams(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err)),
                RandomChart.of(seed).arguments(written(seed)).toArray(String[]::new));
        return new Run(seed, code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void comesToWhatHelmComesTo(String seedAndSummary) {
        String[] parts = seedAndSummary.split(" ", 2);
        assertThat(ours(Long.parseLong(parts[0])).summary()).isEqualTo(parts[1]);
    }

    @Test
    void comesToTheSameInParallel() throws IOException {
        Map<Long, String> parallel = seeds().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        seed -> seed, seed -> ours(seed).summary()));
        recorded().forEach(line -> assertThat(parallel)
                .containsEntry(Long.parseLong(line.split(" ", 2)[0]), line.split(" ", 2)[1]));
    }

    @Test
    @EnabledIfSystemProperty(named = "helm.binary", matches = ".+")
    void comesToWhatTheHelmOfThisMachineComesTo() throws IOException, InterruptedException {
        for (long seed : seeds()) {
            Run run = ours(seed);
            Run real = real(seed);
            assertThat(run.out()).as("output of seed %s", seed).isEqualTo(real.out());
            assertThat(run.summary()).as("seed %s: %s", seed, real.err()).isEqualTo(real.summary());
        }
    }

    private static Run real(long seed) throws IOException, InterruptedException {
        Path chart = written(seed);
        List<String> command = new java.util.ArrayList<>(List.of(System.getProperty("helm.binary")));
        command.addAll(RandomChart.of(seed).arguments(chart));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("seed %s ends", seed)
                .isTrue();
        return new Run(seed, process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
