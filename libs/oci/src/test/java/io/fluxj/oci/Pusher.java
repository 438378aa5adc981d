package io.fluxj.oci;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Puts artifacts into an open registry. */
public record Pusher(HttpClient client, URI registry, String repository) {
    /** To an open registry. */
    public static Pusher to(String url, String repository) {
        return new Pusher(HttpClient.newHttpClient(), URI.create(url), repository);
    }

    /** An artifact of one layer; answers its digest. */
    public Digest push(String tag, String content) throws IOException, InterruptedException {
        Digest config = blob("{}");
        Digest layer = blob(content);
        return manifest(tag, """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},
                 "layers":[{"mediaType":"text/plain","digest":"%s","size":%d}]}""".formatted(MediaType.OCI_MANIFEST, config, layer, content.length()));
    }

    /** Something that refers to another manifest. */
    public Digest attach(Digest subject, long size, String content) throws IOException, InterruptedException {
        return attach(subject, size, content, "application/vnd.test");
    }

    /** Something of a type that refers to another manifest. */
    public Digest attach(Digest subject, long size, String content, String type)
            throws IOException, InterruptedException {
        Digest config = blob("{}");
        Digest layer = blob(content);
        String manifest = """
                {"schemaVersion":2,"mediaType":"%s","artifactType":"%s","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},
                 "layers":[{"mediaType":"%s","digest":"%s","size":%d}],
                 "subject":{"mediaType":"%s","digest":"%s","size":%d}}""".formatted(
                        MediaType.OCI_MANIFEST,
                        type,
                        config,
                        type.equals("application/vnd.test") ? "text/plain" : type,
                        layer,
                        content.getBytes(StandardCharsets.UTF_8).length,
                        MediaType.OCI_MANIFEST,
                        subject,
                        size);
        return manifest(digest(manifest).toString(), manifest);
    }

    /** Of a manifest. */
    public long size(String tag) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(uri("manifests/" + tag))
                                .header("Accept", MediaType.OCI_MANIFEST)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    private Digest manifest(String tag, String manifest) throws IOException, InterruptedException {
        put(uri("manifests/" + tag), MediaType.OCI_MANIFEST, manifest);
        return digest(manifest);
    }

    private Digest blob(String content) throws IOException, InterruptedException {
        HttpResponse<Void> upload = client.send(
                HttpRequest.newBuilder(uri("blobs/uploads/"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        URI place = registry.resolve(upload.headers().firstValue("Location").orElseThrow());
        String joint = place.getRawQuery() == null ? "?" : "&";
        put(URI.create(place + joint + "digest=" + digest(content)), "application/octet-stream", content);
        return digest(content);
    }

    private void put(URI target, String type, String content) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(content))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(target + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private URI uri(String rest) {
        return registry.resolve("/v2/" + repository + "/" + rest);
    }

    private static Digest digest(String content) {
        return Digest.of(DigestAlgorithm.SHA256, content.getBytes(StandardCharsets.UTF_8));
    }
}
