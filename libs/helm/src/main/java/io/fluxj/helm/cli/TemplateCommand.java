package io.fluxj.helm.cli;

import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.ClusterLookup;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code template}: prints what a chart renders. */
@Command(name = "template", description = "Render a chart.", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    private static final String UNNAMED = "release-name";

    private final Streams streams;

    TemplateCommand(Streams streams) {
        this.streams = streams;
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..2", paramLabel = "[NAME] CHART", description = "Name of the release; folder or archive.")
    private List<String> arguments = List.of();

    @Mixin
    private ValueFlags values = new ValueFlags();

    @Mixin
    private RenderFlags render = new RenderFlags();

    @Mixin
    private LimitFlags limits = new LimitFlags();

    @Option(
            names = {"-s", "--show-only"},
            paramLabel = "FILE",
            description = "Only what comes of these templates: path in the chart, or a pattern.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip-tests", arity = "0..1", fallbackValue = "true", description = "Leave out tests.")
    private boolean skipTests;

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "Leave out hooks.")
    private boolean noHooks;

    @Option(names = "--debug", arity = "0..1", fallbackValue = "true", description = "Print also what is no YAML.")
    private boolean debug;

    @Override
    public Integer call() {
        if (arguments.size() > 2) {
            throw new ParameterException(spec.commandLine(), "expected at most two arguments");
        }
        try {
            streams.print(printed(rendered()));
            return 0;
        } catch (HelmException e) {
            if (debug && !e.printed().isEmpty()) {
                streams.print(shown(TemplateOutput.whole(e.printed(), List.of(), true)));
            }
            return failed(e);
        }
    }

    private int failed(HelmException failure) {
        String message = String.valueOf(failure.getMessage());
        String named = "release name check failed: ";
        if (message.startsWith(named)) {
            streams.complain(new Notice(
                            Notice.Level.ERROR,
                            "release name check failed",
                            List.of(new Notice.Attribute("error", message.substring(named.length()))))
                    .toString());
        }
        streams.complain("Error: " + (debug ? message : FailureText.ofTemplate(failure)));
        String advice = FailureText.advice(failure);
        if (advice != null) {
            streams.complain(advice);
        }
        return 1;
    }

    private Rendered rendered() {
        Capabilities capabilities = render.capabilities();
        String reference = arguments.getLast();
        String name = arguments.size() == 2 ? arguments.getFirst() : UNNAMED;
        Path path = ChartPath.of(reference);
        tell(Notice.debug("Chart path", new Notice.Attribute("path", path.toString())));
        Map<String, @Nullable Object> given = values.values(streams);
        Notices notices = this::tell;
        tell(Notice.debug("Original chart version", new Notice.Attribute("version", "")));
        Chart chart = InstallableChart.of(new ChartLoader(limits.loading(), notices).load(path), notices);
        Engine engine = new Engine(Sprig.standard(), ClusterLookup.NONE, limits.rendering());
        return new Renderer(engine, notices)
                .render(new Renderer.Request(chart, given, render.release(name), capabilities, render.options()));
    }

    private void tell(Notice notice) {
        if (debug || notice.level() != Notice.Level.DEBUG) {
            streams.complain(notice.toString());
        }
    }

    private String printed(Rendered rendered) {
        return shown(TemplateOutput.whole(rendered.manifest(), noHooks ? List.of() : rendered.hooks(), skipTests));
    }

    private String shown(String whole) {
        return only.isEmpty() ? whole : TemplateOutput.only(whole, only);
    }
}
