package io.fluxj.watcher.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.sourceextensions.v1beta1.CopyOperation;
import io.fluxj.api.sourceextensions.v1beta1.CopyStrategy;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.IgnoreRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations copy. Source: behaviour §7, and cp. */
class CopyingTest {
    @TempDir
    Path work;

    private Path repo;
    private Path flat;
    private Path staging;

    @BeforeEach
    void writeSources() throws IOException {
        repo = Trees.write(
                work.resolve("repo"),
                Map.of(
                        "config.yaml", "a: 1\n",
                        "apps/web/deploy.yaml", "web\n",
                        "apps/web/README.md", "read me\n",
                        "apps/web/testdata/x.yaml", "test\n",
                        "apps/api/deploy.yaml", "api\n",
                        "apps/top.yaml", "top\n"));
        flat = Trees.write(work.resolve("flat"), Map.of("apps", "a file"));
        staging = Files.createDirectory(work.resolve("staging"));
    }

    private static CopyOperation copy(String from, String to) {
        return CopyOperation.builder().from(from).to(to).build();
    }

    private static CopyOperation copy(String from, String to, CopyStrategy strategy) {
        return copy(from, to).withStrategy(Choice.of(strategy));
    }

    private Map<String, String> copied(CopyOperation... operations) throws IOException {
        new Copying(Map.of("repo", repo, "flat", flat), staging, new StagingBudget(1 << 20, 100))
                .apply(List.of(operations));
        return Trees.read(staging);
    }

    private void assertRefused(String message, CopyOperation... operations) {
        assertThatExceptionOfType(CopyException.class)
                .isThrownBy(() -> copied(operations))
                .withMessageContaining(message);
    }

    @Test
    void copiesAFileToAPath() throws IOException {
        assertThat(copied(copy("@repo/config.yaml", "@artifact/apps/app.yaml")))
                .isEqualTo(Map.of("apps/app.yaml", "a: 1\n"));
    }

    @Test
    void keepsTheNameOfAFileThatIsCopiedIntoAFolder() throws IOException {
        assertThat(copied(
                        copy("@repo/config.yaml", "@artifact/into/"),
                        copy("@repo/apps/top.yaml", "@artifact/into"),
                        copy("@repo/config.yaml", "@artifact/")))
                .isEqualTo(Map.of("into/config.yaml", "a: 1\n", "into/top.yaml", "top\n", "config.yaml", "a: 1\n"));
    }

    @Test
    void copiesAFolderAsAFolder() throws IOException {
        assertThat(copied(copy("@repo/apps/api/", "@artifact/all"))).isEqualTo(Map.of("all/api/deploy.yaml", "api\n"));
    }

    @Test
    void copiesAWholeSource() throws IOException {
        assertThat(copied(copy("@repo/", "@artifact/"))).isEqualTo(Trees.read(repo));
    }

    @Test
    void leavesOutTheFolderBeforeTwoStars() throws IOException {
        assertThat(copied(copy("@repo/apps/**", "@artifact/")))
                .isEqualTo(Map.of(
                        "web/deploy.yaml", "web\n",
                        "web/README.md", "read me\n",
                        "web/testdata/x.yaml", "test\n",
                        "api/deploy.yaml", "api\n",
                        "top.yaml", "top\n"));
    }

    @Test
    void keepsTheWholePathOfWhatOtherPatternsMatch() throws IOException {
        assertThat(copied(copy("@repo/apps/*/deploy.yaml", "@artifact/to/")))
                .isEqualTo(Map.of("to/apps/web/deploy.yaml", "web\n", "to/apps/api/deploy.yaml", "api\n"));
    }

    /** As in Flux, where only archives to extract are looked for at any depth. */
    @Test
    void takesTwoStarsForOneNameInTheMiddleOfAPath() throws IOException {
        assertThat(copied(copy("@repo/**/*.yaml", "@artifact/"))).isEqualTo(Map.of("apps/top.yaml", "top\n"));
    }

