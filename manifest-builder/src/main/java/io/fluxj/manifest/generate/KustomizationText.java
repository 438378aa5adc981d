package io.fluxj.manifest.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;

/** Reads a kustomization file (YAML 1.1) and writes one (JSON, which is YAML). */
final class KustomizationText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KustomizationText() {}

    /**
     * The fields as they stand; none for an empty file.
     *
     * @throws BuildException if the text is not one YAML mapping; names the line
     */
    static ObjectNode parse(String text) {
        if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#") || line.equals("---"))) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode content = JSON.valueToTree(Kustomize.reread(text).content());
        return (ObjectNode) content;
    }

    static byte[] write(ObjectNode file) throws BuildFailure {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new BuildFailure("cannot write the kustomization file: " + e.getOriginalMessage(), e);
        }
    }
}
