package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the caller of a webhook shows that it may: by knowing the path alone, by a signature, or by a token of its identity provider. */
final class CallerFlags {
    private static final String GENERIC = "generic";
    private static final String HMAC = "generic-hmac";
    private static final String OIDC = "generic-oidc";
    private static final Set<String> PROVIDERS = Set.of("github", "forgejo");
    private static final String OIDC_VARIABLE = "FLUX_TRIGGER_RECEIVER_OIDC_TOKEN";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The Receiver's type: generic, generic-hmac or generic-oidc. Default: generic.")
    private String type = GENERIC;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token of the Receiver's Secret; none for generic-oidc.")
    private String token = "";

    @Option(
            names = "--oidc-provider",
            paramLabel = "NAME",
            description = "Fetch the identity token from the workflow this runs in: github or forgejo.")
    private @Nullable String provider;

    @Option(
            names = "--oidc-token",
            paramLabel = "TOKEN",
            description = "The identity token; else that of " + OIDC_VARIABLE + ".")
    private @Nullable String oidcToken;

    @Option(
            names = "--oidc-audience",
            paramLabel = "NAME",
            description = "Whom the fetched token is for. Default: notification-controller.")
    private @Nullable String audience;

    /** Fails unless the flags go together. */
    void check() {
        switch (type) {
            case GENERIC, HMAC -> checkToken();
            case OIDC -> checkOidc();
            default ->
                throw new CommandFailure(
                        "invalid --type \"%s\", must be one of: generic, generic-hmac, generic-oidc".formatted(type));
        }
    }

    private void checkToken() {
        if (token.isEmpty()) {
            throw new CommandFailure("--token is required for --type=" + type);
        }
        if (provider != null || oidcToken != null || audience != null) {
            throw new CommandFailure(
                    "--oidc-provider, --oidc-token and --oidc-audience can only be set for --type=generic-oidc");
        }
    }

    private void checkOidc() {
        if (!token.isEmpty()) {
            throw new CommandFailure(
                    "--token must not be set for --type=generic-oidc, the Receiver of this type has no secret");
        }
        if (provider != null && oidcToken != null) {
            throw new CommandFailure("--oidc-provider and --oidc-token are mutually exclusive");
        }
        if (provider != null && !PROVIDERS.contains(provider)) {
            throw new CommandFailure(
                    "invalid --oidc-provider \"%s\", must be one of: github, forgejo".formatted(provider));
        }
        if (audience != null && provider == null) {
            throw new CommandFailure("--oidc-audience can only be set together with --oidc-provider");
        }
    }

    /** What the path of the webhook is made from. */
    String pathToken() {
        return token;
    }

    /** What the request carries to be let in. */
    Map<String, String> headers(Session session, String body) {
        return switch (type) {
            case HMAC -> Map.of("X-Signature", "sha256=" + HexFormat.of().formatHex(signature(body)));
            case OIDC -> Map.of("Authorization", "Bearer " + identity(session));
            default -> Map.of();
        };
    }

    private byte[] signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private String identity(Session session) {
        if (provider != null) {
            return new WorkflowIdentity(session.environment())
                    .token(audience == null ? "notification-controller" : audience);
        }
        String given = oidcToken != null ? oidcToken : session.environment().getOrDefault(OIDC_VARIABLE, "");
        if (given.isEmpty()) {
            throw new CommandFailure(
                    "no OIDC token provided: set --oidc-provider, --oidc-token or the %s environment variable"
                            .formatted(OIDC_VARIABLE));
        }
        return given;
    }
}
