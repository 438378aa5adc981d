package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.order.LegacyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Field specs are kept in the legacy order of their kinds. */
final class SettingsOrder {

    private SettingsOrder() {}

    static <T> List<T> sorted(List<T> list, Function<T, Gvk> kind) {
        List<T> sorted = new ArrayList<>(list);
        LegacyOrder order = LegacyOrder.builtin();
        sorted.sort(Comparator.comparing(kind, (a, b) -> {
            int rank = Integer.compare(order.rank(a.kind()), order.rank(b.kind()));
            return rank != 0 ? rank : a.sortKey().compareTo(b.sortKey());
        }));
        return sorted;
    }
}
