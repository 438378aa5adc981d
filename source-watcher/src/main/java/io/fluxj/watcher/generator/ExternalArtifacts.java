package io.fluxj.watcher.generator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.apply.ObjectRef;
import io.fluxj.runtime.storage.ArtifactFolder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the ExternalArtifacts of this controller are named and marked. Source: conditions-events §1, flags-endpoints §4. */
final class ExternalArtifacts {
    static final String KIND = HasMetadata.getKind(ExternalArtifact.class);
    static final String API_VERSION = HasMetadata.getApiVersion(ExternalArtifact.class);
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String GENERATOR = "source.extensions.fluxcd.io/generator";
    static final String MANAGER = "source-watcher";

    private ExternalArtifacts() {}

    /** Where the file of one is stored. */
    static ArtifactFolder folder(String namespace, String name) {
        return new ArtifactFolder(KIND.toLowerCase(Locale.ROOT), namespace, name);
    }

    static ObjectRef ref(String namespace, String name) {
        return ObjectRef.of(API_VERSION, KIND, namespace, name);
    }

    /** Whose it is: the UID of a generator; empty when it is nobody's. */
    static String owner(ExternalArtifact object) {
        @Nullable Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(GENERATOR, "");
    }

    static String uid(ArtifactGenerator object) {
        return object.getMetadata().getUid();
    }
}
