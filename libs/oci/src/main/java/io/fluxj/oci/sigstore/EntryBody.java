package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Whether what a log took is this signature and no other. Source: Rekor's types hashedrekord and dsse, versions 0.0.1 and 0.0.2. */
record EntryBody(JsonNode body) {
    static EntryBody read(byte[] body) {
        return new EntryBody(Json.read(body));
    }

    /** Refuses an entry of another signature, of something else, or by somebody else. */
    void require(Signed signed, X509Certificate signer) throws UnverifiedException {
        JsonNode spec = body.path("spec");
        String kind =
                body.path("kind").asText("") + " " + body.path("apiVersion").asText("");
        boolean same =
                switch (kind) {
                    case "hashedrekord 0.0.1" -> isRecord(spec, signed, signer);
                    case "hashedrekord 0.0.2" -> isNewRecord(spec.path("hashedRekordV002"), signed, signer);
                    case "dsse 0.0.1" -> isEnvelope(spec, signed, signer);
                    case "dsse 0.0.2" -> isNewEnvelope(spec.path("dsseV002"), signed, signer);
                    default ->
                        throw new UnverifiedException("the log's entry is of the unknown kind '" + kind.strip() + "'");
                };
        if (!same) {
            throw new UnverifiedException("the log's entry is about another signature");
        }
    }

    private static boolean isRecord(JsonNode spec, Signed signed, X509Certificate signer) throws UnverifiedException {
        JsonNode signature = spec.path("signature");
        JsonNode hash = spec.path("data").path("hash");
        return is(signature.path("content"), signed.signature())
                && isPem(signature.path("publicKey").path("content"), signer)
                && isHash(hash.path("algorithm"), HexFormat.of(), hash.path("value"), signed.message());
    }

    private static boolean isNewRecord(JsonNode spec, Signed signed, X509Certificate signer)
            throws UnverifiedException {
        JsonNode signature = spec.path("signature");
        return is(signature.path("content"), signed.signature())
                && isDer(signature.path("verifier"), signer)
                && isHash(spec.path("data").path("algorithm"), spec.path("data").path("digest"), signed.message());
    }

    private static boolean isEnvelope(JsonNode spec, Signed signed, X509Certificate signer) throws UnverifiedException {
        JsonNode signatures = spec.path("signatures");
        JsonNode hash = spec.path("payloadHash");
        return signatures.size() == 1
                && is(signatures.path(0).path("signature"), signed.signature())
                && isPem(signatures.path(0).path("verifier"), signer)
                && signed.payload().isPresent()
                && isHash(
                        hash.path("algorithm"),
                        HexFormat.of(),
                        hash.path("value"),
                        signed.payload().get());
    }

    private static boolean isNewEnvelope(JsonNode spec, Signed signed, X509Certificate signer)
            throws UnverifiedException {
        JsonNode signatures = spec.path("signatures");
        JsonNode hash = spec.path("payloadHash");
        return signatures.size() == 1
                && is(signatures.path(0).path("content"), signed.signature())
                && isDer(signatures.path(0).path("verifier"), signer)
                && signed.payload().isPresent()
                && isHash(
                        hash.path("algorithm"),
                        hash.path("digest"),
                        signed.payload().get());
    }

    private static boolean is(JsonNode base64, byte[] bytes) {
        return base64.asText("").equals(Base64.getEncoder().encodeToString(bytes));
    }

    private static boolean isPem(JsonNode base64, X509Certificate signer) throws UnverifiedException {
        byte[] pem = Evidence.decoded(base64.asText(""));
        return pem.length > 0
                && Certificates.readAll("the log's entry", pem).getFirst().equals(signer);
    }

    private static boolean isDer(JsonNode verifier, X509Certificate signer) throws UnverifiedException {
        byte[] der = Evidence.decoded(
                verifier.path("x509Certificate").path("rawBytes").asText(""));
        return der.length > 0 && Certificates.read(der).equals(signer);
    }

    private static boolean isHash(JsonNode algorithm, HexFormat form, JsonNode value, byte[] message)
            throws UnverifiedException {
        return form.formatHex(hash(algorithm.asText(""), message)).equals(value.asText(""));
    }

    private static boolean isHash(JsonNode algorithm, JsonNode base64, byte[] message) throws UnverifiedException {
        return Arrays.equals(hash(algorithm.asText(""), message), Evidence.decoded(base64.asText("")));
    }

    private static byte[] hash(String algorithm, byte[] message) throws UnverifiedException {
        Optional<String> name =
                switch (algorithm) {
                    case "sha256", "SHA2_256" -> Optional.of("SHA-256");
                    case "sha384", "SHA2_384" -> Optional.of("SHA-384");
                    case "sha512", "SHA2_512" -> Optional.of("SHA-512");
                    default -> Optional.empty();
                };
        try {
            return MessageDigest.getInstance(
                            name.orElseThrow(() -> new UnverifiedException("the log's entry has an unknown digest")))
                    .digest(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
