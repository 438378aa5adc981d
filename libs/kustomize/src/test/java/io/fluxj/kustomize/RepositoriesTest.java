package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Repositories of the shapes that people keep (a Flux fleet, a kubebuilder project, a platform with overlays and components, a machine
 * learning stack with variables, dashboards and rules): what the kustomize command line 5.8.1 printed for their folders, in both orders and
 * without load restrictions.
 */
class RepositoriesTest {

    private static final Path ROOT = Path.of("src/test/resources/repositories");

    /** A recorded output, {@code REPOSITORY/expected/FOLDER_BELOW_files.ORDER.yaml}. */
    record Recorded(Path repository, String folder, Reorder order, Path output) {

        static Recorded of(Path repository, Path output) {
            String name = String.valueOf(output.getFileName());
            Reorder order = name.endsWith(".none.yaml") ? Reorder.NONE : Reorder.LEGACY;
            String folder = name.substring(0, name.indexOf('.')).replace('_', '/');
            return new Recorded(repository, folder, order, output);
        }

        BuildResult build() throws IOException {
            BuildOptions options = BuildOptions.commandLine()
                    .withLoadRestrictions(LoadRestrictions.NONE)
                    .withReorder(order);
            return Kustomize.build(DirectoryTree.of(repository.resolve("files")), folder, options);
        }

        @Override
        public String toString() {
            return repository.getFileName() + "/" + folder + " in order " + order;
        }
    }

    static List<Recorded> recorded() {
        return paths(ROOT).stream()
                .flatMap(repository ->
                        paths(repository.resolve("expected")).stream().map(output -> Recorded.of(repository, output)))
                .toList();
    }

    /** Annotations that say where an object comes from are of the build that was asked for them, and of no later one. */
    static List<Recorded> withoutOrigins() {
        return recorded().stream()
                .filter(recorded -> !CorpusCase.read(recorded.output()).contains("config.kubernetes.io/origin"))
                .toList();
    }

    private static List<Path> paths(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void printsWhatKustomizePrints(Recorded recorded) throws IOException {
        BuildResult result = recorded.build();
        assertThat(result.toYaml()).isEqualTo(Files.readString(recorded.output()));
    }

    @ParameterizedTest
    @MethodSource("withoutOrigins")
    void changesNothingWhenItsOutputIsBuiltAgain(Recorded recorded) throws IOException {
        String first = recorded.build().toYaml();
        BuildResult again = Kustomize.build(
                Trees.of("kustomization.yaml", "resources: [all.yaml]", "all.yaml", first),
                "",
                BuildOptions.commandLine().withReorder(Reorder.NONE));
        assertThat(again.toYaml()).isEqualTo(first);
    }
}
