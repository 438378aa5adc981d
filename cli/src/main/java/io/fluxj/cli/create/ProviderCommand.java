package io.fluxj.cli.create;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create alert-provider}. */
@Command(name = "alert-provider", description = "Create or change a Provider, which alerts go to.")
final class ProviderCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--type", paramLabel = "NAME", description = "Such as slack, github, generic.")
    private String type = "";

    @Option(names = "--channel", paramLabel = "NAME", description = "The channel.")
    private String channel = "";

    @Option(names = "--username", paramLabel = "NAME", description = "As whom.")
    private String username = "";

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Where it is.")
    private String address = "";

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret with its token or address.")
    private String secretRef = "";

    ProviderCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Spec spec = Spec.empty()
                .text("type", Required.flag("Provider type", type))
                .text("channel", channel)
                .text("username", username)
                .text("address", address)
                .reference("secretRef", secretRef);
        return new Creation(session, flags, FluxKind.PROVIDER).of(spec);
    }
}
