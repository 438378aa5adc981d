package io.fluxj.source.bucket.azure;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpReader;
import io.fluxj.runtime.bucket.ObjectBucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A container of Azure Blob Storage. Source: Azure Storage REST API, List Blobs, Get Blob. */
public final class BlobContainer implements ObjectBucket {
    private static final String VERSION = "2021-12-02";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_MESSAGE = 512;

    private final HttpReader http;
    private final BlobPlace place;
    private final BlobAccess access;

    private BlobContainer(HttpReader http, BlobPlace place, BlobAccess access) {
        this.http = http;
        this.place = place;
        this.access = access;
    }

    /** The server refused. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }
    }

    /**
     * A container that is there.
     *
     * @return nothing when there is no such container
     * @throws IOException when the server does not answer, or refuses to
     */
    public static Optional<ObjectBucket> find(HttpReader http, BlobPlace place, BlobAccess access, Deadline deadline)
            throws IOException, InterruptedException {
        BlobContainer container = new BlobContainer(http, place, access);
        try {
            container.page("", "", "1", deadline);
            return Optional.of(container);
        } catch (Refused refused) {
            if (refused.code.equals("ContainerNotFound")) {
                return Optional.empty();
            }
            if (refused.code.equals("AuthenticationFailed")) {
                throw new IOException(
                        "the specified bucket name may be incorrect, nonexistent, or the caller might lack sufficient"
                                + " permissions to access it: " + refused.getMessage(),
                        refused);
            }
            throw refused;
        }
    }

    @Override
    public void list(String prefix, Visitor visitor, Deadline deadline) throws IOException, InterruptedException {
        String next = "";
        do {
            BlobListing page = page(prefix, next, "5000", deadline);
            for (BlobListing.Blob blob : page.blobs()) {
                visitor.visit(blob.name(), blob.tag());
            }
            if (!page.next().isEmpty() && page.next().equals(next)) {
                throw new IOException("the server lists the same page of objects again and again");
            }
            next = page.next();
        } while (!next.isEmpty());
    }

    private BlobListing page(String prefix, String marker, String size, Deadline deadline)
            throws IOException, InterruptedException {
        Map<String, String> query = new TreeMap<>(Map.of("restype", "container", "comp", "list", "maxresults", size));
        if (!prefix.isEmpty()) {
            query.put("prefix", prefix);
        }
        if (!marker.isEmpty()) {
            query.put("marker", marker);
        }
        try (HttpAnswer answer = ask("", query, deadline)) {
            return BlobListing.read(answer.body());
        }
    }

    @Override
    public Optional<String> fetch(String key, OutputStream target, Deadline deadline)
            throws IOException, InterruptedException {
        try (HttpAnswer answer = ask(key, Map.of(), deadline);
                InputStream body = answer.body()) {
            body.transferTo(target);
            return Optional.of(answer.header("ETag").replace("\"", ""));
        } catch (Refused refused) {
            if (refused.code.equals("BlobNotFound")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private HttpAnswer ask(String key, Map<String, String> query, Deadline deadline)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(query);
        Map<String, String> headers =
                new TreeMap<>(Map.of("x-ms-version", VERSION, "x-ms-date", DATE.format(Instant.now())));
        if (access instanceof BlobAccess.Signed signed) {
            all.putAll(signed.query());
        }
        URI address = place.address(key, all);
        switch (access) {
            case BlobAccess.Anyone _, BlobAccess.Signed _ -> {
                // nothing to show, or it stands in the address
            }
            case BlobAccess.Token token -> headers.put("Authorization", "Bearer " + token.token());
            case BlobAccess.SharedKey shared ->
                headers.put(
                        "Authorization", new SharedKeySignature(place.account(), shared).header(address, all, headers));
        }
        HttpAnswer answer = http.get(address, headers, deadline);
        if (answer.isOk()) {
            return answer;
        }
        try (answer) {
            throw refusal(answer);
        }
    }

    private static Refused refusal(HttpAnswer answer) {
        String code = answer.header("x-ms-error-code");
        String message = "";
        try {
            BlobListing said = BlobListing.read(answer.body());
            code = code.isEmpty() ? said.code() : code;
            message = said.message().lines().findFirst().orElse("").replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        } catch (IOException other) {
            // then the status alone tells
        }
        String words = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        String text = words.isEmpty() ? "the server answered " + answer.statusText() : words;
        String known = code.isEmpty() && answer.status() == NOT_FOUND ? "BlobNotFound" : code;
        return new Refused(known, text + (code.isEmpty() ? "" : " (" + code + ")"));
    }

    @Override
    public void close() {
        http.close();
    }
}
