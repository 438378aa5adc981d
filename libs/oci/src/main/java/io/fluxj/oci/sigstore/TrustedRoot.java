package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.TrustedKey;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Whom a Sigstore consists of: who issues certificates and timestamps, and which logs these and the signatures are in. Source: Sigstore trusted root
 * 0.1 and 0.2.
 */
public final class TrustedRoot {
    private static final int MOST = 100;

    private final List<Authority> issuers;
    private final List<TrustedLog> certificateLogs;
    private final List<TrustedLog> signatureLogs;
    private final List<Authority> timestampers;

    private TrustedRoot(
            List<Authority> issuers,
            List<TrustedLog> certificateLogs,
            List<TrustedLog> signatureLogs,
            List<Authority> timestampers) {
        this.issuers = issuers;
        this.certificateLogs = certificateLogs;
        this.signatureLogs = signatureLogs;
        this.timestampers = timestampers;
    }

    /** The public Sigstore, as it was when this library was built. */
    public static TrustedRoot publicGood() {
        try (InputStream in = Objects.requireNonNull(TrustedRoot.class.getResourceAsStream("trusted_root.json"))) {
            return parse(in.readAllBytes());
        } catch (IOException | UnverifiedException impossible) {
            throw new UncheckedIOException(new IOException("it comes with this library", impossible));
        }
    }

    /**
     * Reads {@code trusted_root.json}.
     *
     * @throws UnverifiedException when it is none
     */
    public static TrustedRoot parse(byte[] document) throws UnverifiedException {
        JsonNode json = Json.read(document);
        if (!json.path("mediaType").asText("").startsWith("application/vnd.dev.sigstore.trustedroot")) {
            throw new UnverifiedException("trusted_root.json is no trusted root of Sigstore");
        }
        return new TrustedRoot(
                authorities(json.path("certificateAuthorities")),
                logs(json.path("ctlogs")),
                logs(json.path("tlogs")),
                authorities(json.path("timestampAuthorities")));
    }

    private static List<Authority> authorities(JsonNode list) throws UnverifiedException {
        List<Authority> authorities = new ArrayList<>();
        for (JsonNode one : bounded(list)) {
            List<X509Certificate> chain = new ArrayList<>();
            for (JsonNode certificate : bounded(one.path("certChain").path("certificates"))) {
                chain.add(Certificates.read(bytes(certificate.path("rawBytes"))));
            }
            if (chain.isEmpty()) {
                throw new UnverifiedException("trusted_root.json has an authority without certificates");
            }
            authorities.add(new Authority(chain, Span.read(one.path("validFor"))));
        }
        return authorities;
    }

    private static List<TrustedLog> logs(JsonNode list) throws UnverifiedException {
        List<TrustedLog> logs = new ArrayList<>();
        for (JsonNode one : bounded(list)) {
            JsonNode key = one.path("publicKey");
            logs.add(new TrustedLog(
                    HexFormat.of().formatHex(bytes(one.path("logId").path("keyId"))),
                    TrustedKey.of(bytes(key.path("rawBytes"))),
                    Span.read(key.path("validFor"))));
        }
        return logs;
    }

    private static JsonNode bounded(JsonNode list) throws UnverifiedException {
        if (list.size() > MOST) {
            throw new UnverifiedException("trusted_root.json has a list of more than " + MOST);
        }
        return list;
    }

    private static byte[] bytes(JsonNode base64) throws UnverifiedException {
        try {
            return Base64.getDecoder().decode(base64.asText(""));
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("trusted_root.json has something that is not in base64");
        }
    }

    List<Authority> issuers() {
        return issuers;
    }

    List<TrustedLog> certificateLogs() {
        return certificateLogs;
    }

    List<TrustedLog> signatureLogs() {
        return signatureLogs;
    }

    List<Authority> timestampers() {
        return timestampers;
    }
}
