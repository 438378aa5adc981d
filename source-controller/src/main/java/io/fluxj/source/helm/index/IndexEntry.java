package io.fluxj.source.helm.index;

import java.time.Instant;
import java.util.List;

/**
 * A version of a chart in an index.
 *
 * @param name of the chart
 * @param version semantic, as the index has it
 * @param created when it was made; {@link Instant#MIN} when the index does not say
 * @param urls where it is, maybe relative to the index
 */
public record IndexEntry(String name, String version, Instant created, List<String> urls) {
    /** Makes the list unmodifiable. */
    public IndexEntry {
        urls = List.copyOf(urls);
    }
}
