package io.fluxj.runtime.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Which objects refer to what.
 *
 * @param <R> the objects
 * @param <K> names what they refer to; its text tells it from all others
 */
public final class Index<R extends HasMetadata, K> {

    private final IndexerResourceCache<R> objects;
    private final String name;

    private Index(IndexerResourceCache<R> objects, String name) {
        this.objects = objects;
        this.name = name;
    }

    /**
     * An index of the watched objects, whose watch must not have begun.
     *
     * @param name tells it from others of the same objects
     * @param references what an object refers to; of an object just as the API gave it
     */
    public static <R extends HasMetadata, K> Index<R, K> of(
            IndexerResourceCache<R> objects, String name, Function<R, ? extends Collection<K>> references) {
        objects.addIndexer(
                name,
                object -> references.apply(object).stream().map(K::toString).toList());
        return new Index<>(objects, name);
    }

    /** Who refers to {@code key}; never to be changed. */
    public List<R> users(K key) {
        return objects.byIndex(name, key.toString());
    }
}
