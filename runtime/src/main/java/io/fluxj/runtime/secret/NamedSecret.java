package io.fluxj.runtime.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Secret, and what messages call it.
 *
 * @param namespace where it is
 * @param name its name; empty when none is named
 * @param data what it holds
 */
public record NamedSecret(String namespace, String name, SecretData data) {
    /** Keys whose values are secrets, of all kinds. Source: behaviour §0.2. */
    private static final List<String> CONFIDENTIAL = List.of(
            "password",
            "bearerToken",
            "token",
            "identity",
            "tls.key",
            "keyFile",
            "githubAppPrivateKey",
            "clientSecret",
            "clientCertificatePassword",
            "accountKey",
            "sasKey");

    /** Stands for the Secret of an object that names none: it holds nothing. */
    public static NamedSecret none(String namespace) {
        return new NamedSecret(namespace, "", new SecretData(Map.of()));
    }

    /** {@code namespace/name}. */
    public String shown() {
        return namespace + "/" + name;
    }

    /** Whether the key is there, be it with an empty value. */
    public boolean has(String key) {
        return data.bytes(key).isPresent();
    }

    /** The value of a key as text; empty when it is not there. */
    public String text(String key) {
        return data.text(key).orElse("");
    }

    /** The value of a key as text, else of its older name; empty when neither is there. */
    String text(String key, String older) {
        return data.text(key).orElseGet(() -> text(older));
    }

    /** The value of a key that must be there. */
    String require(String key) throws SecretException {
        return data.text(key).orElseThrow(() -> new SecretException(called() + ": key '" + key + "' not found"));
    }

    /** How Flux begins what it says of it. */
    String called() {
        return "secret '" + shown() + "'";
    }

    /** What must not be read in any message. */
    public Stream<String> confidential() {
        return CONFIDENTIAL.stream().map(data::text).flatMap(Optional::stream);
    }
}