    @Test
    void leavesOutWhatIsExcluded() throws IOException {
        assertThat(copied(copy("@repo/apps/**", "@artifact/").withExclude(List.of("*.md", "**/testdata/**", "api/*"))))
                .isEqualTo(Map.of("web/deploy.yaml", "web\n", "top.yaml", "top\n", "api/", ""));
    }

    @Test
    void letsLaterOperationsReplaceFiles() throws IOException {
        assertThat(copied(
                        copy("@repo/apps/top.yaml", "@artifact/a.yaml"), copy("@repo/config.yaml", "@artifact/a.yaml")))
                .isEqualTo(Map.of("a.yaml", "a: 1\n"));
    }

    @Test
    void mergesYaml() throws IOException {
        Trees.write(repo, Map.of("values.yaml", """
                        replicas: 1
                        image: {name: web, tags: [a, b]}
                        """, "prod.yaml", """
                        image:
                          tags: [c]
                        zone: west
                        """));

        assertThat(copied(
                        copy("@repo/values.yaml", "@artifact/values.yaml"),
                        copy("@repo/prod.yaml", "@artifact/values.yaml", CopyStrategy.MERGE)))
                .isEqualTo(Map.of("values.yaml", """
                        image:
                          name: web
                          tags:
                          - c
                        replicas: 1
                        zone: west
                        """));
        assertThat(Files.readString(repo.resolve("values.yaml"))).startsWith("replicas: 1");
    }

    @Test
    void copiesWhatThereIsNothingToMergeWith() throws IOException {
        assertThat(copied(copy("@repo/config.yaml", "@artifact/new.yaml", CopyStrategy.MERGE)))
                .isEqualTo(Map.of("new.yaml", "a: 1\n"));
    }

    @Test
    void saysWhichFilesCannotBeMerged() throws IOException {
        Trees.write(repo, Map.of("list.yaml", "- 1\n"));

        assertRefused(
                "failed to merge 'list.yaml' into 'a.yaml'",
                copy("@repo/config.yaml", "@artifact/a.yaml"),
                copy("@repo/list.yaml", "@artifact/a.yaml", CopyStrategy.MERGE));
    }

    @Test
    void extractsArchivesAtAnyDepth() throws IOException {
        archive("charts/deep/web.tgz", Map.of("web/Chart.yaml", "name: web\n"));
        archive("charts/api.tar.gz", Map.of("api/Chart.yaml", "name: api\n"));

        assertThat(copied(copy("@repo/charts/**/*.{tgz,tar.gz}", "@artifact/out/", CopyStrategy.EXTRACT)))
                .isEqualTo(Map.of("out/web/Chart.yaml", "name: web\n", "out/api/Chart.yaml", "name: api\n"));
    }

    @Test
    void extractsOneArchive() throws IOException {
        archive("web.tgz", Map.of("web/Chart.yaml", "name: web\n"));

        assertThat(copied(copy("@repo/web.tgz", "@artifact/", CopyStrategy.EXTRACT)))
                .isEqualTo(Map.of("web/Chart.yaml", "name: web\n"));
    }

    private void archive(String name, Map<String, String> files) throws IOException {
        Path tree = Trees.write(work.resolve("packed-" + name.replace('/', '-')), files);
        Trees.write(repo, Map.of(name, ""));
        try (OutputStream out = Files.newOutputStream(repo.resolve(name))) {
            Archiver.archive(tree, IgnoreRules.NONE, DigestAlgorithm.SHA256, out);
        }
    }

    @Test
    void extractsNothingElse() {
        assertRefused(
                "extract strategy requires tarball file (.tar.gz or .tgz), got 'config.yaml'",
                copy("@repo/config.yaml", "@artifact/", CopyStrategy.EXTRACT));
        assertRefused(
                "extract strategy is not supported for directories, got 'apps'",
                copy("@repo/apps", "@artifact/", CopyStrategy.EXTRACT));
    }

