package io.fluxj.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.kustomize.v1.KustomizationSpec;

/** Specs from YAML. */
public final class Specs {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Specs() {}

    /** What the text says. */
    public static KustomizationSpec of(String yaml) throws JsonProcessingException {
        return YAML.readValue(yaml, KustomizationSpec.class);
    }
}
