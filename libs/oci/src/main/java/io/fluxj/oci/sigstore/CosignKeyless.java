package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.CosignSignatures;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.oci.signature.Voucher;
import io.fluxj.oci.x509.Certificates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signatures that cosign made without a key. */
public final class CosignKeyless implements ArtifactVerifier, Voucher {
    private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
    private static final String ENTRY = "dev.sigstore.cosign/bundle";
    private static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

    private final KeylessTrust trust;

    /** Counts those whom {@code trust} trusts. */
    public CosignKeyless(KeylessTrust trust) {
        this.trust = trust;
    }

    @Override
    public Verdict verify(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException {
        new CosignSignatures(this).require(registry, repository, digest);
        return Verdict.VERIFIED;
    }

    @Override
    public void requireOfEnvelope(JsonNode bundle, byte[] payload, byte[] message, byte[] signature)
            throws UnverifiedException {
        trust.require(
                new Signed(message, Optional.of(payload), signature),
                Evidence.read(bundle.path("verificationMaterial")));
    }

    @Override
    public void requireOfStatement(Map<String, String> annotations, byte[] statement, byte[] signature)
            throws UnverifiedException {
        byte[] certificate = annotations.getOrDefault(CERTIFICATE, "").getBytes(StandardCharsets.UTF_8);
        JsonNode entry = json(annotations.getOrDefault(ENTRY, ""));
        JsonNode stamp = json(annotations.getOrDefault(TIMESTAMP, ""));
        String time = stamp.path("SignedRFC3161Timestamp").asText("");
        trust.require(
                new Signed(statement, Optional.empty(), signature),
                new Evidence(
                        Certificates.readAll(CERTIFICATE, certificate).getFirst(),
                        entry.isObject() ? List.of(LogEntry.readOlder(entry)) : List.of(),
                        time.isEmpty() ? List.of() : List.of(Evidence.decoded(time))));
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
