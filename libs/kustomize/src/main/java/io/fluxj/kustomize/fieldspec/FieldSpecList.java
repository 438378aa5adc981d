package io.fluxj.kustomize.fieldspec;

import io.fluxj.kustomize.BuildException;
import java.util.ArrayList;
import java.util.List;

/** Merging lists of field specs. */
public final class FieldSpecList {

    private FieldSpecList() {}

    /**
     * Both lists; what is already in the first is left out.
     *
     * @throws BuildException if both have a field but differ in {@code create}
     */
    public static List<FieldSpec> merge(List<FieldSpec> first, List<FieldSpec> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<FieldSpec> merged = new ArrayList<>(first);
        for (FieldSpec spec : second) {
            add(merged, spec);
        }
        return merged;
    }

    private static void add(List<FieldSpec> specs, FieldSpec added) {
        for (FieldSpec known : specs) {
            if (known.gvk().isSelectedBy(added.gvk()) && known.path().equals(added.path())) {
                if (known.create() != added.create()) {
                    throw BuildException.because("conflicting field specs for path '" + added.path()
                                    + "': one says create: true, the other does not")
                            .hint("give both the same value of create");
                }
                return;
            }
        }
        specs.add(added);
    }
}
