package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.WebhookPath;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trigger receiver NAME}: calls the webhook of a Receiver as its sender would; the cluster's API is not needed. */
@Command(
        name = "receiver",
        aliases = "receivers",
        description = "Calls the webhook of a Receiver; needs its token, but not the cluster's API.")
final class TriggerReceiverCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of the Receiver.")
    private @Nullable String name;

    @Option(names = "--url", paramLabel = "URL", description = "Where notification-controller's webhooks are reached.")
    private @Nullable String url;

    @Mixin
    private final CallerFlags caller = new CallerFlags();

    @Option(names = "--payload", paramLabel = "JSON", description = "What is sent. Default: {}.")
    private String payload = "{}";

    @Option(
            names = "--retries",
            paramLabel = "NUMBER",
            description = "How often it is tried again when it may help. Default: 10.")
    private int retries = 10;

    @Option(names = "--retry-delay", paramLabel = "DURATION", description = "The time between two tries. Default: 10s.")
    private Duration delay = Duration.ofSeconds(10);

    TriggerReceiverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (name == null) {
            throw new CommandFailure("receiver name is required");
        }
        if (url == null || url.isEmpty()) {
            throw new CommandFailure("--url is required");
        }
        caller.check();
        String receiver = session.namespace() + "/" + name;
        URI address = address(WebhookPath.of(caller.pathToken(), name, session.namespace()));
        WebhookCall call = new WebhookCall(session, address, caller.headers(session, payload), payload);
        session.terminal().action("triggering Receiver " + receiver);
        call.send(retries, delay);
        session.terminal().success("Receiver " + receiver + " triggered");
        return 0;
    }

    private URI address(String path) {
        try {
            URI base = URI.create(String.valueOf(url).replaceAll("/+$", "") + path);
            if (base.getHost() != null && ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))) {
                return base;
            }
        } catch (IllegalArgumentException invalid) {
            // told below
        }
        throw new CommandFailure("--url must be an address such as https://flux-webhook.example.com, but is " + url);
    }
}
