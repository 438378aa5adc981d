package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Recognises kustomization files. One that holds a Flux Kustomization (group {@code kustomize.toolkit.fluxcd.io}) is a
 * manifest that happens to bear the name.
 */
final class KustomizationFiles {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final String FLUX_GROUP = "kustomize.toolkit.fluxcd.io/";
    private static final long MAX_BYTES = 5L << 20;

    private final FileTree tree;

    KustomizationFiles(FileTree tree) {
        this.tree = tree;
    }

    /** The path of the directory's kustomization file. */
    Optional<String> of(String directory) throws IOException {
        for (String name : NAMES) {
            String path = ArtifactPaths.join(directory, name);
            if (tree.isFile(path) && !holdsFluxKustomization(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The path of a Flux Kustomization that is stored under the name of a kustomization file. */
    Optional<String> misnamedManifest(String directory) throws IOException {
        for (String name : NAMES) {
            String path = ArtifactPaths.join(directory, name);
            if (tree.isFile(path) && holdsFluxKustomization(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    String read(String path) throws IOException {
        return new String(tree.readBytes(path, MAX_BYTES), StandardCharsets.UTF_8);
    }

    private boolean holdsFluxKustomization(String path) throws IOException {
        String text = read(path);
        if (!text.contains(FLUX_GROUP)) {
            return false;
        }
        try {
            JsonNode content = KustomizationText.parse(text);
            return content.path("apiVersion").asText().startsWith(FLUX_GROUP);
        } catch (BuildException e) {
            return false;
        }
    }
}
