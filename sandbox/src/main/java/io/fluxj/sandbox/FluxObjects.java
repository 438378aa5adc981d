package io.fluxj.sandbox;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.sandbox.ObjectRow.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Watches the Flux objects of the cluster and tells when one of them changed. */
final class FluxObjects implements AutoCloseable {

    /** The kinds that have a controller. */
    static final List<ResourceDefinitionContext> KINDS = List.of(
            kind("source.toolkit.fluxcd.io/v1", "GitRepository", "gitrepositories"),
            kind("source.toolkit.fluxcd.io/v1", "OCIRepository", "ocirepositories"),
            kind("source.toolkit.fluxcd.io/v1", "HelmRepository", "helmrepositories"),
            kind("source.toolkit.fluxcd.io/v1", "HelmChart", "helmcharts"),
            kind("source.toolkit.fluxcd.io/v1", "Bucket", "buckets"),
            kind("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "kustomizations"),
            kind("helm.toolkit.fluxcd.io/v2", "HelmRelease", "helmreleases"),
            kind("notification.toolkit.fluxcd.io/v1beta3", "Provider", "providers"),
            kind("notification.toolkit.fluxcd.io/v1beta3", "Alert", "alerts"),
            kind("notification.toolkit.fluxcd.io/v1", "Receiver", "receivers"),
            kind("image.toolkit.fluxcd.io/v1", "ImageRepository", "imagerepositories"),
            kind("image.toolkit.fluxcd.io/v1", "ImagePolicy", "imagepolicies"),
            kind("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", "imageupdateautomations"));

    /** Kinds whose objects are settings for others and say nothing of themselves. */
    private static final Set<String> SILENT = Set.of("Provider", "Alert");

    private final Map<String, ObjectRow> rows = new ConcurrentSkipListMap<>();
    private final Semaphore changes = new Semaphore(0);
    private final List<SharedIndexInformer<GenericKubernetesResource>> informers;

    FluxObjects(KubernetesClient client) {
        informers = KINDS.stream()
                .map(kind ->
                        client.genericKubernetesResources(kind).inAnyNamespace().inform(new RowKeeper()))
                .toList();
    }

    private static ResourceDefinitionContext kind(String apiVersion, String kind, String plural) {
        int slash = apiVersion.indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** {@return the rows as they are now, in the order to show} */
    List<ObjectRow> rows() {
        return rows.values().stream().sorted(ObjectRow.ORDER).toList();
    }

    /** Returns when an object changed since the last call, or after the time. */
    void awaitChange(long time, TimeUnit unit) throws InterruptedException {
        if (changes.tryAcquire(time, unit)) {
            changes.drainPermits();
        }
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private static ObjectRow rowOf(GenericKubernetesResource object) {
        var metadata = object.getMetadata();
        return new ObjectRow(
                object.getKind(),
                metadata.getNamespace(),
                metadata.getName(),
                stateOf(object),
                revisionOf(object),
                condition(object, "Ready")
                        .map(ready -> text(ready.get("message")))
                        .orElse(""));
    }

    private static State stateOf(GenericKubernetesResource object) {
        if (Boolean.TRUE.equals(object.get("spec", "suspend"))) {
            return State.SUSPENDED;
        }
        if (isStatic(object)) {
            return State.READY;
        }
        if (hasStatus(object, "Stalled", "True")) {
            return State.STALLED;
        }
        var seen = object.get("status", "observedGeneration") instanceof Number number ? number.longValue() : -1;
        boolean current = seen == object.getMetadata().getGeneration();
        if (hasStatus(object, "Ready", "True") && current && !hasStatus(object, "Reconciling", "True")) {
            return State.READY;
        }
        return hasStatus(object, "Ready", "False") ? State.FAILING : State.PENDING;
    }

    /** A HelmRepository in a registry is an address alone: nothing ever happens to it. */
    private static boolean isStatic(GenericKubernetesResource object) {
        return SILENT.contains(object.getKind())
                || ("HelmRepository".equals(object.getKind()) && "oci".equals(object.get("spec", "type")));
    }

    private static String revisionOf(GenericKubernetesResource object) {
        return Stream.of(
                        object.get("status", "artifact", "revision"),
                        object.get("status", "lastAppliedRevision"),
                        object.get("status", "lastAttemptedRevision"))
                .map(FluxObjects::text)
                .filter(revision -> !revision.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean hasStatus(GenericKubernetesResource object, String type, String status) {
        return condition(object, type)
                .filter(found -> status.equals(found.get("status")))
                .isPresent();
    }

    private static Optional<Map<?, ?>> condition(GenericKubernetesResource object, String type) {
        if (!(object.get("status", "conditions") instanceof List<?> conditions)) {
            return Optional.empty();
        }
        for (var condition : conditions) {
            if (condition instanceof Map<?, ?> map && type.equals(map.get("type"))) {
                return Optional.of(map);
            }
        }
        return Optional.empty();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Keeps the rows as the objects come and go. */
    private final class RowKeeper implements ResourceEventHandler<GenericKubernetesResource> {

        @Override
        public void onAdd(GenericKubernetesResource object) {
            put(object);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
            put(after);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean unknownState) {
            rows.remove(rowOf(object).subject());
            changes.release();
        }

        private void put(GenericKubernetesResource object) {
            var row = rowOf(object);
            rows.put(row.subject(), row);
            changes.release();
        }
    }
}
