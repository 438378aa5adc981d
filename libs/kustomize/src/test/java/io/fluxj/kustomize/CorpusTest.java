package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of the corpus: the same bytes, or a failure where the real one fails. Cases that are known not to pass yet stand in {@code
 * corpus-not-yet.txt}; a case that passes must not stand there.
 */
class CorpusTest {

    private static final List<String> NOT_YET = CorpusCase.read(CorpusCase.CORPUS.resolveSibling("corpus-not-yet.txt"))
            .lines()
            .toList();

    static Stream<CorpusCase> passing() {
        return CorpusCase.all().stream().filter(c -> !NOT_YET.contains(c.toString()));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void buildsWhatKustomizeBuilds(CorpusCase corpusCase) {
        if (corpusCase.fails()) {
            assertThatThrownBy(corpusCase::build).isInstanceOfSatisfying(BuildException.class, e -> assertThat(e.what())
                    .isNotBlank());
            return;
        }
        BuildResult result = corpusCase.build();
        assertThat(result.toYaml().lines())
                .containsExactlyElementsOf(corpusCase.expected().lines().toList());
        assertThat(result.toYaml()).isEqualTo(corpusCase.expected());
        assertThat(result.warnings()).containsAll(corpusCase.expectedWarnings());
    }

    @Test
    void listsOnlyCasesThatDoNotPass() {
        List<String> passingAfterAll = CorpusCase.all().stream()
                .filter(c -> NOT_YET.contains(c.toString()))
                .filter(CorpusTest::passes)
                .map(CorpusCase::toString)
                .toList();
        assertThat(passingAfterAll).isEmpty();
    }

    private static boolean passes(CorpusCase corpusCase) {
        try {
            return !corpusCase.fails() && corpusCase.build().toYaml().equals(corpusCase.expected());
        } catch (BuildException e) {
            return corpusCase.fails();
        }
    }
}
