package io.fluxj.runtime.identity.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tokens of Microsoft Entra ID. The controller's own come from its variables (a federated token of the workload identity webhook, or a secret), or from
 * the machine's managed identity; those of a service account from its token. Source: behaviour §0.3, §11; Microsoft identity platform, client credentials
 * flow; managed identities, how to acquire a token.
 *
 * @param environment where to look
 */
public record AzureIdentity(CloudEnvironment environment) {
    static final String CLIENT = "azure.workload.identity/client-id";
    static final String TENANT = "azure.workload.identity/tenant-id";
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z.-]{1,80}");
    private static final String MACHINE = "http://169.254.169.254";
    private static final String DEFAULT = "/.default";

    /**
     * A token.
     *
     * @param scope what it is for, such as {@code https://vault.azure.net/.default}
     */
    public AccessToken token(Principal who, String scope, Caller caller) throws IdentityException {
        String client = who instanceof Principal.Account account ? account.annotation(CLIENT) : "";
        return environment.cache().get("azure/" + who.key() + "/" + client + "/" + scope, () -> switch (who) {
            case Principal.Controller _ -> own(scope, caller);
            case Principal.Account account -> exchanged(account, scope, caller);
        });
    }

    private AccessToken exchanged(Principal.Account account, String scope, Caller caller) throws IdentityException {
        for (String annotation : new String[] {TENANT, CLIENT}) {
            if (!ID.matcher(account.annotation(annotation)).matches()) {
                throw new IdentityException("serviceaccount '" + account.namespace() + "/" + account.name()
                        + "': azure identity is not set, the annotation " + annotation + " is '"
                        + account.annotation(annotation) + "'");
            }
        }
        return asked(
                account.annotation(TENANT),
                Map.of(
                        "client_id", account.annotation(CLIENT),
                        "client_assertion_type", ASSERTION,
                        "client_assertion", account.tokens().token(AUDIENCE)),
                scope,
                caller);
    }

    private AccessToken own(String scope, Caller caller) throws IdentityException {
        Optional<String> tenant = environment.variable("AZURE_TENANT_ID");
        Optional<String> client = environment.variable("AZURE_CLIENT_ID");
        Optional<String> secret = environment.variable("AZURE_CLIENT_SECRET");
        Optional<String> federated = environment.file("AZURE_FEDERATED_TOKEN_FILE");
        if (tenant.isEmpty() || client.isEmpty() || (secret.isEmpty() && federated.isEmpty())) {
            return ofMachine(client, scope);
        }
        Map<String, String> proof = secret.isPresent()
                ? Map.of("client_secret", secret.get())
                : Map.of("client_assertion_type", ASSERTION, "client_assertion", federated.orElseThrow());
        Map<String, String> fields = new HashMap<>(proof);
        fields.put("client_id", client.get());
        return asked(tenant.get(), fields, scope, caller);
    }

    /**
     * A token of an application.
     *
     * @param proof that one is it: {@code client_id}, and a secret or an assertion
     */
    public AccessToken asked(String tenant, Map<String, String> proof, String scope, Caller caller)
            throws IdentityException {
        if (!ID.matcher(tenant).matches()) {
            throw new IdentityException("'" + tenant + "' is no tenant of Azure");
        }
        Map<String, String> fields = new HashMap<>(proof);
        fields.put("grant_type", "client_credentials");
        fields.put("scope", scope);
        return token(caller.json(Call.form(tokenService(tenant), fields)));
    }

    /**
     * A token of an application that has a certificate.
     *
     * @param client id of the application
     * @param wholeChain whether the certificates go along
     */
    public AccessToken asked(
            String tenant, String client, ClientCertificate certificate, boolean wholeChain, Request request)
            throws IdentityException {
        if (!ID.matcher(tenant).matches()) {
            throw new IdentityException("'" + tenant + "' is no tenant of Azure");
        }
        Instant now = environment.clock().instant();
        String proof = certificate.assertion(tokenService(tenant).toString(), client, wholeChain, now);
        Map<String, String> fields =
                Map.of("client_id", client, "client_assertion_type", ASSERTION, "client_assertion", proof);
        return asked(tenant, fields, request.scope(), request.caller());
    }

    /**
     * What is asked for.
     *
     * @param scope what the token is for
     * @param caller asks
     */
    public record Request(String scope, Caller caller) {}

    private URI tokenService(String tenant) throws IdentityException {
        String authority = environment
                .variable("AZURE_AUTHORITY_HOST")
                .orElse("https://login.microsoftonline.com")
                .replaceFirst("/*$", "");
        try {
            return new URI(authority + "/" + tenant + "/oauth2/v2.0/token");
        } catch (URISyntaxException malformed) {
            throw new IdentityException("the authority of Azure is no address: '" + authority + "'", malformed);
        }
    }

    /** Of an identity that the machine has, by its client id if it has several. */
    public AccessToken ofMachine(Optional<String> client, String scope) throws IdentityException {
        Map<String, String> fields = new HashMap<>();
        fields.put("api-version", "2018-02-01");
        fields.put("resource", scope.endsWith(DEFAULT) ? scope.substring(0, scope.length() - DEFAULT.length()) : scope);
        client.ifPresent(id -> fields.put("client_id", id));
        String machine = environment
                .variable("AZURE_POD_IDENTITY_AUTHORITY_HOST")
                .orElse(MACHINE)
                .replaceFirst("/*$", "");
        URI address = URI.create(machine + "/metadata/identity/oauth2/token?" + Call.query(fields));
        return token(environment.metadata().json(Call.get(address, Map.of("Metadata", "true"))));
    }

    private AccessToken token(JsonNode answer) throws IdentityException {
        String token = answer.path("access_token").asText("");
        long seconds = answer.path("expires_in").asLong(0);
        if (token.isEmpty() || seconds <= 0) {
            throw new IdentityException("the answer of Azure holds no token");
        }
        return new AccessToken(token, environment.clock().instant().plusSeconds(seconds));
    }
}
