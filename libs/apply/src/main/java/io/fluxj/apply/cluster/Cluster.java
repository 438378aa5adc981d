package io.fluxj.apply.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.apply.ObjectRef;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One cluster seen as one user. Create one per {@link KubernetesClient} and keep it: it holds what discovery found.
 * Every method throws {@link ApiException} when the server refuses or cannot be reached, and
 * {@link UnknownKindException} for a kind that it does not serve.
 */
public final class Cluster {
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String JSON_PATCH = "application/json-patch+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String METADATA_LIST =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    private static final String METADATA =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

    private final KubernetesClient client;
    private final String user;
    private final Transport transport;
    private final Discovery discovery;
    private final Optional<Cluster> own;

    private Cluster(
            KubernetesClient client, String user, Transport transport, Discovery discovery, Optional<Cluster> own) {
        this.client = client;
        this.user = user;
        this.transport = transport;
        this.discovery = discovery;
        this.own = own;
    }

    /** The cluster as the client's own identity sees it. */
    public static Cluster of(KubernetesClient client) {
        Transport transport = Transport.of(client, "");
        return new Cluster(client, "", transport, new Discovery(transport), Optional.empty());
    }

    /**
     * The same cluster acting as another user; cheap, shares discovery.
     *
     * @param other such as {@code system:serviceaccount:team:robot}; empty for the client's own identity
     */
    public Cluster impersonating(String other) {
        return new Cluster(client, other, Transport.of(client, other), discovery, Optional.of(own()));
    }

    /** This cluster as the client's own identity sees it: the same one for all users. */
    public Cluster own() {
        return own.orElse(this);
    }

    /** Whom this acts as; empty for the client's own identity. */
    public String user() {
        return user;
    }

    /** Where kinds are served. */
    public Discovery discovery() {
        return discovery;
    }

    /** All that is served. */
    public Served served() {
        return new Served(transport);
    }

