package io.fluxj.runtime.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.internal.OperationSupport;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Merge patches of namespaced objects, one request each: the client's own {@code patch(context, text)} reads the object first, so that every write would
 * cost two.
 *
 * @param kind where the objects are
 * @param type of the answers
 * @param manager the field manager, which must be a word that needs no escaping in a URL
 */
public record MergePatches<R extends HasMetadata>(
        KubernetesClient client, ResourceDefinitionContext kind, Class<R> type, String manager) {
    private static final int NOT_FOUND = 404;

    /** Patches of a kind that has a class of its own. */
    public static <R extends HasMetadata> MergePatches<R> of(KubernetesClient client, Class<R> type, String manager) {
        return new MergePatches<>(client, ResourceDefinitionContext.fromResourceType(type), type, manager);
    }

    /**
     * Merges {@code patch} into the object of this name.
     *
     * @return the object as it is now
     * @throws KubernetesClientException with the code of the answer
     */
    public R patch(ObjectMeta object, ObjectNode patch) {
        return patch(object.getNamespace(), object.getName(), patch);
    }

    /**
     * Merges {@code patch} into an object.
     *
     * @param name may be what a user wrote: one that no object can have is answered as that of an object that is not there
     * @return the object as it is now
     * @throws KubernetesClientException with the code of the answer
     */
    public R patch(String namespace, String name, ObjectNode patch) {
        return send(uri(namespace, name, ""), patch);
    }

    /**
     * Merges {@code patch} into the status of the object of this name.
     *
     * @return the object as it is now
     * @throws KubernetesClientException with the code of the answer
     */
    public R patchStatus(ObjectMeta object, ObjectNode patch) {
        return send(uri(object.getNamespace(), object.getName(), "/status"), patch);
    }

    private R send(URI uri, ObjectNode patch) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(uri)
                .timeout(client.getConfiguration().getRequestTimeout(), TimeUnit.MILLISECONDS)
                .method("PATCH", OperationSupport.JSON_MERGE_PATCH, patch.toString())
                .build();
        KubernetesSerialization json = client.getKubernetesSerialization();
        HttpResponse<byte[]> answer = answer(request);
        if (!answer.isSuccessful()) {
            throw OperationSupport.requestFailure(request, OperationSupport.createStatus(answer, json));
        }
        return json.unmarshal(new ByteArrayInputStream(answer.body()), type);
    }

    private URI uri(String namespace, String name, String subresource) {
        String api = kind.getGroup() == null || kind.getGroup().isEmpty() ? "/api/" : "/apis/" + kind.getGroup() + "/";
        return URI.create(client.getMasterUrl().toString().replaceAll("/+$", "")
                + api + kind.getVersion()
                + "/namespaces/" + segment(namespace)
                + "/" + kind.getPlural() + "/" + segment(name) + subresource
                + "?fieldManager=" + manager);
    }

    /** The server reads a path after it has decoded it, so that a slash would lead to another object even when it is escaped. */
    private static String segment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%")) {
            throw new KubernetesClientException("no object can be called '" + name + "'", NOT_FOUND, null);
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return client.getHttpClient().sendAsync(request, byte[].class).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperationSupport.requestException(request, e);
        } catch (ExecutionException e) {
            throw KubernetesClientException.launderThrowable(e.getCause() == null ? e : e.getCause());
        }
    }
}
