package io.fluxj.kustomize.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.RealKustomize;
import io.fluxj.kustomize.Reorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some hundred random kustomizations: what holds for every build, and what kustomize 5.8.1 made of them. {@link Differential} says where a
 * seed differs, and records the summaries anew when the generator changes.
 */
class RandomKustomizationsTest {

    private static final Path RECORDED = Path.of("src/test/resources/random-kustomizations.txt");
    private static final int MORE = 400;

    @TempDir
    static Path folder = Path.of("");

    private static Map<Long, Outcome> built = Map.of();

    static List<String> recorded() throws IOException {
        return Files.readAllLines(RECORDED);
    }

    @BeforeAll
    static void buildAll() {
        built = LongStream.range(0, MORE).boxed().collect(Collectors.toMap(Function.identity(), seed -> build(seed)));
    }

    private static Outcome build(long seed) {
        try {
            RandomTree tree = RandomTree.of(seed);
            Path written = folder.resolve(String.valueOf(seed));
            tree.writeTo(written);
            return Outcome.ours(tree, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void comesToWhatKustomizeComesTo(String seedAndSummary) {
        String[] parts = seedAndSummary.split(" ", 2);
        assertThat(build(Long.parseLong(parts[0])).summary()).isEqualTo(parts[1]);
    }

    @Test
    void comesToTheSameInParallel() {
        Map<Long, Outcome> parallel = LongStream.range(0, MORE)
                .parallel()
                .boxed()
                .collect(Collectors.toConcurrentMap(Function.identity(), seed -> build(seed)));
        assertThat(parallel).isEqualTo(built);
    }

    @Test
    void namesThePlaceAndTheAdviceWhenItRefuses() throws IOException {
        int refused = 0;
        for (long seed = 0; seed < MORE; seed++) {
            BuildException failure = failure(seed);
            if (failure == null) {
                continue;
            }
            String message = "seed " + seed + ": " + failure.getMessage();
            assertThat(failure.kustomization()).as(message).isPresent();
            assertThat(failure.field()).as(message).isPresent();
            assertThat(failure.file()).as(message).isPresent();
            assertThat(failure.hint()).as(message).isPresent();
            refused++;
        }
        assertThat(refused).isGreaterThan(MORE / 10);
    }

    private static @Nullable BuildException failure(long seed) throws IOException {
        try {
            RandomTree tree = RandomTree.of(seed);
            Kustomize.build(DirectoryTree.of(folder.resolve(String.valueOf(seed))), RandomTree.ENTRY, tree.options());
            return null;
        } catch (BuildException e) {
            return e;
        }
    }

    @Test
    void changesNothingWhenItsOutputIsBuiltAgain() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        Files.writeString(again.resolve("kustomization.yaml"), "resources: [all.yaml]\n");
        int compared = 0;
        for (Map.Entry<Long, Outcome> entry : built.entrySet()) {
            String text = entry.getValue().text();
            if (entry.getValue().failed() || text.isEmpty() || text.contains("config.kubernetes.io/")) {
                continue; // refused, nothing left, or annotated with where it came from, which is of one build only
            }
            Files.writeString(again.resolve("all.yaml"), text);
            assertThat(Kustomize.build(
                                    DirectoryTree.of(again),
                                    "",
                                    BuildOptions.commandLine().withReorder(Reorder.NONE))
                            .toYaml())
                    .as("seed %s", entry.getKey())
                    .isEqualTo(text);
            compared++;
        }
        assertThat(compared).isGreaterThan(MORE / 2);
    }

    @Test
    @EnabledIf(value = "hasKustomize", disabledReason = "no real kustomize is named, see RealKustomize")
    void comesToWhatTheKustomizeOfThisMachineComesTo() throws IOException {
        RealKustomize kustomize = RealKustomize.named().orElseThrow();
        for (long seed = 0; seed < MORE; seed++) {
            RandomTree tree = RandomTree.of(seed);
            Outcome real =
                    kustomize.build(folder.resolve(String.valueOf(seed)).resolve(RandomTree.ENTRY), tree.reorder());
            assertThat(build(seed).agreesWith(real)).as("seed %s", seed).isTrue();
        }
    }

    static boolean hasKustomize() {
        return RealKustomize.named().isPresent();
    }
}
