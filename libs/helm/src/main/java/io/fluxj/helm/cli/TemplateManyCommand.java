package io.fluxj.helm.cli;

import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.ClusterLookup;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.KubeVersion;
import io.fluxj.helm.render.PostRenderer;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code template-many}: renders the charts that standard input lists, as many at once as there are processors. */
@Command(
        name = "template-many",
        description = "Render charts listed on standard input, one a line: ID, tab, absolute path of the chart, tab,"
                + " absolute path of a values file or -, tab, namespace.",
        mixinStandardHelpOptions = true)
final class TemplateManyCommand implements Callable<Integer> {

    private final Streams streams;

    TemplateManyCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(names = "--out", required = true, description = "Directory for ID.yaml, or ID.err where a chart fails.")
    private Path out = Path.of(".");

    @Mixin
    private LimitFlags limits = new LimitFlags();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(out);
        Engine engine = new Engine(Sprig.standard(), ClusterLookup.NONE, limits.rendering());
        List<Future<?>> renders = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Job job : jobs()) {
                renders.add(workers.submit(() -> render(job, engine)));
            }
        }
        for (Future<?> render : renders) {
            render.get();
        }
        return 0;
    }

    private List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Job job = Job.of(line);
                if (!ids.add(job.id())) {
                    throw new IllegalArgumentException("two lines have the ID " + job.id());
                }
                jobs.add(job);
            }
        }
        return jobs;
    }

    private void render(Job job, Engine engine) {
        try {
            write(job.id() + ".yaml", printed(job, engine));
        } catch (HelmException e) {
            write(job.id() + ".err", "Error: " + FailureText.ofTemplate(e) + "\n");
        } catch (UncheckedIOException e) {
            write(job.id() + ".err", "Error: " + FailureText.of(e) + "\n");
        }
    }

    private String printed(Job job, Engine engine) {
        ChartLoader loader = new ChartLoader(limits.loading(), Notices.NONE);
        Path path = ChartPath.of(job.chart());
        var values = job.values().merged(name -> Files.readAllBytes(Path.of(name)));
        Chart chart = InstallableChart.of(loader.load(path), Notices.NONE);
        Rendered rendered = new Renderer(engine, Notices.NONE)
                .render(new Renderer.Request(
                        chart,
                        values,
                        new ReleaseIdentity("demo", job.namespace(), 1, false),
                        Capabilities.standard().withKubeVersion(KubeVersion.parse("1.33.0")),
                        new Renderer.Options(true, true, PostRenderer.NONE)));
        return TemplateOutput.whole(rendered.manifest(), rendered.hooks(), false);
    }

    private void write(String name, String text) {
        try {
            Files.write(out.resolve(name), GoText.bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
