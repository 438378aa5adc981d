package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A kustomization file as people wrote it.
 *
 * @param path in the artifact
 * @param text all of it
 */
record WrittenFile(String path, String text) {

    /**
     * What it says.
     *
     * @param fields those that kustomize knows
     * @param unknown one remark for each field it does not know
     */
    record Content(ObjectNode fields, List<String> unknown) {}

    Content read() throws BuildFailure {
        List<BuildException> unknown = new ArrayList<>();
        try {
            ObjectNode fields = (ObjectNode) KustomizationFields.KUSTOMIZATION.read(parsed(), new Spot("", unknown));
            return new Content(
                    fields,
                    unknown.stream()
                            .map(this::placed)
                            .map(BuildException::getMessage)
                            .toList());
        } catch (BuildException e) {
            throw new BuildFailure("kustomize build failed: " + placed(e).getMessage(), e);
        }
    }

    private ObjectNode parsed() throws BuildFailure {
        try {
            return KustomizationText.parse(text);
        } catch (BuildException e) {
            throw new BuildFailure(
                    "error converting YAML to JSON: " + e.inKustomization(path).getMessage(), e);
        }
    }

    private BuildException placed(BuildException failure) {
        return failure.inKustomization(path)
                .atLine(Kustomize.lineOf(text, failure.field().orElse("")));
    }
}
