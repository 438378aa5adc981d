package io.fluxj.bench.helm;

import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.ClusterLookup;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.KubeVersion;
import io.fluxj.helm.render.PostRenderer;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Renderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** The charts of the corpus that can be rendered as they are, and ten big ones. */
public final class Charts {
    private static final Limits LIMITS = new Limits(100_000_000, 1_000, 256 << 20, Duration.ofMinutes(5));
    private static final List<BigChart> BIG = List.of(
            new BigChart(1, 1_000, 0),
            new BigChart(2, 1_000, 0),
            new BigChart(5, 1_000, 0),
            new BigChart(10, 1_000, 0),
            new BigChart(20, 200, 0),
            new BigChart(1, 100, 10),
            new BigChart(1, 100, 20),
            new BigChart(1, 100, 50),
            new BigChart(2, 200, 50),
            new BigChart(5, 40, 50));

    private final Engine engine = new Engine(Sprig.standard(), ClusterLookup.NONE, LIMITS);

    /** Prints them, one a line: number, tab, chart, tab, {@code -}, tab, namespace. The arguments are the corpus and a folder for the big ones. */
    public static void main(String[] arguments) throws IOException {
        int number = 0;
        for (Path chart : all(Path.of(arguments[0]), Path.of(arguments[1]))) {
            System.out.println(number++ + "\t" + chart.toAbsolutePath() + "\t-\tns");
        }
    }

    static List<Path> all(Path corpus, Path work) throws IOException {
        Charts charts = new Charts();
        List<Path> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus)) {
            folders.map(folder -> folder.resolve("chart"))
                    .filter(Files::isDirectory)
                    .filter(charts::renders)
                    .sorted()
                    .forEach(all::add);
        }
        for (BigChart big : BIG) {
            all.add(big.write(work));
        }
        return all;
    }

    private boolean renders(Path chart) {
        try {
            render(chart);
            return true;
        } catch (HelmException | UncheckedIOException refused) {
            return false;
        }
    }

    /** Loads and renders one as {@code helm template demo CHART -n ns --include-crds --kube-version 1.33.0}; returns its manifest. */
    String render(Path folder) {
        Chart chart = new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder);
        return new Renderer(engine, Notices.NONE)
                .render(new Renderer.Request(
                        chart,
                        new HashMap<>(),
                        new ReleaseIdentity("demo", "ns", 1, false),
                        Capabilities.standard().withKubeVersion(KubeVersion.parse("1.33.0")),
                        new Renderer.Options(true, true, PostRenderer.NONE)))
                .manifest();
    }
}
