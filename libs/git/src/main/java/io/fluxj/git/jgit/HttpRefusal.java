package io.fluxj.git.jgit;

import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/** An answer that is none: what its status means, and what the server says besides. */
final class HttpRefusal {
    private HttpRefusal() {}

    static TransportException of(HttpURLConnection http, int status) throws IOException {
        String said = said(http);
        return switch (status) {
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                Guard.failure(Problem.AUTHENTICATION, "authentication required" + said);
            case HttpURLConnection.HTTP_FORBIDDEN ->
                Guard.failure(Problem.AUTHENTICATION, "authorization failed" + said);
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                Guard.failure(Problem.REPOSITORY_NOT_FOUND, "repository not found" + said);
            default -> Guard.failure(Problem.PROTOCOL, "unexpected status " + line(http, status) + said);
        };
    }

    /** Servers without the smart protocol hand out files one by one, which nothing bounds; Flux does not ask them either. */
    static TransportException ofContent(@Nullable String type) {
        return Guard.failure(
                Problem.PROTOCOL,
                "this is no Git repository that speaks the smart protocol: the server answers with "
                        + (type == null ? "something without a type" : ServerText.of(type)));
    }

    private static String line(HttpURLConnection http, int status) throws IOException {
        String reason = http.getResponseMessage();
        return reason == null ? String.valueOf(status) : status + " " + ServerText.of(reason);
    }

    /** Texts are for people; pages are not. */
    private static String said(HttpURLConnection http) {
        String type = http.getContentType();
        try (InputStream body = http.getErrorStream()) {
            if (body == null || (type != null && !type.startsWith("text/plain"))) {
                return "";
            }
            byte[] start = body.readNBytes(ServerText.LONGEST * 2);
            String text = ServerText.of(new String(start, StandardCharsets.UTF_8));
            return text.isEmpty() ? "" : ": " + text;
        } catch (IOException broken) {
            return "";
        }
    }
}
