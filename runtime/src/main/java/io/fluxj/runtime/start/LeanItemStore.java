package io.fluxj.runtime.start;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps watched objects without their managedFields, which are often larger than all the rest and which nobody here reads. */
public final class LeanItemStore<R extends HasMetadata> implements ItemStore<R> {
    private final ConcurrentHashMap<String, R> items = new ConcurrentHashMap<>();

    @Override
    public String getKey(R object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface wants the previous value or null
    public @Nullable R put(String key, R object) {
        object.getMetadata().setManagedFields(null);
        return items.put(key, object);
    }

    @Override
    public @Nullable R remove(String key) {
        return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<R> values() {
        return items.values().stream();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable R get(String key) {
        return items.get(key);
    }
}
