package io.fluxj.helm.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which charts are added to one, from where. */
class MissingChartsTest {
    private static final ChartLoader LOADER = new ChartLoader(LoadLimits.STANDARD, notice -> {});

    @TempDir
    Path tree = Path.of("");

    private final List<String> asked = new ArrayList<>();

    private void write(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void chart(String folder, String name, String more) throws IOException {
        write(folder + "/Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 1.2.0\n" + more);
        write(folder + "/values.yaml", "a: 1\n");
    }

    private List<String> added() throws IOException, InterruptedException {
        Chart chart = LOADER.load(tree.resolve("app"));
        LocalCharts local = new LocalCharts(JailedFolder.of(tree), "app", LOADER);
        Chart whole = MissingCharts.of(chart).<RuntimeException>addedTo(chart, local, dependency -> {
            asked.add(dependency.repository() + " " + dependency.name() + " " + dependency.version());
            return LOADER.load(tree.resolve("far"));
        });
        return whole.dependencies().stream().map(Chart::name).toList();
    }

    @Test
    void whatTheLockFileSaysCounts() throws Exception {
        chart("far", "far", "");
        chart("app", "app", "dependencies: [{name: far, version: 1.x, repository: 'https://example.org'}]\n");
        write("app/Chart.lock", "dependencies: [{name: far, version: 1.1.0, repository: 'https://example.com'}]\n");
        assertThat(added()).containsExactly("far");
        assertThat(asked).containsExactly("https://example.com far 1.1.0");
    }

    @Test
    void whatIsInTheChartIsNotLookedFor() throws Exception {
        chart("far", "far", "");
        chart("app", "app", """
                dependencies:
                - {name: far, version: 1.x, repository: 'https://example.org', alias: first}
                - {name: far, version: 1.x, repository: 'https://example.org', alias: second}
                - {name: held, version: 9.x, repository: 'https://example.org'}
                """);
        chart("app/charts/held", "held", "");
        assertThat(added()).containsExactly("held", "first", "second");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asManyChartsAsAreNeededAreEnough() throws Exception {
        chart("app", "app", "dependencies: [{name: far, version: 1.x, repository: 'https://example.org'}]\n");
        chart("app/charts/other", "other", "");
        assertThat(added()).containsExactly("other");
    }

    @Test
    void localOnesHaveToFitTheRange() throws Exception {
        chart("near", "near", "");
        chart("app", "app", "dependencies: [{name: near, version: '>=1.2.0-0', repository: 'file://../near'}]\n");
        assertThat(added()).containsExactly("near");
        chart("app", "app", "dependencies: [{name: near, version: 2.x, repository: 'file://../near'}]\n");
        assertThatThrownBy(this::added)
                .hasMessage("failed to add local dependency 'near': can't get a valid version for constraint '2.x'");
        chart("app", "app", "dependencies: [{name: near, version: a b, repository: 'file://../near'}]\n");
        assertThatThrownBy(this::added).hasMessageContaining("invalid version/constraint format 'a b'");
    }

    @Test
    void manyAreTooMany() throws Exception {
        StringBuilder many = new StringBuilder("dependencies:\n");
        for (int i = 0; i <= 1000; i++) {
            many.append("- {name: n").append(i).append(", version: 1.x, repository: 'https://example.org'}\n");
        }
        chart("app", "app", many.toString());
        assertThatThrownBy(this::added)
                .isInstanceOfSatisfying(
                        HelmException.class,
                        refused -> assertThat(refused.diagnosis().subject()).isEqualTo(Subject.LIMIT))
                .hasMessage("the chart lacks 1001 dependencies, more than 1000 are not fetched");
        assertThat(asked).isEmpty();
    }
}
