package io.fluxj.oci.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Sigstore bundles that refer to a manifest: each holds a signed statement about its digest. What they say of their own kind is not always right in
 * lists, so each is looked into. Source: Sigstore bundle 0.3, DSSE 1.0, in-toto statement 1.
 */
record Bundles(Registry registry, Repository repository, Voucher voucher, List<String> faults) {
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle";
    private static final String PAYLOAD = "application/vnd.in-toto+json";
    private static final String STATEMENT = "https://in-toto.io/Statement/v1";
    private static final String SIGNING = "https://sigstore.dev/cosign/sign/v1";
    private static final int MOST = 100;

    boolean sign(Digest digest) throws RegistryException, InterruptedException {
        for (Descriptor referrer :
                registry.referrers(repository, digest).stream().limit(MOST).toList()) {
            if (signs(referrer, digest)) {
                return true;
            }
        }
        return false;
    }

    private boolean signs(Descriptor referrer, Digest digest) throws RegistryException, InterruptedException {
        if (!(registry.manifest(repository.digest(referrer.digest())) instanceof Manifest.Image image)) {
            return false;
        }
        for (Descriptor layer : image.layers().stream().limit(1).toList()) {
            if (layer.mediaType().startsWith(BUNDLE) && signs(registry.bytes(repository, layer), digest)) {
                return true;
            }
        }
        return false;
    }

    private boolean signs(byte[] bytes, Digest digest) {
        JsonNode bundle = Json.read(bytes);
        JsonNode envelope = bundle.path("dsseEnvelope");
        Optional<byte[]> payload = Base64Text.decode(envelope.path("payload").asText());
        return envelope.path("payloadType").asText().equals(PAYLOAD)
                && payload.isPresent()
                && isAbout(Json.read(payload.get()), digest)
                && isSigned(bundle, payload.get());
    }

    private boolean isSigned(JsonNode bundle, byte[] payload) {
        byte[] message = encoded(payload);
        return bundle.path("dsseEnvelope")
                .path("signatures")
                .valueStream()
                .limit(MOST)
                .flatMap(signature -> Base64Text.decode(signature.path("sig").asText()).stream())
                .anyMatch(signature -> isVouchedFor(bundle, payload, message, signature));
    }

    private boolean isVouchedFor(JsonNode bundle, byte[] payload, byte[] message, byte[] signature) {
        try {
            voucher.requireOfEnvelope(bundle, payload, message, signature);
            return true;
        } catch (UnverifiedException fault) {
            faults.add(fault.message());
            return false;
        }
    }

    /** DSSE's encoding of what is signed. */
    private static byte[] encoded(byte[] payload) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String head = "DSSEv1 " + PAYLOAD.length() + " " + PAYLOAD + " " + payload.length + " ";
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(payload);
        return message.toByteArray();
    }

    /** A statement of another kind, such as where something was built, is no signature. */
    private static boolean isAbout(JsonNode statement, Digest digest) {
        String algorithm = digest.algorithm().label();
        return statement.path("_type").asText().equals(STATEMENT)
                && statement.path("predicateType").asText().equals(SIGNING)
                && statement.path("subject").valueStream().anyMatch(subject -> subject.path("digest")
                        .path(algorithm)
                        .asText()
                        .equals(digest.hex()));
    }
}
