package io.fluxj.kustomize.order;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.schema.LibraryData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts objects by kind: some kinds first, some last, the rest by name. */
public final class LegacyOrder {

    private static final String NAMESPACE = "Namespace";

    private final Map<String, Integer> ranks = new HashMap<>();

    /**
     * An order of kinds.
     *
     * @param first kinds that come first, in this order
     * @param last kinds that come last, in this order
     */
    public LegacyOrder(List<String> first, List<String> last) {
        for (int i = 0; i < first.size(); i++) {
            ranks.put(first.get(i), i - first.size());
        }
        for (int i = 0; i < last.size(); i++) {
            ranks.put(last.get(i), 1 + i);
        }
    }

    /** The order that kustomize has built in. */
    public static LegacyOrder builtin() {
        return Holder.ORDER;
    }

    private static final class Holder {
        private static final LegacyOrder ORDER = load();
    }

    private static LegacyOrder load() {
        List<String> lines = LibraryData.lines("kustomize-sort-order.txt");
        int last = lines.indexOf("[orderLast]");
        return new LegacyOrder(
                lines.subList(lines.indexOf("[orderFirst]") + 1, last), lines.subList(last + 1, lines.size()));
    }

    /** Negative for kinds that come first, positive for those that come last. */
    public int rank(String kind) {
        return ranks.getOrDefault(kind, 0);
    }

    private record Sortable(Resource resource, Gvk gvk, String sortKey) {}

    /** The objects in this order. */
    public List<Resource> sort(List<Resource> resources) {
        List<Sortable> list = new ArrayList<>(resources.size());
        for (Resource resource : resources) {
            ResourceId id = resource.currentId();
            list.add(new Sortable(resource, id.gvk(), sortKey(id)));
        }
        list.sort(
                Comparator.comparing((Sortable item) -> item.gvk, this::compare).thenComparing(item -> item.sortKey));
        return list.stream().map(Sortable::resource).toList();
    }

    private int compare(Gvk a, Gvk b) {
        if (a.equals(b)) {
            return 0;
        }
        int rank = Integer.compare(rank(a.kind()), rank(b.kind()));
        if (rank != 0) {
            return rank;
        }
        int byName = a.sortKey().compareTo(b.sortKey());
        boolean namespaces = a.kind().equals(NAMESPACE) && b.kind().equals(NAMESPACE);
        return namespaces && (a.group().isEmpty() || b.group().isEmpty()) ? -byName : byName;
    }

    private static String sortKey(ResourceId id) {
        String namespace = id.namespace().isEmpty() ? "~X" : id.namespace();
        String name = id.name().isEmpty() ? "~N" : id.name();
        return id.gvk() + "|" + namespace + "|" + name;
    }
}
