package io.fluxj.api.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a collection that was not given from one that was given and is empty. To the reader of a record both are empty,
 * never null; when the record is written the first is left out. The distinction matters where a field has a default:
 * {@code exclusionList: []} switches the default off.
 *
 * <p>An absent collection is one of two instances that are compared by identity. As {@link #equals} of this class is
 * true for them and for null, Jackson takes this class as the filter of what not to write.
 */
public final class Absent {
    private static final List<?> LIST = Collections.unmodifiableList(new ArrayList<>());
    private static final Map<?, ?> MAP = Collections.unmodifiableMap(new LinkedHashMap<>());

    /** The filter; made by Jackson. */
    public Absent() {}

    /**
     * Makes a list safe to keep in a record.
     *
     * @param list what was given; null when nothing was
     * @param <T> type of the elements
     * @return an unmodifiable list, never null
     */
    @SuppressWarnings("unchecked") // the absent list is empty and unmodifiable, hence a list of anything
    public static <T> List<T> copy(@Nullable List<T> list) {
        if (list == null || list == LIST) {
            return (List<T>) LIST;
        }
        return Collections.unmodifiableList(new ArrayList<>(list));
    }

    /**
     * Makes a map safe to keep in a record. The order of the entries stays.
     *
     * @param map what was given; null when nothing was
     * @param <K> type of the keys
     * @param <V> type of the values
     * @return an unmodifiable map, never null
     */
    @SuppressWarnings("unchecked") // the absent map is empty and unmodifiable, hence a map of anything
    public static <K, V> Map<K, V> copy(@Nullable Map<K, V> map) {
        if (map == null || map == MAP) {
            return (Map<K, V>) MAP;
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == null || other == LIST || other == MAP;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