    @Test
    void namesTheOperationThatFindsNothing() {
        assertRefused(
                "failed to apply copy operations: failed to apply copy operation from '@repo/none' to '@artifact/':"
                        + " source 'none' does not exist",
                copy("@repo/none", "@artifact/"));
        assertRefused("no files match pattern 'none/*' in source 'repo'", copy("@repo/none/*", "@artifact/"));
        assertRefused(
                "all files matching pattern '*.yaml' in source 'repo' were excluded",
                copy("@repo/*.yaml", "@artifact/").withExclude(List.of("*.yaml")));
        assertRefused("source alias 'other' not found", copy("@other/x", "@artifact/"));
    }

    @Test
    void mayFindNothingWhereThatIsOptional() throws IOException {
        assertThat(copied(
                        copy("@repo/none", "@artifact/").withOptional(true),
                        copy("@repo/none/*", "@artifact/").withOptional(true)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@repo/../secret, leads out of the root",
        "@repo/apps/../../secret, leads out of the root",
        "@repo//etc/passwd, is not a path below the root",
        "@repo/../*, no files match",
    })
    void readsNothingOutsideASource(String from, String message) throws IOException {
        Files.writeString(work.resolve("secret"), "secret");

        assertRefused(message, copy(from, "@artifact/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@artifact/../x", "@artifact/a/../../x", "@artifact//x", "@other/x", "x"})
    void writesNothingOutsideTheArtifact(String to) throws IOException {
        assertThatExceptionOfType(CopyException.class).isThrownBy(() -> copied(copy("@repo/config.yaml", to)));

        assertThat(work.resolve("x")).doesNotExist();
        assertThat(Trees.read(staging)).isEmpty();
    }

    @Test
    void seesNoLinks() throws IOException {
        Path secret = Files.writeString(work.resolve("secret"), "secret");
        Files.createSymbolicLink(repo.resolve("link"), secret);
        Files.createSymbolicLink(repo.resolve("apps/up"), work);

        assertRefused("source 'link' does not exist", copy("@repo/link", "@artifact/"));
        assertThat(copied(copy("@repo/apps/**", "@artifact/"))).doesNotContainKeys("up/secret", "up", "up/");
    }

    @Test
    void refusesToMakeAFolderOfAFile() {
        assertRefused(
                "'a' is a file already, and cannot be a folder",
                copy("@repo/config.yaml", "@artifact/a"),
                copy("@repo/config.yaml", "@artifact/a/b"));
    }

    @Test
    void refusesToMakeAFileOfAFolder() {
        assertRefused(
                "'apps' is a folder, and cannot be a file",
                copy("@repo/apps", "@artifact/"),
                copy("@flat/*", "@artifact/"));
    }

    @Test
    void takesNoMoreFilesThanItMay() {
        List<CopyOperation> often = Collections.nCopies(101, copy("@repo/config.yaml", "@artifact/a.yaml"));

        assertRefused(
                "the artifact has more than 100 files and folders, see --artifact-max-entries",
                often.toArray(CopyOperation[]::new));
    }

    @Test
    void takesNoMoreBytesThanItMay() throws IOException {
        Files.write(repo.resolve("large"), new byte[600 << 10]);

        assertRefused(
                "the artifact takes more than 1048576 bytes, see --artifact-max-unpacked-bytes",
                copy("@repo/large", "@artifact/a"),
                copy("@repo/large", "@artifact/b"));
    }

    @Test
    void refusesPatternsThatCannotBeUsed() {
        String pattern = "{" + "a,".repeat(30) + "b}*";

        assertRefused(
                "pattern has 30 alternatives in '{}' groups, at most 20 are allowed",
                copy("@repo/" + pattern, "@artifact/"));
        assertRefused(
                "invalid exclude pattern '[z-'", copy("@repo/*", "@artifact/").withExclude(List.of("[z-")));
        assertRefused("invalid glob pattern '[z-'", copy("@repo/[z-", "@artifact/"));
    }
}
