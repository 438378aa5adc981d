package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure of the corpus says where, what and what to do. */
class CorpusErrorsTest {

    /** There is no kustomization file to name: it is missing, or there are two. */
    private static final Set<String> WITHOUT_KUSTOMIZATION = Set.of(
            "096-kfile-two-files", "097-kfile-missing", "098-kfile-entry-missing-dir", "099-kfile-entry-is-file");

    static Stream<CorpusCase> failing() {
        return CorpusCase.all().stream().filter(CorpusCase::fails);
    }

    static Stream<CorpusCase> failingInAKustomization() {
        return failing().filter(c -> !WITHOUT_KUSTOMIZATION.contains(c.toString()));
    }

    private static BuildException failure(CorpusCase corpusCase) {
        return catchThrowableOfType(BuildException.class, corpusCase::build);
    }

    @ParameterizedTest
    @MethodSource("failing")
    void saysWhatToDo(CorpusCase corpusCase) {
        assertThat(failure(corpusCase).hint()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("failingInAKustomization")
    void namesTheKustomizationFileAndTheInputFile(CorpusCase corpusCase) {
        BuildException failure = failure(corpusCase);
        assertThat(failure.kustomization()).isPresent();
        assertThat(failure.file()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("failingInAKustomization")
    void namesTheFieldUnlessTheFileAsAWholeIsWrong(CorpusCase corpusCase) {
        BuildException failure = failure(corpusCase);
        boolean whole = failure.file().equals(failure.kustomization())
                && (failure.what().contains("is empty") || failure.what().startsWith("malformed YAML"));
        assertThat(failure.field().isPresent()).isEqualTo(!whole);
    }
}
