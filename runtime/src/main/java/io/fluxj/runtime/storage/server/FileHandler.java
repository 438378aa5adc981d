package io.fluxj.runtime.storage.server;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpAnswer.Content;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpRequest;
import io.fluxj.runtime.http.Routes;
import java.io.IOException;
import java.nio.channels.FileChannel;
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
import java.util.Map;
import java.util.Optional;

/** Answers GET and HEAD for files and folders below a root, and nothing else. */
final class FileHandler implements HttpHandler {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int MOVED = 301;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_ALLOWED = 405;
    private static final int UNSATISFIABLE = 416;

    private final Path root;
    private final MissingFiles missing;

    FileHandler(Path root, MissingFiles missing) {
        this.root = root;
        this.missing = missing;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws IOException {
        return switch (request.method()) {
            case "GET", "HEAD" -> found(request);
            default -> HttpAnswer.text(NOT_ALLOWED, "method not allowed\n").with("Allow", "GET, HEAD");
        };
    }

    private HttpAnswer found(HttpRequest request) throws IOException {
        Optional<Path> found = find(request.path());
        if (found.isEmpty() && missing.fetch(request.path().substring(1))) {
            found = find(request.path());
        }
        if (found.isEmpty()) {
            return Routes.notFound();
        }
        if (!Files.isDirectory(found.get())) {
            return file(request, found.get());
        }
        return request.path().endsWith("/")
                ? html(FolderPage.of(found.get()))
                : HttpAnswer.empty(MOVED).with("Location", request.rawPath() + "/");
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

    private static HttpAnswer file(HttpRequest request, Path file) throws IOException {
        Instant modified;
        try {
            modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            HttpAnswer answer = isKnown(request, modified) ? HttpAnswer.empty(NOT_MODIFIED) : content(request, file);
            return answer.with("Accept-Ranges", "bytes").with("Last-Modified", httpDate(modified));
        } catch (NoSuchFileException vanished) {
            return Routes.notFound();
        }
    }

    private static HttpAnswer content(HttpRequest request, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return part(request.header("Range").orElse(""), channel)
                    .with("Content-Type", mediaType(file.getFileName().toString()));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static HttpAnswer part(String range, FileChannel channel) throws IOException {
        long size = channel.size();
        return switch (ByteRange.of(range, size)) {
            case ByteRange.Whole _ -> new HttpAnswer(OK, Map.of(), new Content.Part(channel, 0, size));
            case ByteRange.Part part ->
                new HttpAnswer(
                                PARTIAL,
                                Map.of(),
                                new Content.Part(channel, part.first(), part.last() - part.first() + 1))
                        .with("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
            case ByteRange.Unsatisfiable _ -> {
                channel.close();
                yield HttpAnswer.text(UNSATISFIABLE, "invalid range: failed to overlap\n")
                        .with("Content-Range", "bytes */" + size);
            }
        };
    }

    private static boolean isKnown(HttpRequest request, Instant modified) {
        Optional<String> since = request.header("If-Modified-Since");
        if (since.isEmpty()) {
            return false;
        }
        try {
            return !modified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since.get())));
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

    private static HttpAnswer html(String page) {
        return HttpAnswer.bytes(OK, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
