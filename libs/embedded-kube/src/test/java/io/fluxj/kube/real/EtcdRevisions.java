package io.fluxj.kube.real;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Makes the first revisions of a new etcd ones that are too old, as they are in every cluster that has lived a while. */
final class EtcdRevisions {
    private static final int WRITES = 20;

    private EtcdRevisions() {}

    static void advance(String etcd) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            await("etcd answers").until(() -> put(client, etcd));
            for (int i = 1; i < WRITES; i++) {
                put(client, etcd);
            }
            post(client, etcd + "/v3/kv/compaction", "{\"revision\": \"" + WRITES / 2 + "\"}");
        }
    }

    private static boolean put(HttpClient client, String etcd) {
        return post(client, etcd + "/v3/kv/put", "{\"key\": \"eA==\", \"value\": \"eA==\"}");
    }

    private static boolean post(HttpClient client, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
