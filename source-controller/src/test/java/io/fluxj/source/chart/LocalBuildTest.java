package io.fluxj.source.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.dependency.JailedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts in the files of a source. */
class LocalBuildTest {
    private static final HelmChartLimits LIMITS = new HelmChartLimits(1 << 20, 100_000, 10_000);
    private static final BuildOptions.Stored NONE = new BuildOptions.Stored("", "", List.of());

    @TempDir
    Path work;

    private Path tree() {
        return work.resolve("tree");
    }

    private void write(String path, String text) throws IOException {
        Path file = tree().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void chart(String folder, String name, String more) throws IOException {
        write(folder + "/Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n" + more);
        write(folder + "/values.yaml", "a: 1\nb: {c: 2, d: 3}\n");
    }

    private Built build(String path, String... valuesFiles) throws Exception {
        BuildOptions options = new BuildOptions(List.of(valuesFiles), false, "", NONE);
        LocalBuild.Place place = new LocalBuild.Place(JailedFolder.of(tree()), path);
        return new LocalBuild(LIMITS)
                .build(
                        place,
                        options,
                        dependency -> {
                            throw new AssertionError("not asked for: " + dependency);
                        },
                        work.resolve("packed.tgz"));
    }

    private Chart packed() {
        return new ChartLoader(LoadLimits.STANDARD, notice -> {}).load(work.resolve("packed.tgz"));
    }

    private static String values(Chart chart) {
        return chart.content().find("values.yaml").map(ChartFile::text).orElse("");
    }

    @Test
    void laterValuesFilesLieOverEarlierOnes() throws Exception {
        chart("charts/app", "app", "");
        write("prod.yaml", "b: {c: 20}\n");
        Built built = build("charts/app", "charts/app/values.yaml", "./prod.yaml");
        assertThat(built.summary())
                .isEqualTo("packaged 'app' chart with version '1.0.0' and merged values files [charts/app/values.yaml"
                        + " ./prod.yaml]");
        assertThat(values(packed())).isEqualTo("a: 1\nb:\n  c: 20\n  d: 3\n");
    }

    @Test
    void equalChartsGiveEqualBytes() throws Exception {
        chart("one", "app", "dependencies: [{name: sub, version: 1.x, repository: 'file://../sub', alias: db}]\n");
        chart("sub", "sub", "");
        build("one");
        byte[] first = Files.readAllBytes(work.resolve("packed.tgz"));
        Files.setLastModifiedTime(tree().resolve("sub/values.yaml"), java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(build("one").dependencies()).isEqualTo(1);
        assertThat(Files.readAllBytes(work.resolve("packed.tgz"))).isEqualTo(first);
        assertThat(packed().dependencies()).extracting(Chart::name).containsExactly("db");
    }

    @ParameterizedTest
    @CsvSource({"../../outside.yaml, /outside.yaml", "/etc/passwd, /etc/passwd", "charts/app/../../../secret, /secret"})
    void valuesFilesStayInTheSource(String file, String shown) throws Exception {
        chart("charts/app", "app", "");
        Files.writeString(work.resolve("outside.yaml"), "secret: 1");
        assertThatThrownBy(() -> build("charts/app", file))
                .isInstanceOf(BuildFailure.class)
                .hasMessage("values files merge error: no values file found at path '" + shown + "' (reference '" + file
                        + "')");
    }

    @Test
    void linksThatLeadOutAreRefused() throws Exception {
        chart("charts/app", "app", "");
        Files.writeString(work.resolve("outside.yaml"), "secret: 1");
        Files.createSymbolicLink(tree().resolve("values.yaml"), work.resolve("outside.yaml"));
        assertThatThrownBy(() -> build("charts/app", "values.yaml", "charts/app/values.yaml"))
                .hasMessage("values files merge error: '/values.yaml' is a link that leads out of the source");
        Files.createSymbolicLink(tree().resolve("charts/app/notes"), work.resolve("outside.yaml"));
        assertThatThrownBy(() -> build("charts/app"))
                .hasMessageContaining("symbolic link notes leads out of the chart");
    }

    @Test
    void aChartIsLookedForInTheSourceOnly() throws Exception {
        chart("charts/app", "app", "");
        assertThatThrownBy(() -> build("../../nowhere"))
                .hasMessage("invalid chart reference: stat /nowhere: no such file or directory");
        assertThatThrownBy(() -> build("/charts/app")).hasMessageContaining("expected to be relative");
        assertThatThrownBy(() -> build("charts"))
                .hasMessage("invalid chart reference: open /charts/Chart.yaml: no such file or directory");
    }

    @ParameterizedTest
    @CsvSource({"..", "a/b", "'a b'", ".hidden", "'é'"})
    void namesThatAreNoFilesAreRefused(String name) throws Exception {
        chart("app", "'" + name + "'", "");
        assertThatThrownBy(() -> build("app"))
                .isInstanceOf(BuildFailure.class)
                .hasMessageStartingWith("invalid chart reference: ")
                .hasMessageContaining(name);
    }

    @Test
    void boundsNameTheirFlags() throws Exception {
        chart("app", "app", "");
        write("app/large.txt", "x".repeat(10_001));
        assertThatThrownBy(() -> build("app"))
                .hasMessage("chart package error: failed to load chart from /app/: size of 'large.txt' exceeds '10000'"
                        + " bytes limit (--helm-chart-file-max-size)");
        write("app/large.txt", "");
        for (int i = 0; i < 11; i++) {
            write("app/" + i + ".txt", "x".repeat(9_999));
        }
        assertThatThrownBy(() -> build("app"))
                .hasMessageEndingWith(
                        "decompressed chart is larger than the maximum size 100000 (--helm-chart-max-size)");
    }

    @Test
    void manyFilesAreTooMany() throws Exception {
        chart("app", "app", "");
        Path folder = Files.createDirectories(tree().resolve("app/files"));
        for (int i = 0; i < 20_001; i++) {
            Files.createFile(folder.resolve(i + ".txt"));
        }
        assertThatThrownBy(() -> build("app"))
                .hasMessageEndingWith("chart has more than 20000 files: leave files out by .helmignore");
    }

    @Test
    void dependenciesStayInTheSource() throws Exception {
        chart("app", "app", "dependencies: [{name: etc, version: 1.0.0, repository: 'file://../../../etc'}]\n");
        assertThatThrownBy(() -> build("app"))
                .hasMessage("dependency build error: failed to add local dependency 'etc': no chart found at '/etc'"
                        + " (reference 'file://../../../etc')");
        chart("app", "app", "dependencies: [{name: lost, version: 1.0.0}]\n");
        assertThatThrownBy(() -> build("app"))
                .hasMessage("dependency build error: failed to add local dependency 'lost': it is not in charts/, and"
                        + " names no repository to fetch it from");
    }
}