    /** The live object; empty when it does not exist. */
    public Optional<ObjectNode> get(ObjectRef ref) {
        try {
            return Optional.of((ObjectNode) transport.send(Call.get(path(ref))));
        } catch (ApiException e) {
            if (e.notFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Objects of a kind.
     *
     * @param kind group, version, kind and namespace count; all namespaces when that is empty
     * @param labelSelector empty for all
     * @return the list answer with its {@code items}
     */
    public JsonNode list(ObjectRef kind, String labelSelector) {
        return transport.send(collection(kind).with("labelSelector", labelSelector));
    }

    /** As {@link #list} without a selector; with a name only that object, in a list. */
    public JsonNode listNamed(ObjectRef scope) {
        return transport.send(collection(scope).with("fieldSelector", nameSelector(scope)));
    }

    /** As {@link #list}, but only the metadata of each object, unparsed. */
    public byte[] listMetadata(ObjectRef kind, String labelSelector) {
        return transport.sendForBytes(collection(kind).accepting(METADATA_LIST).with("labelSelector", labelSelector));
    }

    /** As {@link #listMetadata}, parsed. */
    public JsonNode listMetadataTree(ObjectRef kind, String labelSelector) {
        return Json.read(listMetadata(kind, labelSelector));
    }

    /** What applying the manifest would give; without a resourceVersion when it would create the object. */
    public ObjectNode dryRunApply(ObjectRef ref, JsonNode manifest, String fieldManager) {
        return apply(ref, manifest, fieldManager, "All");
    }

    /** Applies the manifest, taking over the fields that others own, and returns the stored object. */
    public ObjectNode apply(ObjectRef ref, JsonNode manifest, String fieldManager) {
        return apply(ref, manifest, fieldManager, "");
    }

    /** Applies the status of an object, which must be there, taking over the fields that others own, and returns the stored object. */
    public ObjectNode applyStatus(ObjectRef ref, JsonNode manifest, String fieldManager) {
        Call call = Call.patch(path(ref) + "/status", APPLY, Json.writeForApply(manifest))
                .with("fieldManager", fieldManager, "force", "true");
        return (ObjectNode) transport.send(call);
    }

    /** Applies the manifest by these rules, and returns the stored object. */
    public ObjectNode apply(ObjectRef ref, JsonNode manifest, FieldMerge merge) {
        Call call = Call.patch(path(ref), APPLY, Json.writeForApply(manifest))
                .with("fieldManager", merge.fieldManager(), "force", String.valueOf(merge.force()))
                .with("fieldValidation", merge.strict() ? "Strict" : "Ignore");
        return (ObjectNode) transport.send(call);
    }

    /** Creates an object, which must not be there, and returns it as it is stored. */
    public ObjectNode create(ObjectRef ref, JsonNode manifest, String fieldManager) {
        String path = discovery.resource(ref).path(ref.namespace());
        Call call = Call.write("POST", path, Json.write(manifest)).with("fieldManager", fieldManager);
        return (ObjectNode) transport.send(call);
    }

    /** Puts the manifest in place of the live object, which must be there; of the resource version that it has, or else whatever it is now. */
    public ObjectNode replace(ObjectRef ref, JsonNode manifest, String fieldManager) {
        Call call = Call.write("PUT", path(ref), Json.write(manifest)).with("fieldManager", fieldManager);
        return (ObjectNode) transport.send(call);
    }

    /** Changes an object by a JSON merge patch. */
    public ObjectNode merge(ObjectRef ref, JsonNode changes, String fieldManager) {
        Call call = Call.patch(path(ref), MERGE_PATCH, Json.write(changes)).with("fieldManager", fieldManager);
        return (ObjectNode) transport.send(call);
    }

    /** Changes an object by a JSON patch. */
    public ObjectNode patch(ObjectRef ref, JsonNode operations, String fieldManager) {
        Call call = Call.patch(path(ref), JSON_PATCH, Json.write(operations)).with("fieldManager", fieldManager);
        return (ObjectNode) transport.send(call);
    }

    /**
     * Deletes an object in the background; one that is gone already is fine.
     *
     * @param uid only if it is still this very object; empty for any
     */
    public void delete(ObjectRef ref, String uid) {
        ObjectNode options = Json.object().put("propagationPolicy", "Background");
        if (!uid.isEmpty()) {
            options.putObject("preconditions").put("uid", uid);
        }
        try {
            transport.send(Call.delete(path(ref), Json.write(options)));
        } catch (ApiException e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    /**
     * Deletes an object; one that is gone is an {@link ApiException}.
     *
     * @param propagation what becomes of its dependents, such as {@code Foreground}
     */
    public void remove(ObjectRef ref, String propagation) {
        ObjectNode options = Json.object().put("propagationPolicy", propagation);
        transport.send(Call.delete(path(ref), Json.write(options)));
    }

    /**
     * The last lines that a container of a Pod printed.
     *
     * @param bytes at most, counted from the first of these lines
     */
    public String log(ObjectRef pod, String container, int lines, int bytes) {
        Call call = Call.get(path(pod) + "/log").accepting("*/*").with("container", container);
        byte[] answer = transport.sendForBytes(
                call.with("tailLines", String.valueOf(lines), "limitBytes", String.valueOf(bytes)));
        return new String(answer, UTF_8);
    }

    /**
     * Watches objects.
     *
     * @param kind as in {@link #list}; with a name: that object only
     * @param resourceVersion where to begin; empty for the present state first
     * @param listener called for every event and once at the end, on a thread of the HTTP client: must not block
     * @return closes the watch
     */
    public Watch watch(ObjectRef kind, String resourceVersion, Consumer<WatchEvent> listener) {
        Call call = collection(kind)
                .with("watch", "true")
                .with("allowWatchBookmarks", "true", "resourceVersion", resourceVersion)
                .with("fieldSelector", nameSelector(kind));
        return Watch.open(transport, call, listener);
    }

    /** As {@link #watch}, but only the metadata of each object, if the server can leave out the rest. */
    public Watch watchMetadata(
            ObjectRef kind, String labelSelector, String resourceVersion, Consumer<WatchEvent> listener) {
        Call call = collection(kind)
                .accepting(METADATA)
                .with("watch", "true", "labelSelector", labelSelector)
                .with("allowWatchBookmarks", "true", "resourceVersion", resourceVersion);
        return Watch.open(transport, call, listener);
    }

    private ObjectNode apply(ObjectRef ref, JsonNode manifest, String fieldManager, String dryRun) {
        Call call = Call.patch(path(ref), APPLY, Json.writeForApply(manifest))
                .with("fieldManager", fieldManager, "force", "true", "dryRun", dryRun);
        return (ObjectNode) transport.send(call);
    }

    private static String nameSelector(ObjectRef scope) {
        return scope.name().isEmpty() ? "" : "metadata.name=" + scope.name();
    }

    private Call collection(ObjectRef kind) {
        return Call.get(discovery.resource(kind).path(kind.namespace()));
    }

    private String path(ObjectRef ref) {
        return discovery.resource(ref).path(ref.namespace(), ref.name());
    }
}
