package io.fluxj.cli.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret notation}: a Secret that says whom to trust, in Notation's words. */
@Command(name = "notation", description = "Create or change a Secret with a trust policy and certificates of Notation.")
final class NotationSecretCommand implements Callable<Integer> {
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

    NotationSecretCommand(Session session) {
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
