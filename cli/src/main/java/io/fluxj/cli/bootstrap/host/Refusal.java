package io.fluxj.cli.bootstrap.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the refusals of hosts into words. */
final class Refusal {
    private static final int LONGEST = 300;

    private Refusal() {}

    static HostException of(String host, String request, HostApi.Answer answer) {
        String said = said(answer.body());
        String what =
                switch (answer.status()) {
                    case 301, 302, 307, 308 -> "it has moved; name the repository as it is called now";
                    case 401 -> "the token is missing, wrong or expired";
                    case 403 -> "the token may not do this" + scopes(answer);
                    case 404 -> "there is no such thing, or the token may not see it" + scopes(answer);
                    case 429 -> "too many requests; try again later";
                    default -> "status " + answer.status();
                };
        return new HostException(
                answer.status(),
                host + " refused " + request + ": " + what + (said.isEmpty() ? "" : " (" + said + ")"));
    }

    /** GitHub tells which scopes a request wants and which a classic token has, GitLab only the former. */
    private static String scopes(HostApi.Answer answer) {
        List<String> wanted = new ArrayList<>(list(answer.header("X-Accepted-OAuth-Scopes")));
        wanted.addAll(list(answer.body().path("scope").asText("").replace(' ', ',')));
        List<String> held = list(answer.header("X-OAuth-Scopes"));
        if (wanted.isEmpty() || wanted.stream().anyMatch(held::contains)) {
            return "";
        }
        return "; it wants the scope " + String.join(" or ", wanted)
                + (held.isEmpty() ? "" : ", and has " + String.join(", ", held));
    }

    private static List<String> list(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** {@code message} (GitHub, Gitea, GitLab), {@code error} and {@code error_description} (GitLab), {@code errors[].message} (GitHub, Bitbucket). */
    private static String said(JsonNode body) {
        List<String> parts = new ArrayList<>();
        add(parts, body.path("message"));
        add(parts, body.path("error"));
        add(parts, body.path("error_description"));
        body.path("errors").forEach(error -> add(parts, error.path("message")));
        String all = parts.stream()
                .map(part -> part.replaceAll("\\p{Cntrl}+", " ").strip())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    }

    private static void add(List<String> parts, JsonNode value) {
        if (value.isTextual()) {
            parts.add(value.asText());
        } else if (value.isContainerNode()) {
            parts.add(value.toString());
        }
    }
}
