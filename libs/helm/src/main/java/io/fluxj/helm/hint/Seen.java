package io.fluxj.helm.hint;

import java.util.ArrayList;
import java.util.List;

/** What an expression of a template stands for, as far as its text tells. */
sealed interface Seen {

    /** What is known of it is nothing. */
    Seen OTHER = new Other();

    /** Something else than values. */
    record Other() implements Seen {}

    /**
     * What templates of a chart are given.
     *
     * @param chart names of the charts from the outermost to it, without the outermost
     */
    record Root(List<String> chart) implements Seen {}

    /**
     * A value.
     *
     * @param path from the values of the outermost chart
     */
    record Value(List<String> path) implements Seen {}

    /** The value further down. */
    static Value below(List<String> path, List<String> names) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(names);
        return new Value(List.copyOf(whole));
    }
}
