package io.fluxj.source.bucket;

import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.azure.ClientCertificate;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.bucket.azure.BlobAccess;
import io.fluxj.source.bucket.azure.BlobPlace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the Secret of a Bucket says of who asks Azure: an application with a secret or a certificate, an identity that the machine has, a key of the
 * account, or a signature; in this order. Source: behaviour §1.7; Flux's guide to Buckets.
 *
 * @param secret the Secret
 * @param environment of the controller
 */
record AzureSecret(NamedSecret secret, CloudEnvironment environment) {
    private static final String CLIENT = "clientId";
    private static final String TENANT = "tenantId";
    private static final String PASSWORD = "clientSecret";
    private static final String CERTIFICATE = "clientCertificate";
    private static final String ACCOUNT_KEY = "accountKey";
    private static final String SIGNATURE = "sasKey";

    /** Refuses one that says nothing of it. */
    void check() throws SecretException {
        if (!secret.has(CLIENT) && !secret.has(ACCOUNT_KEY) && !secret.has(SIGNATURE)) {
            throw new SecretException(
                    ("invalid '%s' secret data: requires a '%s' or '%s' field, a combination of '%s', '%s'"
                                    + " and '%s', or '%s', '%s' and '%s'")
                            .formatted(
                                    secret.name(),
                                    CLIENT,
                                    ACCOUNT_KEY,
                                    TENANT,
                                    CLIENT,
                                    PASSWORD,
                                    TENANT,
                                    CLIENT,
                                    CERTIFICATE));
        }
    }

    BlobAccess access(BlobPlace place, Caller caller) throws IdentityException {
        if (secret.has(CLIENT)) {
            return new BlobAccess.Token(token(place, caller).value());
        }
        if (secret.has(ACCOUNT_KEY)) {
            return new BlobAccess.SharedKey(key());
        }
        return new BlobAccess.Signed(fields(secret.text(SIGNATURE).strip().replaceFirst("^\\?", "")));
    }

    private AccessToken token(BlobPlace place, Caller caller) throws IdentityException {
        String client = secret.text(CLIENT);
        AzureIdentity azure = new AzureIdentity(environment.with("AZURE_AUTHORITY_HOST", secret.text("authorityHost")));
        if (!secret.text(TENANT).isEmpty() && !secret.text(PASSWORD).isEmpty()) {
            Map<String, String> proof = Map.of("client_id", client, "client_secret", secret.text(PASSWORD));
            return azure.asked(secret.text(TENANT), proof, AzureStorage.SCOPE, caller);
        }
        Optional<byte[]> certificate = secret.data().bytes(CERTIFICATE);
        if (!secret.text(TENANT).isEmpty() && certificate.isPresent()) {
            String chain = secret.text("clientCertificateSendChain").strip();
            return azure.asked(
                    secret.text(TENANT),
                    client,
                    ClientCertificate.parse(certificate.get(), secret.text("clientCertificatePassword")),
                    chain.equals("1") || chain.equalsIgnoreCase("true"),
                    new AzureIdentity.Request(AzureStorage.SCOPE, caller));
        }
        AzureStorage.requireAzures(place);
        return azure.ofMachine(Optional.of(client), AzureStorage.SCOPE);
    }

    private String key() throws IdentityException {
        String key = secret.text(ACCOUNT_KEY).strip();
        try {
            if (Base64.getDecoder().decode(key).length > 0) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, without what it is
        }
        throw new IdentityException("failed to create shared credential from '" + secret.name() + "' Secret data: "
                + ACCOUNT_KEY + " is not Base64");
    }

    private static Map<String, String> fields(String query) throws IdentityException {
        Map<String, String> fields = new TreeMap<>();
        try {
            for (String field : query.split("&", -1)) {
                String[] parts = field.split("=", 2);
                fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        } catch (IllegalArgumentException malformed) {
            throw new IdentityException("unable to parse SAS token: " + SIGNATURE + " is no query of an address");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
