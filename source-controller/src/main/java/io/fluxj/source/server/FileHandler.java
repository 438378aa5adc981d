package io.fluxj.source.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Answers GET and HEAD for files and folders below a root, and nothing else. */
final class FileHandler implements HttpHandler {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int MOVED = 301;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNSATISFIABLE = 416;

    /** How much is written before the client's sign of life is noted. */
    private static final int PIECE = 1 << 16;

    private final Path root;
    private final WatchedThreads threads;

    FileHandler(Path root, WatchedThreads threads) {
        this.root = root;
        this.threads = threads;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        threads.alive();
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> answer(exchange);
                default -> {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    text(exchange, NOT_ALLOWED, "method not allowed\n");
                }
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Path> found = find(path);
        if (found.isEmpty()) {
            text(exchange, NOT_FOUND, "404 page not found\n");
        } else if (!Files.isDirectory(found.get())) {
            file(exchange, found.get());
        } else if (path.endsWith("/")) {
            html(exchange, Listing.of(found.get()));
        } else {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            exchange.sendResponseHeaders(MOVED, -1);
        }
    }

    /** Links lead nowhere but to files in the store; what is not whole yet or hidden is not there. */
    private Optional<Path> find(String path) {
        try {
            Path asked = root.resolve(path.substring(1)).normalize();
            boolean hidden = root.relativize(asked).toString().contains("/.")
                    || root.relativize(asked).toString().startsWith(".");
            if (!asked.startsWith(root) || hidden || !asked.toRealPath().startsWith(root)) {
                return Optional.empty();
            }
            return Files.isDirectory(asked) || Files.isRegularFile(asked) ? Optional.of(asked) : Optional.empty();
        } catch (IOException | InvalidPathException missing) {
            return Optional.empty();
        }
    }

    private void file(HttpExchange exchange, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            exchange.getResponseHeaders().set("Last-Modified", httpDate(modified));
            if (isKnown(exchange, modified)) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", mediaType(file.getFileName().toString()));
            send(exchange, channel);
        } catch (NoSuchFileException vanished) {
            text(exchange, NOT_FOUND, "404 page not found\n");
        }
    }

    private void send(HttpExchange exchange, FileChannel channel) throws IOException {
        long size = channel.size();
        switch (ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), size)) {
            case ByteRange.Whole _ -> bytes(exchange, OK, channel, 0, size);
            case ByteRange.Part part -> {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
                bytes(exchange, PARTIAL, channel, part.first(), part.last() - part.first() + 1);
            }
            case ByteRange.Unsatisfiable _ -> {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
                text(exchange, UNSATISFIABLE, "invalid range: failed to overlap\n");
            }
        }
    }

    private void bytes(HttpExchange exchange, int status, FileChannel channel, long first, long length)
            throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || length == 0) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length);
        try (OutputStream out = exchange.getResponseBody()) {
            WritableByteChannel client = Channels.newChannel(out);
            long sent = 0;
            while (sent < length) {
                sent += channel.transferTo(first + sent, Math.min(length - sent, PIECE), client);
                threads.alive();
            }
        }
    }

    private static boolean isKnown(HttpExchange exchange, Instant modified) {
        String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
        if (since == null) {
            return false;
        }
        try {
            return !modified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                .format(time.atOffset(ZoneOffset.UTC));
    }

    private static String mediaType(String name) {
        if (name.endsWith(".gz") || name.endsWith(".tgz")) {
            return "application/gzip";
        }
        return name.endsWith(".yaml") ? "application/yaml" : "text/plain; charset=utf-8";
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        body(exchange, OK, page);
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        body(exchange, status, text);
    }

    private static void body(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
