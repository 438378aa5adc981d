package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.ArtifactStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes ExternalArtifacts with their files. One that is not marked as the generator's own is another's by now, and stays, whatever the status says.
 */
record RemovalStep(Writers writers, ArtifactStore store) {
    /** Removes some, from the cluster, the store and the inventory; what cannot be removed stays in the inventory and fails the pass. */
    void remove(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, List<GeneratedArtifact> orphans)
            throws Retryable {
        Optional<Retryable> failure = Optional.empty();
        for (GeneratedArtifact orphan : orphans) {
            try {
                remove(pass, orphan);
                pass.update(status -> status.withInventory(
                        Inventory.of(status).without(List.of(orphan)).entries()));
            } catch (ApiException | IOException refused) {
                failure = failure.or(() -> Optional.of(failed(orphan, refused)));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Retryable failed(GeneratedArtifact orphan, Exception refused) {
        return Retryable.of(
                CommonReason.RECONCILIATION_FAILED,
                "failed to remove ExternalArtifact " + Inventory.place(orphan) + ": " + refused.getMessage(),
                refused);
    }

    private void remove(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, GeneratedArtifact orphan)
            throws IOException {
        ArtifactGenerator owner = pass.object();
        String namespace = Inventory.namespace(orphan);
        ObjectRef ref = ExternalArtifacts.ref(namespace, orphan.name());
        Optional<ObjectNode> live = writers.own().get(ref);
        if (live.isPresent() && !isOf(owner, live.get())) {
            return;
        }
        if (live.isPresent() && !delete(owner, namespace, ref, live.get())) {
            String message = "ExternalArtifact " + Inventory.place(orphan)
                    + " is left behind: the service account that would remove it does not exist";
            pass.emit(Severity.ERROR, CommonReason.RECONCILIATION_FAILED, message, Map.of());
            return;
        }
        store.removeAll(ExternalArtifacts.folder(namespace, orphan.name()));
    }

    /** False when the one is gone who could do it. */
    private boolean delete(ArtifactGenerator owner, String namespace, ObjectRef ref, ObjectNode live) {
        Cluster cluster = writers.of(owner, namespace);
        try {
            cluster.delete(ref, live.path("metadata").path("uid").asText());
            return true;
        } catch (ApiException refused) {
            if (writers.isThere(owner, namespace)) {
                throw refused;
            }
            return false;
        }
    }

    private static boolean isOf(ArtifactGenerator owner, ObjectNode live) {
        return live.path("metadata")
                .path("labels")
                .path(ExternalArtifacts.GENERATOR)
                .asText()
                .equals(ExternalArtifacts.uid(owner));
    }
}
