package io.fluxj.helm.cli;

import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.KubeVersion;
import io.fluxj.helm.render.PostRenderer;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Renderer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say for what a chart is rendered. */
final class RenderFlags {

    @Option(
            names = {"-n", "--namespace"},
            description = "Namespace of the release, by default ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Option(names = "--include-crds", arity = "0..1", fallbackValue = "true", description = "Print crds/ too.")
    private boolean includeCrds;

    @Option(names = "--skip-crds", arity = "0..1", fallbackValue = "true", description = "Has no effect here.")
    private boolean skipCrds;

    @Option(names = "--kube-version", paramLabel = "V", description = "Version of Kubernetes.")
    private @Nullable String kubeVersion;

    @Option(
            names = {"-a", "--api-versions"},
            paramLabel = "V",
            description = "More API versions of the cluster.")
    private List<String> apiVersions = new ArrayList<>();

    @Option(names = "--is-upgrade", arity = "0..1", fallbackValue = "true", description = "Render an upgrade.")
    private boolean upgrade;

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "Do not validate values.")
    private boolean skipSchemas;

    Capabilities capabilities() {
        Capabilities standard = Capabilities.standard();
        Capabilities known = kubeVersion == null || kubeVersion.isEmpty()
                ? standard
                : standard.withKubeVersion(KubeVersion.parse(kubeVersion));
        return known.with(apiVersions.stream()
                .flatMap(list -> CommaList.of(list).stream())
                .toList());
    }

    ReleaseIdentity release(String name) {
        return new ReleaseIdentity(name, namespace, 1, upgrade);
    }

    Renderer.Options options() {
        return new Renderer.Options(includeCrds, !skipSchemas, PostRenderer.NONE);
    }

    /** Whether something was asked for that has no meaning without a cluster. */
    boolean skipsCrds() {
        return skipCrds;
    }
}
