package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.secret.SecretManifest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create source helm}. */
@Command(
        name = "helm",
        description = "Create or change a HelmRepository, and the Secret to read it with where that is asked for.")
final class HelmSourceCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final SecretValues values = new SecretValues();

    @Option(names = "--url", paramLabel = "ADDRESS", description = "https://... or oci://...")
    private String url = "";

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret that is there.")
    private String secretRef = "";

    @Option(names = "--oci-provider", paramLabel = "NAME", description = "generic, aws, azure or gcp.")
    private String provider = "";

    @Option(names = "--pass-credentials", description = "Credentials go to other hosts that the index names, too.")
    private boolean passCredentials;

    HelmSourceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = flags.name();
        Required.flag("url", url);
        boolean oci = url.startsWith("oci://");
        if (!oci && !url.matches("https?://.+")) {
            throw new CommandFailure("url '" + url + "' must begin with https://, http:// or oci://");
        }
        Required.oneOf("--oci-provider", provider, "generic", "aws", "azure", "gcp");
        Map<String, String> given = values.collected("tls.crt", "tls.key", "ca.crt");
        boolean makesSecret = secretRef.isEmpty() && !flags.export() && !given.isEmpty();
        Spec spec = Spec.empty()
                .text("url", url)
                .text("type", oci ? "oci" : "")
                .text("provider", provider)
                .duration("interval", flags.interval())
                .reference("secretRef", makesSecret ? name : secretRef)
                .flag("passCredentials", passCredentials);
        return new Creation(session, flags, FluxKind.HELM_REPOSITORY).of(spec, () -> {
            if (makesSecret) {
                ObjectNode secret = SecretManifest.of(session.namespace(), name, "", given);
                var _ = Applier.of(session).apply(secret);
                session.terminal().success("authentication configured");
            }
        });
    }
}
