package io.fluxj.kustomize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void namesTheFilesOfObjectsAsKustomizeDoes() throws IOException {
        Path in = Files.createDirectories(temp.resolve("in"));
        Path out = Files.createDirectories(temp.resolve("out"));
        Files.writeString(in.resolve("kustomization.yaml"), "resources: [a.yaml]");
        Files.writeString(in.resolve("a.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: n1}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: Web}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: "system:x:y"}
                """);
        assertThat(KustomizeCommand.run("build", in.toString(), "-o", out.toString()))
                .isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "n1_v1_configmap_a.yaml",
                            "default_apps_v1_deployment_web.yaml",
                            "rbac.authorization.k8s.io_v1_clusterrole_system:x:y.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build . ..",
                "build --reorder bogus",
                "build --load-restrictor none",
                "build --nope",
                "build /nope",
                "bogus",
                "build-many"
            })
    void endsWithCodeOneWhenAskedWrongly(String line) {
        assertThat(KustomizeCommand.run(line.split(" "))).isEqualTo(1);
    }

    @Test
    void refusesAnEmptyNameOfADirectory() {
        assertThat(KustomizeCommand.run("build", "")).isEqualTo(1);
    }

    @Test
    void failsWhereItCannotWrite() {
        Path in = CORPUS.resolve("003-resources-multi-doc/in");
        Path out = temp.resolve("missing/out.yaml");
        assertThat(KustomizeCommand.run("build", in.toString(), "-o", out.toString()))
                .isEqualTo(1);
    }

    @Test
    void leavesOutLinesThatItDoesNotUnderstandAndBuildsTheOthers() {
        String good = CORPUS.resolve("028-diamond-with-prefixes/in").toString();
        assertThat(buildMany("one\t" + good + "\nno tab\none\t" + good + "\n../up\t" + good + "\n..\t" + good
                        + "\n\ntwo\t" + good))
                .isEqualTo(1);
        assertThat(temp).isDirectoryContaining("glob:**/one.yaml");
        assertThat(temp).isDirectoryContaining("glob:**/two.yaml");
        assertThat(temp.resolveSibling("up.yaml")).doesNotExist();
    }

    @Test
    void buildsThousandsOfDirectories() throws IOException {
        String good = CORPUS.resolve("001-resources-single-file/in").toString();
        StringBuilder jobs = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            jobs.append(i).append('\t').append(good).append('\n');
        }
        assertThat(buildMany(jobs.toString())).isZero();
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).hasSize(3000);
        }
    }

    private int buildMany(String jobs) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(jobs.getBytes(StandardCharsets.UTF_8)));
        try {
            return KustomizeCommand.run("build-many", "--out", temp.toString());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void buildsManyDirectoriesAndNotesEachFailure() throws IOException {
        Path good = CORPUS.resolve("028-diamond-with-prefixes");
        String jobs = "good\t" + good.resolve("in") + "\nbad\t" + CORPUS.resolve("089-kfile-empty/in") + "\n";
        assertThat(buildMany(jobs)).isZero();
        assertThat(temp.resolve("good.yaml")).hasSameTextualContentAs(good.resolve("expected.yaml"));
        assertThat(Files.readString(temp.resolve("bad.err"))).contains("the kustomization file is empty");
    }
}
