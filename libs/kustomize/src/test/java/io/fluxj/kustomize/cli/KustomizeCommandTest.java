package io.fluxj.kustomize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeCommandTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @Test
    void writesTheBuildToAFile() throws IOException {
        Path corpusCase = CORPUS.resolve("126-nameref-generated-hash");
        Path out = temp.resolve("out.yaml");
        int code = KustomizeCommand.run(
                "build",
                corpusCase.resolve("in").toString(),
                "--load-restrictor",
                "LoadRestrictionsNone",
                "-o",
                out.toString());
        assertThat(code).isZero();
        assertThat(out).hasSameTextualContentAs(corpusCase.resolve("expected.yaml"));
    }

    @Test
    void writesAFileForEachObjectIntoADirectory() {
        Path in = CORPUS.resolve("003-resources-multi-doc/in");
        assertThat(KustomizeCommand.run("build", in.toString(), "-o", temp.toString()))
                .isZero();
        assertThat(temp).isDirectoryContaining("glob:**/v1_configmap_*.yaml");
    }

    @Test
    void failsWithCodeOne() {
        assertThat(KustomizeCommand.run(
                        "build", CORPUS.resolve("020-resources-duplicate-id/in").toString()))
                .isEqualTo(1);
    }

    @Test
    void buildsManyDirectoriesAndNotesEachFailure() throws IOException {
        Path good = CORPUS.resolve("028-diamond-with-prefixes");
        String jobs = "good\t" + good.resolve("in") + "\nbad\t" + CORPUS.resolve("089-kfile-empty/in") + "\n";
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(jobs.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(KustomizeCommand.run("build-many", "--out", temp.toString()))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(temp.resolve("good.yaml")).hasSameTextualContentAs(good.resolve("expected.yaml"));
        assertThat(Files.readString(temp.resolve("bad.err"))).contains("the kustomization file is empty");
    }
}
