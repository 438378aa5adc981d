package io.fluxj.kustomize.yaml;

import org.jspecify.annotations.Nullable;

/** Entries of mappings with the style of their keys. */
public final class Entries {

    private Entries() {}

    /**
     * Sets an entry, or removes it if the value is absent.
     *
     * @param keepNull whether a null counts as a value
     * @param source where the key is written as it should be if it is new
     */
    public static void put(Node mapping, String key, @Nullable Node value, @Nullable Node source, boolean keepNull) {
        Mappings.set(mapping, key, value, keyStyle(source, key), keepNull);
    }

    private static Node.Style keyStyle(@Nullable Node source, String key) {
        int at = source == null || !source.isMapping() ? -1 : Mappings.indexOf(source, key);
        return at < 0 || source == null
                ? Node.Style.PLAIN
                : source.content().get(at).style();
    }
}
