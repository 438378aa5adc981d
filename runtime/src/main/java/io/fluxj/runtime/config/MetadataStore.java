package io.fluxj.runtime.config;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps watched objects without their data, also that which kubectl left in an annotation. */
final class MetadataStore<C extends HasMetadata> implements ItemStore<C> {

    private final Map<String, C> items = new ConcurrentHashMap<>();

    @Override
    public String getKey(C object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable C put(String key, C object) {
        return items.put(key, withoutData(object));
    }

    private static <C extends HasMetadata> C withoutData(C object) {
        object.getMetadata().setAnnotations(Map.of());
        object.getMetadata().setManagedFields(List.of());
        if (object instanceof Secret secret) {
            secret.setData(Map.of());
        } else if (object instanceof ConfigMap map) {
            map.setData(Map.of());
            map.setBinaryData(Map.of());
        }
        return object;
    }

    @Override
    public @Nullable C remove(String key) {
        return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<C> values() {
        return items.values().stream();
    }

    @Override
    public @Nullable C get(String key) {
        return items.get(key);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public boolean isFullState() {
        return false;
    }
}
