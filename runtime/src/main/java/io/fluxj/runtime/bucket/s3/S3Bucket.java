package io.fluxj.runtime.bucket.s3;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpAsk;
import io.fluxj.net.http.HttpReader;
import io.fluxj.runtime.bucket.ObjectBucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket of Amazon S3, or of a server that speaks its language. */
public final class S3Bucket implements ObjectBucket {
    private static final int LONGEST_MESSAGE = 512;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final HttpReader http;
    private final S3Place place;
    private final Optional<S3Keys> keys;
    private final String region;

    private S3Bucket(HttpReader http, S3Place place, Optional<S3Keys> keys, String region) {
        this.http = http;
        this.place = place;
        this.keys = keys;
        this.region = region;
    }

    /**
     * A bucket that is there.
     *
     * @param keys who asks; empty for anyone
     * @param region that it is in; empty when the server shall tell
     * @return nothing when there is no such bucket
     * @throws IOException when the server does not answer, or refuses to
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // anyone is a case of its own
    public static Optional<ObjectBucket> find(
            HttpReader http, S3Place place, Optional<S3Keys> keys, String region, Deadline deadline)
            throws IOException, InterruptedException {
        S3Bucket guess = new S3Bucket(http, place, keys, Regions.first(region, place));
        try {
            String where = region.isEmpty() ? guess.location(deadline) : region;
            S3Bucket bucket = new S3Bucket(http, place, keys, where);
            bucket.page("", "", 1, deadline);
            return Optional.of(bucket);
        } catch (S3Exception refused) {
            if (refused.code().equals("NoSuchBucket")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * A bucket in a region that is known; nobody is asked before it is used.
     *
     * @param region that it is in; empty for that of its endpoint
     */
    public static S3Bucket at(HttpReader http, S3Place place, S3Keys keys, String region) {
        return new S3Bucket(http, place, Optional.of(keys), Regions.first(region, place));
    }

    /** The names of regions. */
    private static final class Regions {
        private static final String FIRST = "us-east-1";
        private static final String IRELAND = "eu-west-1";

        static String first(String given, S3Place place) {
            return given.isEmpty() ? named(place.region()) : given;
        }

        /** The first regions go by other names in answers. */
        static String named(String location) {
            return switch (location) {
                case "" -> FIRST;
                case "EU" -> IRELAND;
                default -> location;
            };
        }
    }

    /** Where the bucket is; those who may not ask are told by the refusal, or it is where its endpoint is. */
    private String location(Deadline deadline) throws IOException, InterruptedException {
        URI address = place.address("", Map.of("location", ""));
        try (HttpAnswer answer = ask(address, Map.of(), deadline)) {
            return Regions.named(S3Xml.read(answer.body()).field("LocationConstraint"));
        } catch (S3Exception refused) {
            if (!refused.region().isEmpty()) {
                return refused.region();
            }
            if (refused.code().equals("AccessDenied")) {
                return region;
            }
            throw refused;
        }
    }

    @Override
    public void list(String prefix, Visitor visitor, Deadline deadline) throws IOException, InterruptedException {
        String next = "";
        do {
            S3Xml page = page(prefix, next, 1000, deadline);
            boolean escaped = page.field("EncodingType").equals("url");
            for (Map<String, String> object : page.contents()) {
                String key = object.getOrDefault("Key", "");
                visitor.visit(escaped ? decoded(key) : key, unquoted(object.getOrDefault("ETag", "")));
            }
            String following = page.field("IsTruncated").equals("true") ? page.field("NextContinuationToken") : "";
            if (!following.isEmpty() && following.equals(next)) {
                throw new IOException("the server lists the same page of objects again and again");
            }
            next = following;
        } while (!next.isEmpty());
    }

    private S3Xml page(String prefix, String token, int size, Deadline deadline)
            throws IOException, InterruptedException {
        Map<String, String> query = new TreeMap<>(
                Map.of("encoding-type", "url", "list-type", "2", "max-keys", Integer.toString(size), "prefix", prefix));
        if (!token.isEmpty()) {
            query.put("continuation-token", token);
        }
        try (HttpAnswer answer = ask(place.address("", query), Map.of(), deadline)) {
            return S3Xml.read(answer.body());
        }
    }

    @Override
    public Optional<String> fetch(String key, OutputStream target, Deadline deadline)
            throws IOException, InterruptedException {
        try (HttpAnswer answer = ask(place.address(key, Map.of()), Map.of(), deadline);
                InputStream body = answer.body()) {
            body.transferTo(target);
            return Optional.of(unquoted(answer.header("ETag")));
        } catch (S3Exception refused) {
            if (refused.code().equals("NoSuchKey")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * The content of an object, to be closed.
     *
     * @throws S3Exception with the code {@code NoSuchKey} when there is none
     */
    public InputStream open(String key, Deadline deadline) throws IOException, InterruptedException {
        return ask(place.address(key, Map.of()), Map.of(), deadline).body();
    }

    /**
     * Puts a file into an object, in the place of what it held.
     *
     * @throws S3Exception when the server does not take it
     */
    public void put(String key, Path file, Deadline deadline) throws IOException, InterruptedException {
        URI address = place.address(key, Map.of());
        S3Signature.Request request = new S3Signature.Request("PUT", address, sha256(file));
        accepted(http.put(address, signed(request), file, deadline)).close();
    }

    private static String sha256(Path file) throws IOException {
        try (HashingOutputStream hash =
                new HashingOutputStream(OutputStream.nullOutputStream(), DigestAlgorithm.SHA256)) {
            Files.copy(file, hash);
            return hash.digest().hex();
        }
    }

    /** Removes an object, if it is there. */
    public void remove(String key, Deadline deadline) throws IOException, InterruptedException {
        URI address = place.address(key, Map.of());
        Map<String, String> headers = signed(S3Signature.Request.delete(address));
        accepted(http.send(new HttpAsk("DELETE", address, headers, ""), deadline))
                .close();
    }

    private Map<String, String> signed(S3Signature.Request request) {
        return keys.map(who -> new S3Signature(who, region).headers(request, Map.of(), Instant.now()))
                .orElse(Map.of());
    }

    private HttpAnswer ask(URI address, Map<String, String> headers, Deadline deadline)
            throws IOException, InterruptedException {
        Map<String, String> signed = keys.map(
                        who -> new S3Signature(who, region).headers(address, headers, Instant.now()))
                .orElse(headers);
        return accepted(http.get(address, signed, deadline));
    }

    private static HttpAnswer accepted(HttpAnswer answer) throws IOException {
        if (answer.isOk() || answer.status() == NO_CONTENT) {
            return answer;
        }
        try (answer) {
            throw refusal(answer);
        }
    }

    private static S3Exception refusal(HttpAnswer answer) {
        Map<String, String> said = said(answer);
        String code = said.getOrDefault("Code", answer.status() == NOT_FOUND ? "NotFound" : "");
        String message = said.getOrDefault("Message", "").replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        String words = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        String region = said.getOrDefault("Region", answer.header("x-amz-bucket-region"));
        String text = words.isEmpty() ? "the server answered " + answer.statusText() : words;
        return new S3Exception(code, text + (code.isEmpty() ? "" : " (" + code + ")"), region.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> said(HttpAnswer answer) {
        try {
            return S3Xml.read(answer.body()).fields();
        } catch (IOException other) {
            return Map.of();
        }
    }

    private static String decoded(String key) {
        return URLDecoder.decode(key, StandardCharsets.UTF_8);
    }

    private static String unquoted(String tag) {
        return tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }

    @Override
    public void close() {
        http.close();
    }
}
