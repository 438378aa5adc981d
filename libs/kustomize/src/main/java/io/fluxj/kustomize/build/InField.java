package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import java.util.List;
import java.util.function.BiConsumer;

/** Names the field of the kustomization file on whose behalf something failed. */
final class InField {

    private InField() {}

    static void run(String field, Runnable action) {
        try {
            action.run();
        } catch (BuildException e) {
            throw e.inField(field);
        }
    }

    /** Does something with every entry of a list, given with its place, such as {@code resources[2]}. */
    static <T> void each(String field, List<T> entries, BiConsumer<T, String> action) {
        for (int i = 0; i < entries.size(); i++) {
            T entry = entries.get(i);
            String place = field + "[" + i + "]";
            run(place, () -> action.accept(entry, place));
        }
    }
}
