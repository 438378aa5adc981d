package io.fluxj.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.cli.HelmCommand;
import io.fluxj.helm.cli.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What helm 4.3.1 packaged ({@code package/listings.tsv}): the name of the package, then the files in it. */
class ChartPackageTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path LOCKED = RESOURCES.resolve("package/locked");

    @TempDir
    Path folder = Path.of("");

    static Stream<Map.Entry<String, List<String>>> packages() throws IOException {
        Map<String, List<String>> packages = Files.readAllLines(RESOURCES.resolve("package/listings.tsv")).stream()
                .collect(Collectors.groupingBy(
                        line -> line.split("\t", 2)[0],
                        LinkedHashMap::new,
                        Collectors.mapping(line -> line.split("\t", 2)[1], Collectors.toList())));
        return packages.entrySet().stream();
    }

    private static Chart chart(String name) {
        if (!name.startsWith("locked")) {
            return Packages.loaded(RESOURCES.resolve("corpus/charts/" + name + "/chart"));
        }
        Chart chart = Packages.loaded(LOCKED);
        String[] versions = name.split(" ", -1);
        return versions.length == 1
                ? chart
                : chart.withMetadata(chart.metadata().withVersion(versions[1]).withAppVersion(versions[2]));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void holdsTheFilesThatHelmPackages(Map.Entry<String, List<String>> expected) throws IOException {
        Chart chart = chart(expected.getKey());
        List<String> listed = Packages.listed(Packages.packed(chart));
        List<String> files = expected.getValue().subList(1, expected.getValue().size());
        assertThat("package\t" + ChartPackage.fileName(chart))
                .isEqualTo(expected.getValue().getFirst());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
        assertThat(ownFiles(listed)).isEqualTo(ownFiles(files));
    }

    /** Helm takes the charts in a chart in the order of a map of Go: in any. */
    private static List<String> ownFiles(List<String> files) {
        return files.stream().filter(file -> !file.contains("/charts/")).toList();
    }

    @Test
    void givesEqualBytesWhateverTheTimesOfTheFiles() throws IOException {
        Path copy = copied(LOCKED);
        byte[] first = Packages.packed(Packages.loaded(copy));
        Files.setLastModifiedTime(copy.resolve("values.yaml"), FileTime.fromMillis(1_000_000_000_000L));
        assertThat(Packages.packed(Packages.loaded(copy))).isEqualTo(first);
    }

    @Test
    void givesEqualBytesWhenPackagedAgain() throws IOException {
        byte[] first = Packages.packed(Packages.loaded(LOCKED));
        Path file = Files.write(folder.resolve("locked.tgz"), first);
        assertThat(Packages.packed(Packages.loaded(file))).isEqualTo(first);
    }

    @Test
    void rendersAsTheFolderDoes() throws IOException {
        Path file = Files.write(folder.resolve("locked.tgz"), Packages.packed(Packages.loaded(LOCKED)));
        assertThat(rendered(file)).contains("c: 1.2.3-rc.1+build.5 1.10").isEqualTo(rendered(LOCKED));
    }

    @Test
    void putsBuildMetadataAfterThePlainFormOfAVersion() {
        Chart chart = Packages.loaded(LOCKED);
        assertThat(chart.metadata().withBuildMetadata("3").version()).isEqualTo("1.2.3-rc.1+3");
        assertThat(chart.metadata()
                        .withVersion("v1.2")
                        .withBuildMetadata("abc.3")
                        .version())
                .isEqualTo("1.2.0+abc.3");
        assertThatThrownBy(() -> chart.metadata().withBuildMetadata("a b"))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("chart.metadata.version \"1.2.3-rc.1+a b\" is invalid");
    }

    @Test
    void refusesASchemaThatIsNoJson() {
        assertThatThrownBy(() -> Packages.packed(chart("schema-notjson")))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("values.schema.json: invalid JSON");
    }

    @Test
    void refusesALockWhoseTimeIsNone() throws IOException {
        Path copy = copied(LOCKED);
        Files.writeString(copy.resolve("Chart.lock"), "generated: yesterday\n");
        assertThatThrownBy(() -> Packages.packed(Packages.loaded(copy)))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("locked/Chart.lock: generated is no time");
    }

    private Path copied(Path source) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static String rendered(Path chart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HelmCommand.run(
                new Streams(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(out)),
                "template",
                "demo",
                chart.toString(),
                "--kube-version=1.33.0");
        return out.toString(StandardCharsets.UTF_8);
    }
}
