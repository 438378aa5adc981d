package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kustomization.postbuild.SubstitutionPlan;
import io.fluxj.kustomization.postbuild.Variables;
import java.util.Map;

/**
 * Everything besides the artifact that decides what a build makes.
 *
 * @param ownerLabels put on every object
 * @param directory of {@code spec.path} inside the artifact
 * @param spec {@code spec} of the Kustomization as JSON
 * @param postBuild what to do after the build
 * @param variables those that {@code postBuild} names, loaded
 */
public record BuildRequest(
        Map<String, String> ownerLabels,
        String directory,
        JsonNode spec,
        SubstitutionPlan postBuild,
        Variables variables) {}
