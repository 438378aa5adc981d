package io.fluxj.helmrelease.postrender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.OverlayTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs a kustomization over the files that templates printed, and keeps what came of each file apart. */
record Kustomizing(ObjectNode kustomization, String field) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAILED = "error while running post render on files: ";

    /**
     * The files as the kustomization leaves them; one of which nothing is left is not among them.
     *
     * @param files by the paths of their templates; none of them blank
     * @throws HelmException when they do not build
     */
    SortedMap<String, String> over(SortedMap<String, String> files) {
        if (files.isEmpty()) {
            return files;
        }
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, byte[]> tree = new HashMap<>();
        ObjectNode file = kustomization.deepCopy();
        files.forEach((path, text) -> {
            String name = "f" + paths.size() + ".yaml";
            paths.put(name, path);
            tree.put(name, text.getBytes(StandardCharsets.UTF_8));
            file.withArray("resources").add(name);
        });
        tree.put("kustomization.yaml", bytes(file));
        try {
            return grouped(
                    Kustomize.build(new OverlayTree(new NoFiles(), tree), "", BuildOptions.flux())
                            .resources(),
                    paths);
        } catch (BuildException e) {
            throw failed(e, paths);
        }
    }

    private static SortedMap<String, String> grouped(List<BuiltResource> built, Map<String, String> paths) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        for (BuiltResource resource : built) {
            String path = paths.getOrDefault(resource.file(), resource.file());
            texts.computeIfAbsent(path, _ -> new ArrayList<>()).add(resource.toYaml());
        }
        SortedMap<String, String> files = new TreeMap<>();
        texts.forEach((path, documents) -> files.put(path, String.join("---\n", documents)));
        return files;
    }

    private HelmException failed(BuildException e, Map<String, String> paths) {
        BuildException known = e;
        for (Map.Entry<String, String> path : paths.entrySet()) {
            known = known.fileKnownAs(path.getKey(), path.getValue());
        }
        String at = known.field().map(inner -> field + "." + inner).orElse(field);
        BuildException laid = known.kustomization().isPresent() ? known.attributedTo(null, at, 0) : known;
        return new HelmException(Subject.MANIFEST, FAILED + laid.getMessage(), e);
    }

    private static byte[] bytes(ObjectNode file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
