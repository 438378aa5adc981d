package io.fluxj.helm.corpus;

import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.helm.cli.HelmCommand;
import io.fluxj.helm.cli.Streams;
import io.fluxj.helm.manifest.ManifestSplit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every recorded run of {@code helm template}: what it prints, what it warns of, how it fails, byte for byte. */
class ChartRunsTest {

    @TestFactory
    Stream<DynamicNode> printsWhatHelmPrints() {
        List<Recording> runs = GoldenFolder.of(Path.of("src/test/resources/corpus")).folders("charts").stream()
                .flatMap(chart -> ChartRun.of(chart).stream())
                .toList();
        return GoldenTests.of(runs, recording -> verdict(new ChartRun(recording.source(), recording.document())));
    }

    private static Verdict verdict(ChartRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = HelmCommand.run(
                new Streams(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err)),
                run.arguments().toArray(String[]::new));
        String status = (code != 0) == run.fails() ? "" : "- fails: " + run.fails() + "\n+ exit code " + code + "\n";
        return Verdict.of(status
                + Diff.between(documents(run, run.expectedOutput()), documents(run, plain(out)))
                + Diff.between(sorted(run.expectedErrors()), sorted(withoutHints(run.anonymous(plain(err))))));
    }

    private static String plain(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** What is printed of a chart that fails comes in the order of a map of Go: in any. */
    private static String documents(ChartRun run, String text) {
        return run.fails()
                ? ManifestSplit.documents(text).stream()
                        .map(String::strip)
                        .sorted()
                        .collect(Collectors.joining("\n---\n"))
                : text;
    }

    /** Warnings and failures of schemas come in the order of a map of Go: in any. */
    private static String sorted(String text) {
        boolean unordered = text.contains("level=") || text.contains("\n- at '");
        return unordered ? text.lines().sorted().collect(Collectors.joining("\n")) : text;
    }

    /** Helm gives no advice. */
    private static String withoutHints(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("Hint: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
