package io.fluxj.kustomize;

import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus: the same bytes, or a failure where the real one fails. */
class CorpusTest {

    @TestFactory
    Stream<DynamicNode> buildsWhatKustomizeBuilds() {
        GoldenFolder corpus = GoldenFolder.of(CorpusCase.CORPUS);
        List<Recording> cases = new ArrayList<>(corpus.folders(""));
        if (!corpus.isGiven()) {
            cases.addAll(GoldenFolder.of(CorpusCase.FOUND).folders(""));
        }
        return GoldenTests.of(cases, recording -> verdict(CorpusCase.of(new LostLinks(recording.source()).restored())));
    }

    private static Verdict verdict(CorpusCase corpusCase) {
        try {
            BuildResult result = corpusCase.build();
            return corpusCase.fails() ? Verdict.of("- fails\n+ builds\n") : Verdict.of(difference(corpusCase, result));
        } catch (BuildException e) {
            return Verdict.of(corpusCase.fails() && !e.what().isBlank() ? "" : "- builds\n+ fails: " + e.getMessage());
        }
    }

    private static String difference(CorpusCase corpusCase, BuildResult result) {
        List<String> unsaid = new ArrayList<>(corpusCase.expectedWarnings());
        unsaid.removeAll(result.warnings());
        StringBuilder difference = new StringBuilder(Diff.between(corpusCase.expected(), result.toYaml()));
        unsaid.forEach(
                warning -> difference.append("- warning: ").append(warning).append('\n'));
        return difference.toString();
    }
}
