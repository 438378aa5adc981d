package io.fluxj.runtime.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of Microsoft Entra: by a token of the cluster where the workload has one (workload identity), else by the identity of the node. Source: behaviour
 * §0.3, §11.
 *
 * @param variables of the environment: {@code AZURE_CLIENT_ID}, {@code AZURE_TENANT_ID}, {@code AZURE_FEDERATED_TOKEN_FILE}, {@code AZURE_AUTHORITY_HOST}
 * @param accounts vouch for service accounts
 * @param cache keeps tokens
 * @param clock tells when they expire
 */
public record AzureTokens(Map<String, String> variables, ServiceAccounts accounts, TokenCache cache, Clock clock) {
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final String NODE =
            "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=";
    private static final String SCOPE_SUFFIX = "/.default";

    /**
     * A token.
     *
     * @param resource what it is to be used for
     * @throws IdentityException when none is given
     */
    public AccessToken token(Workload who, String resource, HttpRoute route) throws IdentityException {
        return cache.get("azure/" + who + "/" + resource, () -> issue(who, resource, route));
    }

    private AccessToken issue(Workload who, String resource, HttpRoute route) throws IdentityException {
        return switch (who) {
            case Workload.Account account -> {
                Map<String, String> annotations = accounts.annotations(account);
                yield exchange(
                        new Application(
                                annotation(annotations, "azure.workload.identity/tenant-id"),
                                annotation(annotations, "azure.workload.identity/client-id")),
                        accounts.token(account, AUDIENCE),
                        resource,
                        route);
            }
            case Workload.Controller _ -> ofController(resource, route);
        };
    }

    /** An application of a tenant. */
    private record Application(String tenant, String client) {}

    private static String annotation(Map<String, String> annotations, String name) throws IdentityException {
        return Optional.ofNullable(annotations.get(name))
                .filter(value -> value.matches("[A-Za-z0-9.-]+"))
                .orElseThrow(() -> new IdentityException("the ServiceAccount has no usable annotation " + name));
    }

    private AccessToken ofController(String resource, HttpRoute route) throws IdentityException {
        String file = variable("AZURE_FEDERATED_TOKEN_FILE");
        if (file.isEmpty()) {
            String client = variable("AZURE_CLIENT_ID");
            URI node = URI.create(NODE + resource + (client.isEmpty() ? "" : "&client_id=" + client));
            return read(new JsonCall("GET", node, Map.of("Metadata", "true"), "").send(HttpRoute.DIRECT));
        }
        try {
            String assertion = Files.readString(Path.of(file)).strip();
            Application own = new Application(variable("AZURE_TENANT_ID"), variable("AZURE_CLIENT_ID"));
            return exchange(own, assertion, resource, route);
        } catch (IOException unreadable) {
            throw new IdentityException("the controller's own token cannot be read from " + file, unreadable);
        }
    }

    private AccessToken exchange(Application application, String assertion, String resource, HttpRoute route)
            throws IdentityException {
        String authority = variable("AZURE_AUTHORITY_HOST");
        String host = authority.isEmpty() ? "https://login.microsoftonline.com" : authority.replaceFirst("/+$", "");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", application.client());
        fields.put("scope", resource + SCOPE_SUFFIX);
        fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        fields.put("client_assertion", assertion);
        URI address = URI.create(host + "/" + application.tenant() + "/oauth2/v2.0/token");
        return read(JsonCall.form(address, fields).send(route));
    }

    private AccessToken read(JsonNode answer) throws IdentityException {
        String token = answer.path("access_token").asText();
        if (token.isEmpty()) {
            throw new IdentityException("the answer holds no access_token");
        }
        return new AccessToken(
                token, clock.instant().plusSeconds(answer.path("expires_in").asLong()));
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
