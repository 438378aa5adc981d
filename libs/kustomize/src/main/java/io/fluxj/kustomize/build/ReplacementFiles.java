package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.kustomization.Replacement;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads replacements that stand in files of their own. */
record ReplacementFiles(Directory directory) {

    List<Replacement> load(List<Replacement> entries) {
        List<Replacement> result = new ArrayList<>();
        for (Replacement entry : entries) {
            if (entry.path().isEmpty()) {
                result.add(entry);
                continue;
            }
            List<Replacement.Target> targets = entry.targets();
            if (entry.source() != null || (targets != null && !targets.isEmpty())) {
                throw BuildException.because("a replacement cannot have a path and be written out as well");
            }
            result.addAll(read(entry.path()));
        }
        return result;
    }

    private List<Replacement> read(String path) {
        String file = directory.describe(path);
        try {
            Object plain = KustomizationReader.parse(
                    Texts.of(directory.load(path), file), directory.log().bounds());
            if (plain instanceof List<?> list) {
                return list.stream()
                        .map(item -> Replacement.read(Fields.lenient(item, path)))
                        .toList();
            }
            if (plain instanceof Map) {
                return List.of(Replacement.read(Fields.lenient(plain, path)));
            }
            throw BuildException.because("a file of replacements has to hold a list or a map");
        } catch (BuildException e) {
            throw e.inFile(file);
        }
    }
}
