package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** {@code create source oci}. */
@Command(name = "oci", description = "Create or change an OCIRepository.")
final class OciSourceCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final VerifyFlags verify = new VerifyFlags();

    @Option(names = "--url", paramLabel = "ADDRESS", description = "oci://HOST/PATH")
    private String url = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "The tag that is followed.")
    private String tag = "";

    @Option(names = "--tag-semver", paramLabel = "RANGE", description = "The newest tag in this range is followed.")
    private String range = "";

    @Option(names = "--digest", paramLabel = "DIGEST", description = "This artifact.")
    private String digest = "";

    @Option(names = "--provider", paramLabel = "NAME", description = "generic, aws, azure or gcp.")
    private String provider = "";

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret with the registry's credentials.")
    private String secretRef = "";

    @Option(
            names = "--service-account",
            paramLabel = "NAME",
            description = "A ServiceAccount whose pull secrets are used.")
    private String serviceAccount = "";

    @Option(names = "--cert-ref", paramLabel = "NAME", description = "A Secret with certificates.")
    private String certRef = "";

    @Option(names = "--proxy-secret-ref", paramLabel = "NAME", description = "A Secret with the address of a proxy.")
    private String proxySecretRef = "";

    @Option(names = "--ignore-paths", split = ",", paramLabel = "PATTERNS", description = "Leave these files out.")
    private List<String> ignored = List.of();

    @Option(names = "--insecure", description = "Plain HTTP is all right.")
    private boolean insecure;

    @Option(
            names = "--layer-selector",
            paramLabel = "MEDIATYPE[:OPERATION]",
            description = "Which layer, and extract or copy.")
    private String layer = "";

    @Option(names = "--layer-selector-media-type", hidden = true)
    private String layerMediaType = "";

    @Option(names = "--layer-selector-operation", hidden = true)
    private String layerOperation = "";

    OciSourceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Required.flag("url", url).startsWith("oci://")) {
            throw new CommandFailure("url '" + url + "' must begin with oci://");
        }
        if (Stream.of(tag, range, digest).allMatch(String::isEmpty)) {
            throw new CommandFailure("--tag, --tag-semver or --digest is required");
        }
        Required.oneOf("--provider", provider, "generic", "aws", "azure", "gcp");
        Spec spec = Spec.empty()
                .text("url", url)
                .duration("interval", flags.interval())
                .text("ref.tag", tag)
                .text("ref.semver", range)
                .text("ref.digest", digest)
                .text("provider", provider)
                .reference("secretRef", secretRef)
                .text("serviceAccountName", serviceAccount)
                .reference("certSecretRef", certRef)
                .reference("proxySecretRef", proxySecretRef)
                .text("ignore", String.join("\n", ignored))
                .flag("insecure", insecure);
        addLayer(spec);
        verify.addTo(spec, "verify");
        return new Creation(session, flags, FluxKind.OCI_REPOSITORY).of(spec);
    }

    /** Media types hold no colon. */
    private void addLayer(Spec spec) {
        String[] both = layer.split(":", 2);
        String type = layer.isEmpty() ? layerMediaType : both[0];
        String operation = layer.isEmpty() || both.length == 1 ? layerOperation : both[1];
        Required.oneOf("--layer-selector", operation, "extract", "copy");
        spec.text("layerSelector.mediaType", type).text("layerSelector.operation", operation);
    }

    /** Who must have signed. */
    static final class VerifyFlags {
        @Option(names = "--verify-provider", paramLabel = "NAME", description = "cosign or notation.")
        private String provider = "";

        @Option(
                names = "--verify-secret-ref",
                paramLabel = "NAME",
                description = "A Secret with public keys or a trust policy.")
        private String secretRef = "";

        @Option(names = "--verify-issuer", paramLabel = "PATTERN", description = "Who vouches for the signer (cosign).")
        private String issuer = "";

        @Option(names = "--verify-subject", paramLabel = "PATTERN", description = "Who signs (cosign).")
        private String subject = "";

        void addTo(Spec spec, String field) {
            Required.oneOf("--verify-provider", provider, "cosign", "notation");
            if (provider.isEmpty()) {
                if (!secretRef.isEmpty() || !issuer.isEmpty() || !subject.isEmpty()) {
                    throw new CommandFailure("--verify-provider is required beside the other --verify- flags");
                }
                return;
            }
            spec.text(field + ".provider", provider).reference(field + ".secretRef", secretRef);
            if (!issuer.isEmpty() || !subject.isEmpty()) {
                ObjectNode identity = JsonNodeFactory.instance
                        .objectNode()
                        .put("issuer", issuer)
                        .put("subject", subject);
                spec.objects(field + ".matchOIDCIdentity", List.of(identity));
            }
        }
    }
}
