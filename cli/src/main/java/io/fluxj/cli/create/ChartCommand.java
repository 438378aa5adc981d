package io.fluxj.cli.create;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create source chart}. */
@Command(name = "chart", description = "Create or change a HelmChart.")
final class ChartCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final OciSourceCommand.VerifyFlags verify = new OciSourceCommand.VerifyFlags();

    @Option(names = "--source", paramLabel = "KIND/NAME", description = "A HelmRepository, GitRepository or Bucket.")
    private String source = "";

    @Option(names = "--chart", paramLabel = "NAME", description = "The chart's name, or its path in the source.")
    private String chart = "";

    @Option(names = "--chart-version", paramLabel = "RANGE", description = "Which versions.")
    private String version = "";

    @Option(
            names = "--reconcile-strategy",
            paramLabel = "NAME",
            description = "ChartVersion (default) or Revision: when there is something new.")
    private String strategy = "ChartVersion";

    ChartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NamedObject from = NamedObject.of(
                "--source", Required.flag("source", source), List.of("HelmRepository", "GitRepository", "Bucket"));
        Required.oneOf("--reconcile-strategy", strategy, "ChartVersion", "Revision");
        Spec spec = Spec.empty()
                .text("chart", Required.flag("chart", chart))
                .text("version", version)
                .duration("interval", flags.interval())
                .text("reconcileStrategy", strategy)
                .object("sourceRef", from.json(session.namespace()));
        verify.addTo(spec, "verify");
        return new Creation(session, flags, FluxKind.HELM_CHART).of(spec);
    }
}
