package io.fluxj.runtime.storage.replica;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.storage.AdvertisedAddress;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.RecordedFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The objects whose artifacts are in the store.
 *
 * @param address what the URLs begin with of artifacts that are in the store; others have the same kinds and are elsewhere
 * @param namespace to which the controller is bound; empty for none
 * @param selector labels of the objects that it looks after; empty for all
 */
public record MirroredKinds(
        KubernetesClient client,
        List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> types,
        AdvertisedAddress address,
        String namespace,
        String selector) {
    private static final int PARTS = 4;

    public MirroredKinds {
        types = List.copyOf(types);
    }

    /** The file that the status of an object names, if it is in the store. */
    Optional<RecordedFile> wanted(CustomResource<?, ? extends HoldsArtifact> object) {
        HoldsArtifact status = object.getStatus();
        return Optional.ofNullable(status)
                .flatMap(offer -> Optional.ofNullable(offer.artifact()))
                .filter(artifact -> artifact.url().equals(address.url(artifact.path())))
                .flatMap(artifact -> RecordedFile.of(object, artifact));
    }

    /** The file of that path, if the status of the object that it belongs to names it. */
    Optional<RecordedFile> wanted(String path) {
        String[] parts = path.split("/", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            ArtifactFolder folder = new ArtifactFolder(parts[0], parts[1], parts[2]);
            return types.stream()
                    .filter(type ->
                            HasMetadata.getKind(type).toLowerCase(Locale.ROOT).equals(folder.kind()))
                    .findFirst()
                    .flatMap(type -> get(type, folder))
                    .flatMap(this::wanted)
                    .filter(wanted -> wanted.path().path().equals(path));
        } catch (IllegalArgumentException unusable) {
            // no object has such a name
            return Optional.empty();
        }
    }

    private <T extends CustomResource<?, ? extends HoldsArtifact>>
            Optional<CustomResource<?, ? extends HoldsArtifact>> get(Class<T> type, ArtifactFolder folder) {
        if (!namespace.isEmpty() && !namespace.equals(folder.namespace())) {
            return Optional.empty();
        }
        return Optional.ofNullable(client.resources(type)
                .inNamespace(folder.namespace())
                .withName(folder.name())
                .get());
    }

    /** All objects of a kind. */
    <T extends CustomResource<?, ? extends HoldsArtifact>>
            FilterWatchListDeletable<T, KubernetesResourceList<T>, Resource<T>> objects(Class<T> type) {
        MixedOperation<T, KubernetesResourceList<T>, Resource<T>> all = client.resources(type);
        FilterWatchListDeletable<T, KubernetesResourceList<T>, Resource<T>> placed =
                namespace.isEmpty() ? all.inAnyNamespace() : all.inNamespace(namespace);
        return selector.isEmpty() ? placed : placed.withLabelSelector(selector);
    }
}
