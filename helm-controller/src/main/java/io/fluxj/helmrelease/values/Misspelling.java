package io.fluxj.helmrelease.values;

import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.compose.Coalescing;
import io.fluxj.helm.compose.Dependencies;
import io.fluxj.helm.hint.ValueReads;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.kustomize.kustomization.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for given values that no template reads beside some that are read or have a default.
 *
 * @param words in values that are templates themselves
 * @param found each with what was probably meant
 */
record Misspelling(ValueReads reads, Set<String> words, List<String> found) {
    /** Shorter names are like too many others. */
    private static final int SHORTEST = 5;

    private static final String GLOBAL = "global";

    /**
     * All of them, in the order of their paths.
     *
     * @throws io.fluxj.helm.HelmException when the chart cannot be put together
     */
    static List<String> all(Chart chart, Map<String, @Nullable Object> given) {
        Chart settled = Dependencies.settled(chart, ValueTree.copied(given), Notices.NONE);
        Map<String, @Nullable Object> defaults = Coalescing.coalesced(settled, new HashMap<>(), Notices.NONE);
        return ValueReads.of(settled)
                .map(reads ->
                        new Misspelling(reads, words(List.of(given, defaults)), new ArrayList<>()).in(given, defaults))
                .orElse(List.of());
    }

    private List<String> in(Map<String, @Nullable Object> given, Map<String, @Nullable Object> defaults) {
        look(List.of(), given, defaults);
        return found;
    }

    private void look(
            List<String> parent, Map<String, @Nullable Object> given, Map<String, @Nullable Object> defaults) {
        new TreeMap<>(given).forEach((name, value) -> {
            List<String> path = new ArrayList<>(parent);
            path.add(name);
            if (!name.equals(GLOBAL)) {
                look(path, value, defaults);
            }
        });
    }

    private void look(List<String> path, @Nullable Object value, Map<String, @Nullable Object> defaults) {
        String name = path.getLast();
        List<String> parent = path.subList(0, path.size() - 1);
        Map<String, @Nullable Object> inner = ValueTree.table(value);
        Map<String, @Nullable Object> usual = ValueTree.table(defaults.get(name));
        boolean known = defaults.containsKey(name) || reads.below(parent).contains(name);
        if (known && inner != null) {
            look(path, inner, usual == null ? Map.of() : usual);
        } else if (!known && name.length() >= SHORTEST && !reads.mayRead(path) && !words.contains(name)) {
            Set<String> beside = new HashSet<>(defaults.keySet());
            beside.addAll(reads.below(parent));
            Spelling.nearest(name, beside)
                    .ifPresent(meant -> found.add("%s (did you mean '%s'?)".formatted(String.join(".", path), meant)));
        }
    }

    /** Values that are templates read others by names that only they hold. */
    private static Set<String> words(Object values) {
        Set<String> words = new HashSet<>();
        collect(values, words);
        return words;
    }

    private static void collect(@Nullable Object value, Set<String> words) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, words));
            case List<?> list -> list.forEach(each -> collect(each, words));
            case String text when text.contains("{{") -> words.addAll(List.of(text.split("[^\\p{L}\\p{N}_-]+", -1)));
            case null, default -> {}
        }
    }
}
