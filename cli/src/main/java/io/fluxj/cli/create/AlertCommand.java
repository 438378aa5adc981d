package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create alert}. */
@Command(name = "alert", description = "Create or change an Alert.")
final class AlertCommand implements Callable<Integer> {
    private static final List<String> SOURCES = List.of(
            "Kustomization",
            "HelmRelease",
            "GitRepository",
            "OCIRepository",
            "HelmRepository",
            "HelmChart",
            "Bucket",
            "ImageRepository",
            "ImagePolicy",
            "ImageUpdateAutomation",
            "ExternalArtifact",
            "ArtifactGenerator");

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--provider-ref", paramLabel = "NAME", description = "The Provider that it goes to.")
    private String provider = "";

    @Option(names = "--event-severity", paramLabel = "SEVERITY", description = "info or error.")
    private String severity = "";

    @Option(
            names = "--event-source",
            split = ",",
            paramLabel = "KIND/NAME[.NAMESPACE]",
            description = "Whose events; * as the name means all; may be repeated.")
    private List<String> sources = List.of();

    AlertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("provider ref", provider);
        if (sources.isEmpty()) {
            throw new CommandFailure("at least one event source is required");
        }
        Required.oneOf("--event-severity", severity, "info", "error");
        List<ObjectNode> named = sources.stream()
                .map(source -> NamedObject.of("--event-source", source, SOURCES).json(""))
                .toList();
        Spec spec = Spec.empty()
                .reference("providerRef", provider)
                .text("eventSeverity", severity)
                .objects("eventSources", named);
        return new Creation(session, flags, FluxKind.ALERT).of(spec);
    }
}
