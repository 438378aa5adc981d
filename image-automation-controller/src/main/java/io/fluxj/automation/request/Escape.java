package io.fluxj.automation.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts within addresses. */
final class Escape {
    private Escape() {}

    /** As one part of a path, or as a value in a query. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
