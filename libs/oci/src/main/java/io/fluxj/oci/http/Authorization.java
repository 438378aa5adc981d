package io.fluxj.oci.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a registry's challenge into the header that answers it. Credentials go to the registry that they are for and to the token service
 * that it names, never from TLS to a service without it. Source: Distribution, token authentication specification and OAuth2 variant.
 */
record Authorization(Transport transport, RegistryCredentials credentials) {
    private static final int ANSWER = 1 << 20;
    private static final int LONGEST_TOKEN = 1 << 16;
    private static final String CLIENT = "fluxj";
    private static final JsonMapper JSON = new JsonMapper();

    /** The header; empty when there is nothing to answer with. */
    Optional<String> answer(Challenge challenge, Repository repository, URI registry)
            throws RegistryException, InterruptedException {
        return switch (credentials) {
            case RegistryCredentials.Bearer(String token) -> Optional.of("Bearer " + token);
            case RegistryCredentials.Basic basic ->
                challenge.scheme().equals(Challenge.BASIC)
                        ? Optional.of(basic.header())
                        : token(challenge, repository, registry);
            case RegistryCredentials.None _, RegistryCredentials.Refresh _ ->
                challenge.scheme().equals(Challenge.BASIC) ? Optional.empty() : token(challenge, repository, registry);
        };
    }

    private Optional<String> token(Challenge challenge, Repository repository, URI registry)
            throws RegistryException, InterruptedException {
        URI realm = realm(challenge, registry);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("service", challenge.parameter("service"));
        fields.put("scope", scope(challenge, repository));
        try (Reply reply = ask(realm, fields)) {
            if (!reply.isOk()) {
                throw Refusals.of(reply);
            }
            return Optional.of("Bearer " + tokenOf(reply));
        }
    }

    private static URI realm(Challenge challenge, URI registry) throws RegistryException {
        try {
            URI realm = URI.create(challenge.parameter("realm"));
            if (Addresses.isHttp(realm) && !Addresses.isDowngrade(registry, realm)) {
                return realm;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new RegistryException(
                Problem.AUTHENTICATION,
                Addresses.shown(registry) + ": the registry names a token service that credentials are not sent to;"
                        + " its realm must be an address of https, or of http where the registry itself is spoken to so");
    }

    /** What we need, and what the registry says is needed. */
    private static String scope(Challenge challenge, Repository repository) {
        Set<String> scopes = new LinkedHashSet<>();
        scopes.add("repository:" + repository.name() + ":pull");
        scopes.addAll(Arrays.asList(challenge.parameter("scope").split(" ")));
        scopes.remove("");
        return String.join(" ", scopes);
    }

    private Reply ask(URI realm, Map<String, String> fields) throws RegistryException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Accept", "application/json");
        return switch (credentials) {
            case RegistryCredentials.Refresh(String token) -> {
                fields.put("grant_type", "refresh_token");
                fields.put("client_id", CLIENT);
                fields.put("refresh_token", token);
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
                yield transport.send(request, realm);
            }
            case RegistryCredentials.Basic basic ->
                transport.send(request.header("Authorization", basic.header()), with(realm, fields));
            case RegistryCredentials.None _, RegistryCredentials.Bearer _ ->
                transport.send(request, with(realm, fields));
        };
    }

    private static URI with(URI realm, Map<String, String> fields) {
        String query = realm.getRawQuery() == null ? "" : realm.getRawQuery() + "&";
        return URI.create(realm.toString().split("[?#]", 2)[0] + "?" + query + encoded(fields));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String tokenOf(Reply reply) throws RegistryException, InterruptedException {
        try {
            JsonNode answer = JSON.readTree(reply.bytes(ANSWER));
            String token = answer.path("token").asText("");
            String chosen = token.isEmpty() ? answer.path("access_token").asText("") : token;
            if (!chosen.isEmpty() && chosen.length() < LONGEST_TOKEN && isPlain(chosen)) {
                return chosen;
            }
        } catch (IOException malformed) {
            // its message would show a part of the token
        }
        throw new RegistryException(Problem.AUTHENTICATION, reply.request() + ": the answer holds no token");
    }

    private static boolean isPlain(String token) {
        return token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
