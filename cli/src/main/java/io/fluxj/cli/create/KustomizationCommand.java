package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create kustomization}. */
@Command(name = "kustomization", aliases = "ks", description = "Create or change a Kustomization.")
final class KustomizationCommand implements Callable<Integer> {
    private static final List<String> SOURCES = List.of("GitRepository", "OCIRepository", "Bucket", "ExternalArtifact");

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--source", paramLabel = "KIND/NAME[.NAMESPACE]", description = "Where the manifests come from.")
    private String source = "";

    @Option(names = "--path", paramLabel = "FOLDER", description = "The folder within the source. Default: ./")
    private String path = "./";

    @Option(names = "--prune", description = "What is gone from the source goes from the cluster.")
    private boolean prune;

    @Option(names = "--wait", description = "Wait until everything that was applied is healthy.")
    private boolean wait;

    @Option(
            names = "--health-check",
            split = ",",
            paramLabel = "KIND/NAME.NAMESPACE",
            description = "Wait until this object is healthy; may be repeated.")
    private List<String> healthChecks = List.of();

    @Option(names = "--health-check-timeout", paramLabel = "DURATION", description = "How long. Default: 2m.")
    private Duration healthTimeout = Duration.ofMinutes(2);

    @Option(
            names = "--depends-on",
            split = ",",
            paramLabel = "[NAMESPACE/]NAME",
            description = "Kustomizations that must be ready first.")
    private List<String> dependsOn = List.of();

    @Option(names = "--service-account", paramLabel = "NAME", description = "As whom the manifests are applied.")
    private String serviceAccount = "";

    @Option(names = "--decryption-provider", paramLabel = "NAME", description = "sops")
    private String decryptionProvider = "";

    @Option(names = "--decryption-secret", paramLabel = "NAME", description = "The Secret with the keys.")
    private String decryptionSecret = "";

    @Option(
            names = "--target-namespace",
            paramLabel = "NAME",
            description = "The namespace that everything comes into.")
    private String targetNamespace = "";

    @Option(
            names = "--kubeconfig-secret-ref",
            paramLabel = "NAME",
            description = "A Secret with the kubeconfig of another cluster.")
    private String kubeconfig = "";

    @Option(names = "--retry-interval", paramLabel = "DURATION", description = "When to try again after a failure.")
    private @Nullable Duration retryInterval;

    KustomizationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NamedObject from = NamedObject.of("--source", Required.flag("source", source), SOURCES);
        Required.oneOf("--decryption-provider", decryptionProvider, "sops");
        if (!path.startsWith("./")) {
            path = "./" + path;
        }
        Spec spec = Spec.empty()
                .duration("interval", flags.interval())
                .text("path", path)
                .truth("prune", prune)
                .object("sourceRef", from.json(session.namespace()))
                .text("targetNamespace", targetNamespace)
                .text("serviceAccountName", serviceAccount)
                .reference("kubeConfig.secretRef", kubeconfig)
                .duration("retryInterval", Optional.ofNullable(retryInterval))
                .objects("dependsOn", dependencies());
        addHealth(spec);
        addDecryption(spec);
        return new Creation(session, flags, FluxKind.KUSTOMIZATION).of(spec);
    }

    private List<ObjectNode> dependencies() {
        return dependsOn.stream()
                .map(name -> NamedObject.dependency("--depends-on", name))
                .toList();
    }

    private void addHealth(Spec spec) {
        if (wait) {
            spec.truth("wait", true).duration("timeout", healthTimeout);
        }
        if (!healthChecks.isEmpty()) {
            spec.objects(
                            "healthChecks",
                            healthChecks.stream()
                                    .map(KustomizationCommand::healthCheck)
                                    .toList())
                    .duration("timeout", healthTimeout);
        }
    }

    private static ObjectNode healthCheck(String text) {
        NamedObject checked = NamedObject.of("--health-check", text, List.of());
        if (checked.kind().isEmpty() || checked.namespace().isEmpty()) {
            throw new CommandFailure("invalid health check '" + text + "' must be in the format 'kind/name.namespace'");
        }
        String version =
                switch (checked.kind()) {
                    case "Deployment", "DaemonSet", "StatefulSet" -> "apps/v1";
                    case "HelmRelease" -> FluxKind.HELM_RELEASE.apiVersion();
                    default ->
                        throw new CommandFailure("invalid health check kind '" + checked.kind()
                                + "' can be HelmRelease, Deployment, DaemonSet or StatefulSet");
                };
        return checked.json("").put("apiVersion", version);
    }

    private void addDecryption(Spec spec) {
        if (decryptionProvider.isEmpty() && !decryptionSecret.isEmpty()) {
            throw new CommandFailure("--decryption-secret needs --decryption-provider=sops");
        }
        spec.text("decryption.provider", decryptionProvider).reference("decryption.secretRef", decryptionSecret);
    }
}
