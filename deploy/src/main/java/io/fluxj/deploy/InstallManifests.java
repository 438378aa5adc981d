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
import java.util.LinkedHashMap;
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
        return build(PackagedFiles.open(), settings, Overlay.NONE);
    }

    /**
     * The same with more over it.
     *
     * @throws io.fluxj.kustomize.BuildException when a value of the settings, or what is laid over them, makes no manifest
     */
    public static BuildResult build(PackagedFiles files, InstallSettings settings, Overlay overlay) {
        InstallKustomization kustomization = new InstallKustomization(settings, files.namesIn("crds"));
        Map<String, Object> install = kustomization.top();
        install.put("components", kustomization.components(overlay.components()));
        Map<String, Object> whole = new LinkedHashMap<>(InstallKustomization.kustomization());
        whole.put("resources", overlay.resources("../install"));
        whole.putAll(overlay.fields());
        Map<String, byte[]> laid = new HashMap<>();
        overlay.files().forEach((path, text) -> laid.put(path, text.getBytes(StandardCharsets.UTF_8)));
        laid.put("install/kustomization.yaml", bytes(install));
        laid.put("install/roles/kustomization.yaml", bytes(kustomization.roles()));
        laid.put("whole/kustomization.yaml", bytes(whole));
        return Kustomize.build(
                new OverlayTree(files, laid),
                "whole",
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
