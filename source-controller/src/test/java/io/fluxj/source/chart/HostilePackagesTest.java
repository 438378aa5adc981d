package io.fluxj.source.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.StaticTestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.io.TempDir;

/** Packages that nobody should trust: a clear condition, and the last good chart stays. */
class HostilePackagesTest {
    private static final String CHART = "apiVersion: v2\nname: app\nversion: 1.0.0\n";
    private static final Map<String, String> SAID = Map.of(
            "2.0.1", "chart illegally references parent directory",
            "2.0.2", "chart illegally contains absolute paths",
            "2.0.3", "is neither a file nor a folder",
            "2.0.4", "unpacks to more than",
            "2.0.5", "more than",
            "2.0.6", "chart.metadata.name \"..\" is not allowed",
            "2.0.7", "exceeds '10485760' bytes limit (--helm-chart-max-size)",
            "2.0.8", "no 'Chart.yaml' found");

    @TempDir
    Path work;

    /** Fills a package. */
    @FunctionalInterface
    private interface Filling {
        void of(TarArchiveOutputStream tar) throws IOException;
    }

    private void pack(String version, Filling filling) throws IOException {
        Path file = work.resolve("static/app-" + version + ".tgz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            filling.of(tar);
        }
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] data) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(data.length);
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }

    private static void text(TarArchiveOutputStream tar, String name, String text) throws IOException {
        file(tar, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void packAll() throws IOException {
        pack("1.0.0", tar -> text(tar, "app/Chart.yaml", CHART));
        pack("2.0.1", tar -> {
            text(tar, "app/Chart.yaml", CHART);
            text(tar, "app/../../outside.yaml", "a: 1");
        });
        pack("2.0.2", tar -> {
            text(tar, "app/Chart.yaml", CHART);
            text(tar, "app//etc/cron.d/x", "a: 1");
        });
        pack("2.0.3", tar -> {
            text(tar, "app/Chart.yaml", CHART);
            TarArchiveEntry link = new TarArchiveEntry("app/values.yaml", TarConstants.LF_LINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        });
        pack("2.0.4", tar -> {
            text(tar, "app/Chart.yaml", CHART);
            file(tar, "app/bomb", new byte[250 << 20]);
        });
        pack("2.0.5", tar -> {
            text(tar, "app/Chart.yaml", CHART);
            for (int i = 0; i < 100_000; i++) {
                text(tar, "app/files/" + i, "");
            }
        });
        pack("2.0.6", tar -> text(tar, "app/Chart.yaml", CHART.replace("app", "..")));
        Files.write(work.resolve("static/app-2.0.7.tgz"), new byte[(10 << 20) + 1]);
        pack("2.0.8", tar -> text(tar, "app/values.yaml", "a: 1"));
    }

    private void index() throws IOException {
        StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n  app:\n");
        index.append("  - {name: app, version: 1.0.0, urls: [app-1.0.0.tgz]}\n");
        SAID.keySet().forEach(version -> index.append("  - {name: app, version: ")
                .append(version)
                .append(", urls: [app-")
                .append(version)
                .append(".tgz]}\n"));
        Files.writeString(work.resolve("static/index.yaml"), index);
    }

    @ClusterTest
    void areRefusedAndTheLastChartStays(KubeCluster cluster) throws Exception {
        Files.createDirectories(work.resolve("static"));
        packAll();
        index();
        ChartObjects objects = new ChartObjects(cluster);
        try (StaticTestServer server = StaticTestServer.start(work.resolve("static"));
                TestController controller = TestController.start(cluster, work)) {
            objects.repository(server.url().toString(), spec -> spec);
            objects.chart("app", "1.0.0", spec -> spec);
            String digest =
                    ChartObjects.artifact(objects.await("ChartPullSucceeded")).digest();
            for (Map.Entry<String, String> hostile : SAID.entrySet()) {
                objects.chart("app", hostile.getKey(), spec -> spec);
                var refused = objects.await("ChartPullError");
                assertThat(ChartObjects.why(refused)).as(hostile.getKey()).contains(hostile.getValue());
                assertThat(ChartObjects.artifact(refused).digest()).isEqualTo(digest);
                assertThat(controller
                                .store()
                                .resolve(ChartObjects.artifact(refused).path()))
                        .exists();
            }
            assertThat(work.resolve("outside.yaml")).doesNotExist();
        }
    }
}
