package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.start.LeanItemStore;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of some kinds, as {@link SourceWatch} sees them. */
public final class WatchedSources implements Sources {

    private final List<Kind<?>> kinds;

    /** Empty until the watch begins. */
    public WatchedSources(Collection<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> kinds) {
        this.kinds = kinds.stream().<Kind<?>>map(Kind::of).toList();
    }

    /**
     * One kind.
     *
     * @param store what is known of its objects
     */
    record Kind<S extends CustomResource<?, ? extends HoldsArtifact>>(Class<S> type, LeanItemStore<S> store) {

        static <S extends CustomResource<?, ? extends HoldsArtifact>> Kind<S> of(Class<S> type) {
            return new Kind<>(type, new LeanItemStore<>());
        }

        String name() {
            return HasMetadata.getKind(type);
        }

        /** For example {@code git-repositories}. */
        String watchName() {
            String[] words = name().split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1);
            int last = words.length - 1;
            List<String> first = List.of(words).subList(0, last);
            String plural =
                    HasMetadata.getPlural(type).substring(String.join("", first).length());
            return Stream.concat(first.stream(), Stream.of(plural))
                    .collect(Collectors.joining("-"))
                    .toLowerCase(Locale.ROOT);
        }

        Optional<S> find(String namespace, String name) {
            return Optional.ofNullable(store.get(Cache.namespaceKeyFunc(namespace, name)));
        }
    }

    List<Kind<?>> kinds() {
        return kinds;
    }

    @Override
    public Optional<Source> find(SourceName name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name.kind()))
                .findFirst()
                .flatMap(kind -> kind.find(name.namespace(), name.name()))
                .map(Source::new);
    }
}
