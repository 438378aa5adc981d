package io.fluxj.cli.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.manifest.BuildFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build kustomization}. */
@Command(
        name = "kustomization",
        aliases = "ks",
        description = "Print what the controller would make of a folder of this machine. What is encrypted stays so.",
        footer =
                "@|bold Example:|@ fluxj build kustomization apps --path=./apps --kustomization-file=./clusters/production/apps.yaml --dry-run")
public final class BuildKustomizationCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final BuildFlags flags = new BuildFlags();

    @Option(
            names = "--dry-run",
            description =
                    "Do not ask the cluster: take the Kustomization from --kustomization-file, and only the variables in it.")
    private boolean dryRun;

    /** For one call. */
    public BuildKustomizationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var _ = flags.name();
        Path folder = flags.folder();
        Map<String, Path> sources = flags.localSources();
        Kustomization object = new KustomizationOf(session, flags).find(!dryRun);
        List<String> documents = new ArrayList<>();
        build(object, folder, sources, documents, new HashSet<>());
        session.terminal().out().print(String.join("", documents));
        return 0;
    }

    private void build(
            Kustomization object, Path folder, Map<String, Path> sources, List<String> documents, Set<String> built) {
        LocalBuild local = new LocalBuild(session, flags.strict(), flags.ignored(), !dryRun);
        try {
            ShownBuild shown = ShownBuild.of(object, local.prepare(object, folder));
            documents.add(shown.yaml());
            if (flags.recursive()) {
                for (ObjectNode nested : shown.objects()) {
                    buildNested(nested, sources, documents, built);
                }
            }
        } catch (BuildFailure failed) {
            throw LocalBuild.failure(object, failed);
        }
    }

    private void buildNested(ObjectNode nested, Map<String, Path> sources, List<String> documents, Set<String> built) {
        String namespace = nested.at("/metadata/namespace").asText();
        String name = namespace + "/" + nested.at("/metadata/name").asText();
        boolean isOne = nested.path("kind").asText().equals("Kustomization")
                && nested.path("apiVersion")
                        .asText()
                        .startsWith(FluxKind.KUSTOMIZATION.api().group() + "/");
        String source = nested.at("/spec/sourceRef/kind").asText() + "/"
                + nested.at("/spec/sourceRef/namespace").asText(namespace) + "/"
                + nested.at("/spec/sourceRef/name").asText();
        if (!isOne || !sources.containsKey(source) || !built.add(name)) {
            return;
        }
        Path root = sources.get(source);
        Path folder = root.resolve(nested.at("/spec/path").asText("./")).normalize();
        if (!folder.startsWith(root.normalize()) || !Files.isDirectory(folder)) {
            throw new CommandFailure("Kustomization " + name + ": its path '"
                    + nested.at("/spec/path").asText() + "' is no folder in " + root);
        }
        build(KustomizationOf.of(nested), folder, sources, documents, built);
    }
}
