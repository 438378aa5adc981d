package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies under a tag or digest. */
public sealed interface Manifest {
    /** Of its bytes. */
    Digest digest();

    /**
     * One artifact.
     *
     * @param config describes it
     * @param layers its content
     * @param artifactType what kind of artifact it is; empty when nothing is said
     * @param annotations what is said of it
     */
    record Image(
            Digest digest,
            Optional<Descriptor> config,
            List<Descriptor> layers,
            String artifactType,
            Map<String, String> annotations)
            implements Manifest {
        /** Makes the collections unmodifiable. */
        public Image {
            layers = List.copyOf(layers);
            annotations = Map.copyOf(annotations);
        }

        /** What kind of artifact it is, which older ones tell by the type of their config. */
        public String kind() {
            return artifactType.isEmpty() ? config.map(Descriptor::mediaType).orElse("") : artifactType;
        }
    }

    /**
     * Several artifacts, as for platforms.
     *
     * @param manifests them, in the order that they were given
     */
    record Index(Digest digest, List<Descriptor> manifests) implements Manifest {
        /** Makes the list unmodifiable. */
        public Index {
            manifests = List.copyOf(manifests);
        }

        /** The one for a platform. */
        public Optional<Descriptor> on(Descriptor.Platform platform) {
            return manifests.stream()
                    .filter(manifest -> manifest.platform().equals(platform))
                    .findFirst();
        }
    }
}
