package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.OverlayTree;
import io.fluxj.manifest.BuildFailure;
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

    private final FileTree artifact;
    private final String directory;
    private final KustomizationSpec spec;

    private KustomizationGenerator(FileTree artifact, String directory, KustomizationSpec spec) {
        this.artifact = artifact;
        this.directory = directory;
        this.spec = spec;
    }

    /**
     * The artifact with the kustomization file laid over it.
     *
     * @param artifact the unpacked artifact
     * @param directory the directory of {@code spec.path}, as {@link ArtifactPaths#join} makes it
     * @param spec {@code spec} of the Flux Kustomization
     */
    public static GeneratedTree generate(FileTree artifact, String directory, KustomizationSpec spec)
            throws BuildFailure {
        try {
            KustomizationFiles files = new KustomizationFiles(artifact);
            Optional<String> existing = files.of(directory);
            KustomizationGenerator generator = new KustomizationGenerator(artifact, directory, spec);
            if (existing.isPresent()) {
                return generator.edited(new WrittenFile(existing.get(), files.read(existing.get())));
            }
            Optional<String> misnamed = files.misnamedManifest(directory);
            return misnamed.isPresent()
                    ? generator.aroundMisnamed(misnamed.get(), files.read(misnamed.get()))
                    : generator.listing();
        } catch (IOException e) {
            throw new BuildFailure("cannot read '%s' of the artifact: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private GeneratedTree edited(WrittenFile written) throws BuildFailure {
        WrittenFile.Content content = written.read();
        ObjectNode file = content.fields();
        putIfAbsent(file, "apiVersion", "kustomize.config.k8s.io/v1beta1");
        putIfAbsent(file, "kind", "Kustomization");
        if (file.path("resources").isEmpty()) {
            file.putArray("buildMetadata").add("originAnnotations");
        }
        FieldOrigins origins = new FieldOrigins(written.path(), edit(file), new FieldOrigins.File(written.text()));
        return laid(Map.of(written.path(), KustomizationText.write(file)), origins, content.unknown());
    }

    private static void putIfAbsent(ObjectNode file, String field, String value) {
        if (!file.has(field)) {
            file.put(field, value);
        }
    }

    private GeneratedTree listing() throws BuildFailure, IOException {
        return listing(
                DirectoryScan.of(artifact, directory), ArtifactPaths.join(directory, "kustomization.yaml"), Map.of());
    }

    /** The generated file takes the name, so the manifest that bore it is laid beside. */
    private GeneratedTree aroundMisnamed(String misnamed, String text) throws BuildFailure, IOException {
        List<String> resources = new ArrayList<>(DirectoryScan.of(artifact, directory));
        resources.remove("./" + misnamed.substring(misnamed.lastIndexOf('/') + 1));
        resources.add("./" + MOVED_NAME);
        return listing(resources, misnamed, Map.of(misnamed, text));
    }

    /**
     * A file that lists manifests.
     *
     * @param path its own
     * @param displaced what it takes the place of
     */
    private GeneratedTree listing(List<String> resources, String path, Map<String, String> displaced)
            throws BuildFailure {
        ObjectNode file = listed(resources);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < resources.size(); i++) {
            fields.put("resources[" + i + "]", ArtifactPaths.join(directory, resources.get(i)));
        }
        String moved = ArtifactPaths.join(directory, MOVED_NAME);
        Map<String, byte[]> laid = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        displaced.forEach((name, text) -> {
            laid.put(moved, text.getBytes(StandardCharsets.UTF_8));
            known.put(moved, name);
        });
        FieldOrigins origins = new FieldOrigins(path, edit(file), new FieldOrigins.Nothing(fields, known));
        laid.put(path, KustomizationText.write(file));
        return laid(laid, origins, List.of());
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

    private Map<String, String> edit(ObjectNode file) throws BuildFailure {
        return SpecEdits.apply(file, spec, path -> artifact.isDirectory(ArtifactPaths.join(directory, path)));
    }

    private GeneratedTree laid(Map<String, byte[]> files, FieldOrigins origins, List<String> unknown) {
        return new GeneratedTree(new OverlayTree(artifact, files), origins, unknown);
    }
}
