package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create receiver}. */
@Command(name = "receiver", description = "Create or change a Receiver of webhooks; prints its address.")
final class ReceiverCommand implements Callable<Integer> {
    private static final List<String> KINDS =
            Stream.of(FluxKind.values()).map(FluxKind::kind).toList();

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--type", paramLabel = "NAME", description = "Such as github, gitlab, generic.")
    private String type = "";

    @Option(names = "--event", split = ",", paramLabel = "NAMES", description = "Events that count; may be repeated.")
    private List<String> events = List.of();

    @Option(
            names = "--resource",
            split = ",",
            paramLabel = "KIND/NAME[.NAMESPACE]",
            description = "What is reconciled; may be repeated.")
    private List<String> resources = List.of();

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "The Secret with the token.")
    private String secretRef = "";

    ReceiverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("Receiver type", type);
        Required.flag("secret-ref", secretRef);
        if (resources.isEmpty()) {
            throw new CommandFailure("at least one resource is required");
        }
        List<ObjectNode> named = resources.stream()
                .map(resource -> NamedObject.of("--resource", resource, KINDS).json(""))
                .toList();
        Spec spec = Spec.empty()
                .text("type", type)
                .texts("events", events)
                .objects("resources", named)
                .reference("secretRef", secretRef);
        return new Creation(session, flags, FluxKind.RECEIVER).of(spec);
    }
}
