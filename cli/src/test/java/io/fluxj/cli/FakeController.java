package io.fluxj.cli;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.KubeCluster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Does what a controller does with what the command line asks for: handles tokens and new specs of one kind in the test's namespace, and writes a status. */
public final class FakeController implements AutoCloseable {
    private final SharedIndexInformer<GenericKubernetesResource> informer;

    private FakeController(SharedIndexInformer<GenericKubernetesResource> informer) {
        this.informer = informer;
    }

    /** Makes every object ready. */
    public static FakeController succeeding(KubeCluster cluster, FluxKind kind, Map<String, Object> status) {
        return of(cluster, kind, "True", "done", () -> status);
    }

    /** Fails with every object. */
    public static FakeController failing(KubeCluster cluster, FluxKind kind, String message) {
        return of(cluster, kind, "False", message, Map::of);
    }

    private static FakeController of(
            KubeCluster cluster, FluxKind kind, String ready, String message, Supplier<Map<String, Object>> status) {
        var objects = cluster.client()
                .genericKubernetesResources(Objects.definition(kind))
                .inNamespace(cluster.namespace());
        return new FakeController(objects.inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(GenericKubernetesResource object) {
                handle(object);
            }

            @Override
            public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
                handle(object);
            }

            @Override
            public void onDelete(GenericKubernetesResource object, boolean unknown) {}

            private void handle(GenericKubernetesResource object) {
                if (isWanted(object)) {
                    write(objects.withName(object.getMetadata().getName()), status.get());
                }
            }

            private void write(Resource<GenericKubernetesResource> resource, Map<String, Object> fields) {
                resource.editStatus(object -> {
                    Map<String, Object> written = new LinkedHashMap<>(fields);
                    written.put("lastHandledReconcileAt", token(object));
                    written.put("observedGeneration", object.getMetadata().getGeneration());
                    written.put("conditions", List.of(condition(object)));
                    object.getAdditionalProperties().put("status", written);
                    return object;
                });
            }

            private Map<String, Object> condition(GenericKubernetesResource object) {
                return Map.of(
                        "type",
                        "Ready",
                        "status",
                        ready,
                        "reason",
                        ready.equals("True") ? "Succeeded" : "BuildFailed",
                        "message",
                        message,
                        "lastTransitionTime",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "observedGeneration",
                        object.getMetadata().getGeneration());
            }
        }));
    }

    private static boolean isWanted(GenericKubernetesResource object) {
        boolean suspended = Boolean.TRUE.equals(object.get("spec", "suspend"));
        Object handled = object.get("status", "lastHandledReconcileAt");
        Object observed = object.get("status", "observedGeneration");
        long generation = object.getMetadata().getGeneration();
        boolean old = !(observed instanceof Number number) || number.longValue() != generation;
        return !suspended && (old || !token(object).equals(handled));
    }

    private static String token(GenericKubernetesResource object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault("reconcile.fluxcd.io/requestedAt", "");
    }

    @Override
    public void close() {
        informer.close();
    }
}
