package io.fluxj.kustomization.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomization.BuildFailure;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.OverlayTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the kustomization file that is built: the one at {@code spec.path}, or one that lists the manifests found
 * there, changed by the fields of the spec. The artifact itself stays as it is.
 */
public final class KustomizationGenerator {

    private static final String PLACEHOLDER_NAMESPACE = "_placeholder";
    private static final String MOVED_NAME = "kustomization.flux.yaml";

    private KustomizationGenerator() {}

    /**
     * The artifact with the kustomization file laid over it.
     *
     * @param artifact the unpacked artifact
     * @param directory the directory of {@code spec.path}, as {@link Paths#join} makes it
     * @param spec {@code spec} of the Flux Kustomization as JSON
     */
    public static FileTree generate(FileTree artifact, String directory, JsonNode spec) throws BuildFailure {
        try {
            KustomizationFiles files = new KustomizationFiles(artifact);
            Optional<String> existing = files.of(directory);
            Optional<String> misnamed = files.misnamedManifest(directory);
            if (existing.isPresent()) {
                ObjectNode file = edited(read(files.read(existing.get())), artifact, directory, spec);
                return new OverlayTree(artifact, Map.of(existing.get(), KustomizationText.write(file)));
            }
            return misnamed.isPresent()
                    ? aroundMisnamed(artifact, directory, misnamed.get(), spec)
                    : listing(artifact, directory, spec);
        } catch (IOException e) {
            throw new BuildFailure("cannot read '%s' of the artifact: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static ObjectNode read(String text) throws BuildFailure {
        ObjectNode file =
                (ObjectNode) KustomizationFields.KUSTOMIZATION.read(KustomizationText.parse(text), "Kustomization");
        putIfAbsent(file, "apiVersion", "kustomize.config.k8s.io/v1beta1");
        putIfAbsent(file, "kind", "Kustomization");
        if (file.path("resources").isEmpty()) {
            file.putArray("buildMetadata").add("originAnnotations");
        }
        return file;
    }

    private static void putIfAbsent(ObjectNode file, String field, String value) {
        if (!file.has(field)) {
            file.put(field, value);
        }
    }

    private static FileTree listing(FileTree artifact, String directory, JsonNode spec)
            throws BuildFailure, IOException {
        ObjectNode file = listed(DirectoryScan.of(artifact, directory));
        byte[] text = KustomizationText.write(edited(file, artifact, directory, spec));
        return new OverlayTree(artifact, Map.of(Paths.join(directory, "kustomization.yaml"), text));
    }

    /** The generated file takes the name, so the manifest that bore it is laid beside. */
    private static FileTree aroundMisnamed(FileTree artifact, String directory, String misnamed, JsonNode spec)
            throws BuildFailure, IOException {
        String name = misnamed.substring(misnamed.lastIndexOf('/') + 1);
        List<String> resources = new ArrayList<>(DirectoryScan.of(artifact, directory));
        resources.remove("./" + name);
        resources.add("./" + MOVED_NAME);
        ObjectNode file = edited(listed(resources), artifact, directory, spec);
        Map<String, byte[]> laid = new HashMap<>();
        laid.put(misnamed, KustomizationText.write(file));
        laid.put(
                Paths.join(directory, MOVED_NAME),
                new KustomizationFiles(artifact).read(misnamed).getBytes(StandardCharsets.UTF_8));
        return new OverlayTree(artifact, laid);
    }

    private static ObjectNode listed(List<String> resources) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("apiVersion", "kustomize.config.k8s.io/v1beta1").put("kind", "Kustomization");
        if (resources.isEmpty()) {
            file.put("namespace", PLACEHOLDER_NAMESPACE);
        } else {
            resources.forEach(file.putArray("resources")::add);
        }
        return file;
    }

    private static ObjectNode edited(ObjectNode file, FileTree artifact, String directory, JsonNode spec)
            throws BuildFailure {
        SpecEdits.apply(file, spec, path -> artifact.isDirectory(Paths.join(directory, path)));
        return file;
    }
}
