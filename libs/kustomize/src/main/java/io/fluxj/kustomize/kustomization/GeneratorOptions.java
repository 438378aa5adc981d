package io.fluxj.kustomize.kustomization;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code options} of a generator, or {@code generatorOptions} of the file. */
public record GeneratorOptions(
        Map<String, String> labels, Map<String, String> annotations, boolean disableNameSuffixHash, boolean immutable) {

    static final GeneratorOptions NONE = new GeneratorOptions(Map.of(), Map.of(), false, false);

    static GeneratorOptions read(Fields fields) {
        return new GeneratorOptions(
                fields.textMap("labels"),
                fields.textMap("annotations"),
                fields.flag("disableNameSuffixHash"),
                fields.flag("immutable"));
    }

    /** These options, with what the global ones add. */
    GeneratorOptions with(@Nullable GeneratorOptions global) {
        return global == null
                ? this
                : new GeneratorOptions(
                        union(global.labels, labels),
                        union(global.annotations, annotations),
                        disableNameSuffixHash || global.disableNameSuffixHash,
                        immutable || global.immutable);
    }

    private static Map<String, String> union(Map<String, String> global, Map<String, String> local) {
        Map<String, String> all = new TreeMap<>(global);
        all.putAll(local);
        return all;
    }
}
