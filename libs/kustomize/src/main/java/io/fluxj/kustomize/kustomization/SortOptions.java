package io.fluxj.kustomize.kustomization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code sortOptions}.
 *
 * @param legacy own order of kinds, or null
 */
public record SortOptions(String order, @Nullable Legacy legacy) {

    /** Kinds that come first and last. */
    public record Legacy(List<String> first, List<String> last) {}

    public static SortOptions read(Fields fields) {
        return new SortOptions(
                fields.text("order"),
                fields.object("legacySortOptions", f -> new Legacy(f.texts("orderFirst"), f.texts("orderLast"))));
    }
}
