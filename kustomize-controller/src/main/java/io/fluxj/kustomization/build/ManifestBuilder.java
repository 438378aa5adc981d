package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.normalise.Normaliser;
import io.fluxj.kustomization.BuildFailure;
import io.fluxj.kustomization.generate.GeneratedTree;
import io.fluxj.kustomization.generate.KustomizationGenerator;
import io.fluxj.kustomization.postbuild.ObjectSubstitution;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.RemoteBases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds manifests: makes the kustomization file, runs kustomize on it, substitutes variables. */
public final class ManifestBuilder {

    private final BuildOptions options;
    private final boolean strictVariables;
    private final Normaliser normaliser = new Normaliser();

    /**
     * One for a whole controller.
     *
     * @param remoteBases fetches what a kustomization names by URL
     * @param strictVariables whether a variable that is not set fails the build
     */
    public ManifestBuilder(RemoteBases remoteBases, boolean strictVariables) {
        this.options = BuildOptions.flux().withRemoteBases(remoteBases);
        this.strictVariables = strictVariables;
    }

    /** The artifact with the kustomization file that the request makes. */
    GeneratedTree prepare(FileTree artifact, BuildRequest request) throws BuildFailure {
        return KustomizationGenerator.generate(artifact, request.directory(), request.spec());
    }

    /** Builds what {@link #prepare} has prepared. */
    BuiltManifests build(GeneratedTree prepared, BuildRequest request) throws BuildFailure {
        BuildResult built = kustomize(prepared, request.directory());
        List<BuiltResource> resources = substituted(built.resources(), request);
        byte[] text = BuildResult.toYaml(resources).getBytes(StandardCharsets.UTF_8);
        return new BuiltManifests(
                Sha256.of(text),
                text.length,
                manifests(resources, request),
                built.inputs(),
                built.warnings(),
                prepared.unknown(),
                Confidential.is(built.resources(), resources, request));
    }

    /** The built objects as one YAML text, as {@code flux build} shows them; what is applied differs by labels and normal form. */
    String text(GeneratedTree prepared, BuildRequest request) throws BuildFailure {
        return BuildResult.toYaml(
                substituted(kustomize(prepared, request.directory()).resources(), request));
    }

    private List<ObjectNode> manifests(List<BuiltResource> resources, BuildRequest request) {
        Preparation preparation = new Preparation(normaliser, request);
        return resources.stream()
                .map(resource -> preparation.prepare(ObjectTree.of(resource.content())))
                .toList();
    }

    private List<BuiltResource> substituted(List<BuiltResource> built, BuildRequest request) throws BuildFailure {
        List<BuiltResource> resources = new ArrayList<>();
        for (BuiltResource resource : built) {
            resources.add(substituted(resource, request));
        }
        return resources;
    }

    private BuildResult kustomize(GeneratedTree prepared, String directory) throws BuildFailure {
        try {
            BuildResult built = Kustomize.build(prepared.files(), directory, options);
            built.resources().forEach(ManifestBuilder::requireVersion);
            return built;
        } catch (BuildException e) {
            throw new BuildFailure(
                    "kustomize build failed: " + prepared.origins().attribute(e).getMessage(), e);
        }
    }

    /** kustomize passes such an object on; no API server takes it, and says less about it. */
    private static void requireVersion(BuiltResource resource) {
        if (resource.apiVersion().isEmpty()) {
            throw resource.problem("missing apiVersion in object of kind " + resource.kind())
                    .hint("an object has apiVersion, kind and metadata.name");
        }
    }

    private BuiltResource substituted(BuiltResource resource, BuildRequest request) throws BuildFailure {
        if (!request.postBuild().asked()) {
            return resource;
        }
        try {
            return ObjectSubstitution.substitute(
                    resource,
                    request.variables(),
                    strictVariables,
                    request.postBuild().always());
        } catch (BuildFailure e) {
            throw new BuildFailure("post build failed for '%s': %s".formatted(id(resource), e.message()), e);
        }
    }

    /** {@code ConfigMap.v1.[noGrp]/name}. */
    static String id(BuiltResource resource) {
        String apiVersion = resource.apiVersion();
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "[noGrp]" : apiVersion.substring(0, slash);
        return resource.kind() + "." + apiVersion.substring(slash + 1) + "." + group + "/" + resource.name();
    }
}
