package io.fluxj.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.LoadRestrictions;
import io.fluxj.kustomize.OverlayTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds the objects of an installation: a kustomization over the files of {@code deploy/kustomize} and {@code crds}, which lie on
 * the class path.
 */
public final class InstallManifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InstallManifests() {}

    /**
     * The objects, namespace and definitions first.
     *
     * @throws io.fluxj.kustomize.BuildException when a value of the settings makes no manifest
     */
    public static BuildResult build(InstallSettings settings) {
        PackagedFiles files = PackagedFiles.open();
        InstallKustomization kustomization = new InstallKustomization(settings, files.namesIn("crds"));
        Map<String, byte[]> laid = new HashMap<>();
        laid.put("install/kustomization.yaml", bytes(kustomization.top()));
        laid.put("install/roles/kustomization.yaml", bytes(kustomization.roles()));
        return Kustomize.build(
                new OverlayTree(files, laid),
                "install",
                // The definitions of chosen controllers are named one by one, and lie beside.
                BuildOptions.commandLine().withLoadRestrictions(LoadRestrictions.NONE));
    }

    private static byte[] bytes(Map<String, Object> kustomization) {
        try {
            return JSON.writeValueAsString(kustomization).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kustomization of plain values cannot be written", e);
        }
    }
}
