package io.fluxj.runtime.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.internal.OperationSupport;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Merge patches of namespaced objects, one request each: the client's own {@code patch(context, text)} reads the object first, so that every write would
 * cost two.
 *
 * @param manager the field manager, which must be a word that needs no escaping in a URL
 */
public record MergePatches<R extends HasMetadata>(KubernetesClient client, Class<R> type, String manager) {

    /**
     * Merges {@code patch} into the object of this name.
     *
     * @return the object as it is now
     * @throws KubernetesClientException with the code of the answer
     */
    public R patch(ObjectMeta object, ObjectNode patch) {
        return send(object, "", patch);
    }

    /**
     * Merges {@code patch} into the status of the object of this name.
     *
     * @return the object as it is now
     * @throws KubernetesClientException with the code of the answer
     */
    public R patchStatus(ObjectMeta object, ObjectNode patch) {
        return send(object, "/status", patch);
    }

    private R send(ObjectMeta object, String subresource, ObjectNode patch) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(uri(object, subresource))
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

    private URI uri(ObjectMeta object, String subresource) {
        String version = HasMetadata.getApiVersion(type);
        return URI.create(client.getMasterUrl().toString().replaceAll("/+$", "")
                + (version.contains("/") ? "/apis/" : "/api/") + version
                + "/namespaces/" + object.getNamespace()
                + "/" + HasMetadata.getPlural(type) + "/" + object.getName() + subresource
                + "?fieldManager=" + manager);
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
