package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.replacement.Placed;
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

    /** Those of a kustomization file, or of a plugin's configuration. */
    List<Placed> load(List<Replacement> entries, boolean kustomization) {
        List<Placed> result = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String field = kustomization ? "replacements[" + i + "]" : "";
            try {
                load(entries.get(i)).forEach(replacement -> result.add(new Placed(field, replacement)));
            } catch (BuildException e) {
                throw kustomization ? e.inField(field) : e;
            }
        }
        return result;
    }

    private List<Replacement> load(Replacement entry) {
        if (entry.path().isEmpty()) {
            return List.of(entry);
        }
        List<Replacement.Target> targets = entry.targets();
        if (entry.source() != null || (targets != null && !targets.isEmpty())) {
            throw BuildException.because("a replacement cannot have a path and be written out as well")
                    .hint("keep the path, or source and targets");
        }
        return read(entry.path());
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
            throw BuildException.because("a file of replacements has to hold a list or a map")
                    .hint("write a list of replacements, each with source and targets");
        } catch (BuildException e) {
            throw e.inFile(file);
        }
    }
}
