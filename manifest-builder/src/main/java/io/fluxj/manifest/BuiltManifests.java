package io.fluxj.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;

/**
 * What a build made.
 *
 * @param digest {@code sha256:<hex>} of the objects as one YAML text
 * @param bytes length of that text
 * @param built the objects in order of output
 * @param inputs every file that was read, to {@code sha256:<hex>} of its bytes or {@code absent}
 * @param warnings deprecations that the build met
 * @param unknown remarks on fields of the kustomization file that have no effect, because kustomize does not know them
 * @param sensitivity what of them is not for keeping nor for telling
 */
public record BuiltManifests(
        String digest,
        long bytes,
        List<BuiltObject> built,
        SortedMap<String, String> inputs,
        List<String> warnings,
        List<String> unknown,
        Sensitivity sensitivity) {

    private static final String REMOTE = "://";

    public BuiltManifests {
        built = List.copyOf(built);
        warnings = List.copyOf(warnings);
        unknown = List.copyOf(unknown);
    }

    /** The objects in order of output, as they are applied. */
    public List<ObjectNode> objects() {
        return built.stream().map(BuiltObject::manifest).toList();
    }

    /** Whether they hold a Secret, or values that came from one. */
    public boolean confidential() {
        return sensitivity.confidential();
    }

    /** Whether all inputs came from the artifact, so that an equal artifact gives an equal build. */
    public boolean isRepeatable() {
        return inputs.keySet().stream().noneMatch(input -> input.contains(REMOTE));
    }
}
