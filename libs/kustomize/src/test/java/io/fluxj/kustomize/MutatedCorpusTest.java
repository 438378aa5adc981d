package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.golden.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The fuzz target: cases of the corpus with bytes changed, cut out, repeated and mixed. Whatever comes out, a build ends with a result or
 * with a {@link BuildException}. The test runs a fixed number of fixed mutations; {@link #main} goes on for as long as it is told.
 */
class MutatedCorpusTest {

    private static final int MOST_CHANGES = 4;
    private static final Limits LIMITS = new Limits(1 << 20, 4 << 20, 2_000, 100_000, 200, 200);
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
            ">+\n",
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
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d\ude00",
            "1e400",
            "-1",
            "$patch: delete",
            "null");

    private final List<Map<String, byte[]>> trees = new ArrayList<>();
    private final List<byte[]> texts = new ArrayList<>();
    private Mutation mutation;

    MutatedCorpusTest() {
        for (CorpusCase corpusCase : CorpusCase.all()) {
            Map<String, byte[]> tree = files(corpusCase.folder().resolve(corpusCase.entry()));
            trees.add(tree);
            texts.addAll(tree.values());
        }
        mutation = new Mutation(SNIPPETS, texts, 1);
    }

    /** Fuzzes for a number of seconds, from a seed: {@code SECONDS SEED}. Ends with the tree that breaks the rule, if one does. */
    public static void main(String[] arguments) {
        MutatedCorpusTest target = new MutatedCorpusTest();
        target.mutation = new Mutation(SNIPPETS, target.texts, Long.parseLong(arguments[1]));
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[0])));
        long builds = 0;
        while (Instant.now().isBefore(end)) {
            target.buildOne();
            builds++;
        }
        System.out.println(builds + " builds");
    }

    @Test
    @Timeout(120)
    void endsWithAResultOrAnExplanation() {
        for (int i = 0; i < 3_000; i++) {
            buildOne();
        }
    }

    private void buildOne() {
        Map<String, byte[]> tree = new TreeMap<>(trees.get(mutation.choice(trees.size())));
        List<String> paths = List.copyOf(tree.keySet());
        for (int i = mutation.choice(MOST_CHANGES); i >= 0 && !paths.isEmpty(); i--) {
            tree.computeIfPresent(paths.get(mutation.choice(paths.size())), (path, bytes) -> mutation.of(bytes));
        }
        try {
            Kustomize.build(Trees.ofBytes(tree), "", BuildOptions.commandLine().withLimits(LIMITS));
        } catch (BuildException e) {
            assertThat(e.what()).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("not explained: " + shown(tree), e);
        }
    }

    private static String shown(Map<String, byte[]> tree) {
        StringBuilder text = new StringBuilder();
        tree.forEach((path, bytes) ->
                text.append("\n=== ").append(path).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
