package io.fluxj.cli.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import io.fluxj.cli.secret.SecretManifest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret}: those that no server asks for a name and password by. */
final class MoreSecretCommands {
    private MoreSecretCommands() {}

    /** A proxy. */
    @Command(name = "proxy", description = "Create or change a Secret with the address of a proxy.")
    static final class Proxy implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Option(names = "--address", paramLabel = "ADDRESS", description = "http://HOST:PORT")
        private String address = "";

        @Option(
                names = {"-u", "--username"},
                paramLabel = "NAME",
                description = "The name.")
        private String username = "";

        @Option(
                names = {"-p", "--password"},
                paramLabel = "TEXT",
                description = "The password.")
        private String password = "";

        Proxy(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Map<String, String> values = new TreeMap<>(Map.of("address", Required.flag("address", address)));
            if (!username.isEmpty()) {
                values.put("username", username);
            }
            if (!password.isEmpty()) {
                values.put("password", password);
            }
            return new SecretCreation(session, flags).of("Opaque", values);
        }
    }

    /** Whom to trust, in Notation's words. */
    @Command(
            name = "notation",
            description = "Create or change a Secret with a trust policy and certificates of Notation.")
    static final class Notation implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Option(names = "--trust-policy-file", paramLabel = "FILE", description = "The trust policy in JSON.")
        private String policy = "";

        @Option(
                names = "--ca-cert-file",
                split = ",",
                paramLabel = "FILES",
                description = "Certificates in PEM (.crt or .pem).")
        private List<String> certificates = List.of();

        Notation(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            String text = FileText.text("--trust-policy-file", Required.flag("--trust-policy-file", policy));
            requireJson(text);
            if (certificates.isEmpty()) {
                throw new CommandFailure("--ca-cert-file is required");
            }
            Map<String, String> values = new TreeMap<>(Map.of("trustpolicy.json", text));
            for (String file : certificates) {
                String name = String.valueOf(Path.of(file).getFileName());
                if (!name.matches(".+\\.(crt|pem)")) {
                    throw new CommandFailure("'" + name + "' must end with either .crt or .pem");
                }
                String key = certificates.size() == 1 ? "ca" + name.substring(name.lastIndexOf('.')) : name;
                values.put(key, FileText.text("--ca-cert-file", file));
            }
            return new SecretCreation(session, flags).of("", values);
        }

        private static void requireJson(String text) {
            try {
                var _ = new JsonMapper().readTree(text);
            } catch (JsonProcessingException malformed) {
                throw new CommandFailure("failed to parse trust policy: " + malformed.getOriginalMessage(), malformed);
            }
        }
    }

    /** What a Receiver is called with. */
    @Command(
            name = "receiver",
            description = "Create or change the Secret of a Receiver; prints the address of its webhook.")
    static final class Receiver implements Callable<Integer> {
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

        Receiver(Session session) {
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
            String address = "https://" + hostname + path(secretToken);
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

        /** A Receiver of the same name gets this one. Source: behaviour, Receiver. */
        private String path(String secretToken) {
            String seed = secretToken + flags.name() + session.namespace();
            return "/hook/" + Digest.of(DigestAlgorithm.SHA256, seed).hex();
        }

        private static String random() {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
