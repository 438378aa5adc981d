package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.installation.Bundle;
import io.fluxj.cli.secret.FileText;
import io.fluxj.deploy.instance.FluxInstance;
import io.fluxj.deploy.instance.InstanceManifests;
import io.fluxj.deploy.instance.InvalidInstanceException;
import io.fluxj.kustomize.BuildException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file with a FluxInstance, flux-operator's description of an installation.
 *
 * @param path where it is
 * @param namespace of an instance that names none
 */
record InstanceFile(String path, String namespace) {
    /** The manifests that it asks for. */
    Bundle bundle() {
        try {
            FluxInstance instance = FluxInstance.of(manifest());
            return new Bundle(InstanceManifests.settings(instance), InstanceManifests.build(instance));
        } catch (InvalidInstanceException | BuildException wrong) {
            throw new CommandFailure("FluxInstance of %s: %s".formatted(path, wrong.getMessage()), wrong);
        }
    }

    /** The only one; other objects may lie beside it. */
    private ObjectNode manifest() {
        List<ObjectNode> found = Stream.of(FileText.text("--file", path).split("(?m)^---[ \t]*$"))
                .filter(document -> !document.isBlank())
                .map(this::document)
                .filter(object -> object.path("kind").asText().equals(FluxInstance.KIND))
                .toList();
        if (found.size() != 1) {
            throw new CommandFailure("%s holds %d FluxInstances; it must be one".formatted(path, found.size()));
        }
        ObjectNode metadata = found.getFirst().withObjectProperty("metadata");
        if (!metadata.has("namespace")) {
            metadata.put("namespace", namespace);
        }
        return found.getFirst();
    }

    private ObjectNode document(String text) {
        try {
            return new KubernetesSerialization().unmarshal(text, ObjectNode.class);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(path + " is no YAML: " + malformed.getMessage(), malformed);
        }
    }
}
