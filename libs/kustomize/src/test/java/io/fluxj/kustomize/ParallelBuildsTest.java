package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Builds do not see each other, also where some of them bring their own schema. */
class ParallelBuildsTest {

    private static String outcome(CorpusCase corpusCase) {
        try {
            return corpusCase.build().toYaml();
        } catch (BuildException e) {
            return e.getMessage();
        }
    }

    @Test
    void givesTheSameInParallelAsAlone() throws Exception {
        List<CorpusCase> cases = CorpusCase.all();
        List<String> alone = cases.stream().map(ParallelBuildsTest::outcome).toList();
        List<Future<String>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 3; round++) {
                cases.forEach(c -> running.add(workers.submit(() -> outcome(c))));
            }
        }
        for (int i = 0; i < running.size(); i++) {
            assertThat(running.get(i).get())
                    .as(cases.get(i % cases.size()).toString())
                    .isEqualTo(alone.get(i % cases.size()));
        }
    }
}
