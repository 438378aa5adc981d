package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.queue.WorkQueue;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import java.util.Set;

/** Lets claims and volumes go that are deleted, claims once no Pod that has a node uses them. */
final class StorageProtection implements AutoCloseable {
    private static final Set<String> FINALIZERS = Set.of("kubernetes.io/pvc-protection", "kubernetes.io/pv-protection");

    private static final ResourceName CLAIMS = new ResourceName("", "persistentvolumeclaims");
    private static final ResourceName PODS = new ResourceName("", "pods");

    private final Core core;
    private final Objects objects;
    private final WorkQueue<Protected> queue = new WorkQueue<>("kube-storage-protection", this::release);

    private record Protected(ResourceType type, Key key) {}

    StorageProtection(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
    }

    void stored(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        if (meta.deleting() && meta.finalizers().stream().anyMatch(FINALIZERS::contains)) {
            queue.add(new Protected(type, meta.key()));
        }
    }

    /** A Pod that is gone may have been the last that a claim waited for. */
    void podRemoved(ObjectNode pod) {
        String namespace = new Meta(pod).namespace();
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            String claim =
                    volume.path("persistentVolumeClaim").path("claimName").asText("");
            if (!claim.isEmpty()) {
                core.store().get(CLAIMS, new Key(namespace, claim)).ifPresent(stored -> core.catalog()
                        .find("", "v1", "persistentvolumeclaims")
                        .ifPresent(type -> stored(type, stored.object())));
            }
        }
    }

    private boolean used(Protected held) {
        return held.type().kind().equals("PersistentVolumeClaim")
                && core.store().list(PODS, held.key().namespace()).objects().stream()
                        .anyMatch(pod -> uses(pod.object(), held.key().name()));
    }

    private static boolean uses(ObjectNode pod, String claim) {
        boolean scheduled = !pod.path("spec").path("nodeName").asText("").isEmpty();
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            if (scheduled
                    && volume.path("persistentVolumeClaim")
                            .path("claimName")
                            .asText("")
                            .equals(claim)) {
                return true;
            }
        }
        return false;
    }

    private void release(Protected held) {
        if (!objects.exists(held.type(), held.key()) || used(held)) {
            return;
        }
        objects.editRaw(Target.internal(held.type(), held.key(), "", "kube-controller-manager"), live -> {
            ObjectNode next = live.deepCopy();
            Meta meta = new Meta(next);
            meta.finalizers(meta.finalizers().stream()
                    .filter(f -> !FINALIZERS.contains(f))
                    .toList());
            return next;
        });
    }

    @Override
    public void close() {
        queue.close();
    }
}
