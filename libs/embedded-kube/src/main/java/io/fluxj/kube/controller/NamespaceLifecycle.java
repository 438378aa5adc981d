package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.queue.WorkQueue;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.DeleteOptions;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.store.Stored;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a new namespace what every namespace has, and empties one that is going away. */
final class NamespaceLifecycle implements AutoCloseable {
    private static final ResourceName NAMESPACES = new ResourceName("", "namespaces");
    private static final Duration AGAIN = Duration.ofMillis(20);

    private final Core core;
    private final Objects objects;
    private final String certificateAuthority;
    private final WorkQueue<String> removals = new WorkQueue<>("kube-namespace-removal", this::empty);

    NamespaceLifecycle(Core core, Objects objects, String certificateAuthority) {
        this.core = core;
        this.objects = objects;
        this.certificateAuthority = certificateAuthority;
    }

    void stored(ObjectNode namespace) {
        Meta meta = new Meta(namespace);
        if (meta.deleting()) {
            removals.add(meta.name());
        } else {
            furnish(meta.name());
        }
    }

    /** What became of an object may be the last thing a namespace waited for. */
    void contentChanged(String namespace) {
        boolean going = core.store()
                .get(NAMESPACES, new Key("", namespace))
                .filter(n -> new Meta(n.object()).deleting())
                .isPresent();
        if (going) {
            removals.add(namespace);
        }
    }

    /** Makes the default service account and the authority's certificate again when they are missing. */
    void furnish(String namespace) {
        ObjectNode account = Nodes.object().put("apiVersion", "v1").put("kind", "ServiceAccount");
        account.putObject("metadata").put("name", "default").put("namespace", namespace);
        ensure("serviceaccounts", account);
        ObjectNode config = Nodes.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        config.putObject("metadata")
                .put("name", "kube-root-ca.crt")
                .put("namespace", namespace)
                .putObject("annotations")
                .put(
                        "kubernetes.io/description",
                        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal"
                                + " endpoints such as the internal service IP or kubernetes.default.svc. No other usage is"
                                + " guaranteed across distributions of Kubernetes clusters.");
        config.putObject("data").put("ca.crt", certificateAuthority);
        ensure("configmaps", config);
    }

    private void ensure(String plural, ObjectNode object) {
        Key key = new Meta(object).key();
        ResourceType type = core.catalog().find("", "v1", plural).orElseThrow();
        if (core.store().get(type.stored(), key).isPresent()) {
            return;
        }
        try {
            objects.create(Target.internal(type, new Key(key.namespace(), ""), "", "kube-controller-manager"), object);
        } catch (ApiError e) {
            if (e.code() != 409 && e.code() != 403 && e.code() != 404) {
                throw e;
            }
        }
    }

    private void empty(String name) {
        Optional<Stored> namespace = core.store().get(NAMESPACES, new Key("", name));
        if (namespace.isEmpty() || !new Meta(namespace.get().object()).deleting()) {
            return;
        }
        Map<String, Long> left = removeAll(name);
        ResourceType type = core.catalog().find("", "v1", "namespaces").orElseThrow();
        Target target = Target.internal(type, new Key("", name), "finalize", "kube-controller-manager");
        if (left.isEmpty()) {
            objects.editRaw(target, live -> {
                ObjectNode next = live.deepCopy();
                Nodes.child(next, "spec").remove("finalizers");
                return next;
            });
        } else {
            objects.editRaw(target, live -> waiting(live.deepCopy(), left));
            removals.addAfter(name, AGAIN.multipliedBy(10));
        }
    }

    /** Deletes what can be deleted; what is held by finalizers is counted by resource. */
    private Map<String, Long> removeAll(String namespace) {
        Map<String, Long> left = new LinkedHashMap<>();
        for (ResourceType type : core.catalog().all()) {
            boolean storedHere = type.namespaced() && type.groupVersion().equals(type.storageVersion());
            if (storedHere) {
                core.store().list(type.stored(), namespace).objects().forEach(o -> remove(type, new Meta(o.object())));
                long count =
                        core.store().list(type.stored(), namespace).objects().size();
                if (count > 0) {
                    left.put(type.name().qualified(), count);
                }
            }
        }
        return left;
    }

    private void remove(ResourceType type, Meta meta) {
        if (meta.deleting()) {
            return;
        }
        try {
            objects.removal()
                    .delete(Target.internal(type, meta.key(), "", "kube-controller-manager"), DeleteOptions.plain());
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound")) {
                throw e;
            }
        }
    }

    private static ObjectNode waiting(ObjectNode namespace, Map<String, Long> left) {
        StringBuilder text = new StringBuilder();
        left.forEach((resource, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(resource)
                .append(" has ")
                .append(count)
                .append(" resource instances"));
        String message = "Some resources are remaining: " + text;
        ArrayNode conditions = Nodes.child(namespace, "status").get("conditions") instanceof ArrayNode list
                ? list
                : Nodes.child(namespace, "status").putArray("conditions");
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (conditions.get(i).path("type").asText().equals("NamespaceContentRemaining")) {
                if (conditions.get(i).path("message").asText().equals(message)) {
                    return namespace;
                }
                conditions.remove(i);
            }
        }
        conditions
                .addObject()
                .put("lastTransitionTime", Meta.now())
                .put("message", message)
                .put("reason", "SomeResourcesRemain")
                .put("status", "True")
                .put("type", "NamespaceContentRemaining");
        return namespace;
    }

    @Override
    public void close() {
        removals.close();
    }
}
