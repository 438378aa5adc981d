package io.fluxj.manifest;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.decrypt.DecryptedTexts;
import io.fluxj.manifest.generate.GeneratedTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A build whose kustomization file is made; the work itself is still to do. */
public final class PreparedBuild {

    private final BuildRules rules;
    private final GeneratedTree generated;
    private final BuildRequest request;

    PreparedBuild(BuildRules rules, GeneratedTree generated, BuildRequest request) {
        this.rules = rules;
        this.generated = generated;
        this.request = request;
    }

    /**
     * Whether an earlier build for an equal request read the very files that this one would read. The file that is built does not have the
     * unknown fields any more, so remarks on these are compared too.
     */
    public boolean readsTheSameAs(BuiltManifests earlier) {
        return earlier.unknown().equals(generated.unknown())
                && InputCheck.unchanged(earlier.inputs(), generated.files());
    }

    /** Does it. */
    public BuiltManifests build() throws BuildFailure {
        BuildResult built = kustomized();
        List<BuiltResource> decrypted = request.decryption().objects(built.resources());
        List<BuiltResource> resources = substituted(decrypted);
        byte[] text = BuildResult.toYaml(resources).getBytes(StandardCharsets.UTF_8);
        return new BuiltManifests(
                Digest.of(DigestAlgorithm.SHA256, text).toString(),
                text.length,
                objects(built.resources(), resources),
                built.inputs(),
                built.warnings(),
                generated.unknown(),
                new Sensitivity(
                        Confidential.is(decrypted, resources, request),
                        DecryptedTexts.of(built.resources(), decrypted)));
    }

    /** The built objects as one YAML text, as {@code flux build} shows them; what is applied differs by labels and normal form. */
    public String text() throws BuildFailure {
        return BuildResult.toYaml(
                substituted(request.decryption().objects(kustomized().resources())));
    }

    private BuildResult kustomized() throws BuildFailure {
        try {
            FileTree files = request.decryption().files(generated.files(), request.directory());
            BuildResult built = Kustomize.build(files, request.directory(), rules.options());
            built.resources().forEach(PreparedBuild::requireVersion);
            return built;
        } catch (BuildException e) {
            throw new BuildFailure(
                    "kustomize build failed: "
                            + generated.origins().attribute(e).getMessage(),
                    e);
        }
    }

    /** kustomize passes such an object on; no API server takes it, and says less about it. */
    private static void requireVersion(BuiltResource resource) {
        if (resource.apiVersion().isEmpty()) {
            throw resource.problem("missing apiVersion in object of kind " + resource.kind())
                    .hint("an object has apiVersion, kind and metadata.name");
        }
    }

    private List<BuiltResource> substituted(List<BuiltResource> built) throws BuildFailure {
        return new PostBuildStep(rules.strictVariables(), generated).substitute(built, request);
    }

    /** Objects whose text was read again after substitution do not know any more where they came from; those before do. */
    private List<BuiltObject> objects(List<BuiltResource> built, List<BuiltResource> substituted) {
        Preparation preparation = new Preparation(rules.normaliser(), request);
        List<BuiltObject> objects = new ArrayList<>();
        for (int i = 0; i < substituted.size(); i++) {
            objects.add(new BuiltObject(
                    preparation.prepare(ObjectTree.of(substituted.get(i).content())),
                    Origin.of(built.get(i), generated.origins())));
        }
        return objects;
    }
}
