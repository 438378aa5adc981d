package io.fluxj.manifest;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.manifest.decrypt.ManifestDecryption;
import io.fluxj.manifest.generate.ArtifactPaths;
import io.fluxj.manifest.postbuild.Variables;
import java.util.Map;
import java.util.Objects;

/**
 * Everything besides the files that decides what a build makes.
 *
 * @param ownerLabels put on every object
 * @param directory that is built, inside the files; {@code ""} for their root
 * @param spec says how to build; not where from nor how to apply
 * @param variables those that {@code spec.postBuild} names, loaded
 * @param decryption with the keys that {@code spec.decryption} names, loaded
 */
public record BuildRequest(
        Map<String, String> ownerLabels,
        String directory,
        KustomizationSpec spec,
        Variables variables,
        ManifestDecryption decryption) {

    public BuildRequest {
        ownerLabels = Map.copyOf(ownerLabels);
        directory = ArtifactPaths.join("", directory);
    }

    /** Of the directory that the spec names, for nobody. */
    public static BuildRequest of(KustomizationSpec spec, Variables variables) {
        return new BuildRequest(
                Map.of(), Objects.requireNonNullElse(spec.path(), ""), spec, variables, ManifestDecryption.none());
    }

    /** The same for an owner whose objects bear these labels. */
    public BuildRequest ownedBy(Map<String, String> labels) {
        return new BuildRequest(labels, directory, spec, variables, decryption);
    }

    /** The same of another directory than the spec names. */
    public BuildRequest inDirectory(String path) {
        return new BuildRequest(ownerLabels, path, spec, variables, decryption);
    }

    /** The same, decrypted with these keys. */
    public BuildRequest decryptedWith(ManifestDecryption keys) {
        return new BuildRequest(ownerLabels, directory, spec, variables, keys);
    }
}
