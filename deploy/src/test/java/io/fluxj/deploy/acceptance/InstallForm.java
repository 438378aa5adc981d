package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.deploy.PackagedFiles;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.ManifestSplit;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.OverlayTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The two ways to install all controllers there are. */
enum InstallForm {
    /** {@code deploy/kustomize/install} with the components of the other controllers. */
    BASES,
    /** {@code deploy/charts/fluxj}. */
    CHART;

    private static final String KUSTOMIZATION = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [../deploy/kustomize/install]
            components:
            - ../deploy/kustomize/components/image-automation
            - ../deploy/kustomize/components/source-watcher
            """;

    /** What it brings, made by our own engines. */
    InstallObjects objects() {
        return switch (this) {
            case BASES -> bases();
            case CHART -> chart();
        };
    }

    private static InstallObjects bases() {
        var files = new OverlayTree(
                PackagedFiles.open(),
                Map.of("mine/kustomization.yaml", KUSTOMIZATION.getBytes(StandardCharsets.UTF_8)));
        List<String> documents = Kustomize.build(files, "mine", BuildOptions.commandLine()).resources().stream()
                .map(BuiltResource::toYaml)
                .toList();
        return new InstallObjects(read(documents), List.of());
    }

    private static InstallObjects chart() {
        Notices quiet = _ -> {};
        Chart chart = new ChartLoader(LoadLimits.STANDARD, quiet).load(Path.of("charts/fluxj"));
        Rendered rendered = new Renderer(Engine.offline(), quiet)
                .render(new Renderer.Request(
                        chart,
                        Map.of(
                                "sourceWatcher", Map.of("create", true),
                                "crds", Map.of("migration", Map.of("enabled", true))),
                        new ReleaseIdentity("fluxj", InstallObjects.NAMESPACE, 1, true),
                        Capabilities.standard(),
                        Renderer.Options.STANDARD));
        return new InstallObjects(
                read(ManifestSplit.documents(rendered.manifest())),
                read(rendered.hooks().stream().map(Hook::manifest).toList()));
    }

    private static List<GenericKubernetesResource> read(List<String> documents) {
        return documents.stream()
                .filter(document -> document.contains("kind:"))
                .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
                .toList();
    }
}
