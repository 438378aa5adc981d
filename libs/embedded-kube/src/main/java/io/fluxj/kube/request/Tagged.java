package io.fluxj.kube.request;

import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents with an entity tag, which a client that has them need not be sent again. */
final class Tagged {
    private Tagged() {}

    /**
     * The document, or that it did not change.
     *
     * @param tag without quotes
     * @param caching what caches may do
     */
    static HttpResponse.Content answer(HttpRequest request, HttpResponse.Content document, String tag, String caching) {
        String quoted = "\"" + tag + "\"";
        Map<String, List<String>> headers = new LinkedHashMap<>(document.headers());
        headers.put("ETag", List.of(quoted));
        headers.put("Cache-Control", List.of(caching));
        headers.put("Vary", List.of("Accept"));
        if (!known(request, quoted)) {
            return new HttpResponse.Content(200, headers, document.body());
        }
        headers.remove("Content-Type");
        return new HttpResponse.Content(304, headers, new byte[0]);
    }

    private static boolean known(HttpRequest request, String quoted) {
        for (String value : request.headerValues("if-none-match")) {
            for (String tag : value.split(",", -1)) {
                String plain = tag.strip();
                if (plain.equals("*") || plain.equals(quoted) || plain.equals("W/" + quoted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
