package io.fluxj.kustomization.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.postbuild.Variables;

/** Requests for builds of the directory {@code app}. */
final class Requests {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Requests() {}

    static KustomizationSpec spec(String yaml) throws JsonProcessingException {
        return YAML.readValue(yaml, KustomizationSpec.class);
    }

    static BuildRequest of(String spec, Variables variables) throws JsonProcessingException {
        return BuildRequest.of(spec(spec), variables).inDirectory("app");
    }
}
