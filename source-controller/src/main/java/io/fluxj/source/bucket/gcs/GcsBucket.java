package io.fluxj.source.bucket.gcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpReader;
import io.fluxj.runtime.bucket.ObjectBucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket of Google Cloud Storage. Source: Cloud Storage JSON API, buckets.get, objects.list, objects.get. */
public final class GcsBucket implements ObjectBucket {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 16 << 20;
    private static final int LONGEST_MESSAGE = 512;
    private static final int NOT_FOUND = 404;

    private final HttpReader http;
    private final GcsPlace place;
    private final Map<String, String> headers;

    private GcsBucket(HttpReader http, GcsPlace place, Map<String, String> headers) {
        this.http = http;
        this.place = place;
        this.headers = headers;
    }

    /**
     * A bucket that is there.
     *
     * @param token who asks; empty for anyone
     * @return nothing when there is no such bucket
     * @throws IOException when the server does not answer, or refuses to
     */
    public static Optional<ObjectBucket> find(HttpReader http, GcsPlace place, String token, Deadline deadline)
            throws IOException, InterruptedException {
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        GcsBucket bucket = new GcsBucket(http, place, headers);
        return bucket.json(place.address("", Map.of("fields", "name")), deadline)
                .map(_ -> bucket);
    }

    @Override
    public void list(String prefix, Visitor visitor, Deadline deadline) throws IOException, InterruptedException {
        String next = "";
        do {
            JsonNode page = json(place.address("/o", query(prefix, next)), deadline)
                    .orElseThrow(() -> new IOException("the bucket is gone"));
            for (JsonNode object : page.path("items")) {
                visitor.visit(
                        object.path("name").asText(""), object.path("etag").asText(""));
            }
            String following = page.path("nextPageToken").asText("");
            if (!following.isEmpty() && following.equals(next)) {
                throw new IOException("the server lists the same page of objects again and again");
            }
            next = following;
        } while (!next.isEmpty());
    }

    private static Map<String, String> query(String prefix, String token) {
        Map<String, String> query =
                new TreeMap<>(Map.of("fields", "nextPageToken,items(name,etag)", "maxResults", "1000"));
        if (!prefix.isEmpty()) {
            query.put("prefix", prefix);
        }
        if (!token.isEmpty()) {
            query.put("pageToken", token);
        }
        return query;
    }

    /** The tag is read first, and the content of that very generation then: an answer with content does not have it. */
    @Override
    public Optional<String> fetch(String key, OutputStream target, Deadline deadline)
            throws IOException, InterruptedException {
        Optional<JsonNode> object = json(place.object(key, Map.of("fields", "etag,generation")), deadline);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        String generation = object.get().path("generation").asText("");
        Map<String, String> query = new TreeMap<>(Map.of("alt", "media"));
        if (!generation.isEmpty()) {
            query.put("generation", generation);
        }
        try (HttpAnswer answer = http.get(place.object(key, query), headers, deadline)) {
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            require(answer);
            try (InputStream body = answer.body()) {
                body.transferTo(target);
            }
            return Optional.of(object.get().path("etag").asText(""));
        }
    }

    private Optional<JsonNode> json(URI address, Deadline deadline) throws IOException, InterruptedException {
        try (HttpAnswer answer = http.get(address, headers, deadline)) {
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            require(answer);
            return Optional.of(read(answer));
        }
    }

    private static void require(HttpAnswer answer) throws IOException {
        if (answer.isOk()) {
            return;
        }
        String message = "";
        try {
            message = read(answer).at("/error/message").asText("");
        } catch (IOException other) {
            // then the status alone tells
        }
        String words = message.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        String shown = words.substring(0, Math.min(words.length(), LONGEST_MESSAGE));
        throw new IOException("the server answered " + answer.statusText() + (shown.isEmpty() ? "" : ": " + shown));
    }

    private static JsonNode read(HttpAnswer answer) throws IOException {
        byte[] text = answer.body().readNBytes(LARGEST + 1);
        if (text.length > LARGEST) {
            throw new IOException("the server's answer is longer than " + LARGEST + " bytes");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IOException("the server's answer is not JSON", malformed);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
