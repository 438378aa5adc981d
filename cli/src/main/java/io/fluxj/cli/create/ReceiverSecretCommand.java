package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.SecretManifest;
import io.fluxj.cli.secret.WebhookPath;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret receiver}: the Secret of a Receiver. */
@Command(
        name = "receiver",
        description = "Create or change the Secret of a Receiver; prints the address of its webhook.")
final class ReceiverSecretCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--type", paramLabel = "NAME", description = "The Receiver's type, such as github or gcr.")
    private String type = "";

    @Option(names = "--token", paramLabel = "TEXT", description = "The token; else a random one.")
    private String token = "";

    @Option(names = "--hostname", paramLabel = "HOST", description = "Where webhooks come in.")
    private String hostname = "";

    @Option(names = "--email-claim", paramLabel = "ADDRESS", description = "Who calls (gcr).")
    private String email = "";

    @Option(names = "--audience-claim", paramLabel = "ADDRESS", description = "Whom the call is for (gcr).")
    private String audience = "";

    ReceiverSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Required.flag("--type", type);
        Required.flag("--hostname", hostname);
        boolean identified = type.equals("gcr");
        if (identified && email.isEmpty()) {
            throw new CommandFailure("--email-claim is required for gcr type");
        }
        String secretToken = token.isEmpty() ? random() : token;
        String address = "https://" + hostname + WebhookPath.of(secretToken, flags.name(), session.namespace());
        Map<String, String> values = new TreeMap<>(Map.of("token", secretToken));
        if (identified) {
            values.put("email", email);
            values.put("audience", audience.isEmpty() ? address : audience);
        }
        ObjectNode secret = SecretManifest.of(session.namespace(), flags.name(), "", values);
        secret.withObjectProperty("metadata")
                .putObject("annotations")
                .put("notification.toolkit.fluxcd.io/webhook", address);
        int code = new SecretCreation(session, flags).of(secret);
        if (!flags.export()) {
            session.terminal().success("webhook URL: %s".formatted(address));
        }
        return code;
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
