package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a log says of a signature.
 *
 * @param log its id, in hexadecimal digits
 * @param index of the entry in the log
 * @param integrated when the log says that it took it, in seconds; 0 when it does not say
 * @param body what was taken
 * @param promise the log's signature over the four above; empty for none
 * @param proof that the entry is in the log
 */
@SuppressWarnings({"ArrayRecordComponent", "OptionalUsedAsFieldOrParameterType"
}) // never compared; older entries have no proof
public record LogEntry(
        String log, long index, long integrated, byte[] body, byte[] promise, Optional<InclusionProof> proof) {
    private static final int MOST_HASHES = 64;

    /** Reads an entry of a bundle. */
    static LogEntry read(JsonNode node) throws UnverifiedException {
        JsonNode proof = node.path("inclusionProof");
        return new LogEntry(
                HexFormat.of()
                        .formatHex(Evidence.decoded(
                                node.path("logId").path("keyId").asText(""))),
                number(node.path("logIndex")),
                number(node.path("integratedTime")),
                Evidence.decoded(node.path("canonicalizedBody").asText("")),
                Evidence.decoded(node.path("inclusionPromise")
                        .path("signedEntryTimestamp")
                        .asText("")),
                proof.path("checkpoint").path("envelope").asText("").isEmpty()
                        ? Optional.empty()
                        : Optional.of(proof(proof)));
    }

    private static InclusionProof proof(JsonNode node) throws UnverifiedException {
        if (node.path("hashes").size() > MOST_HASHES) {
            throw new UnverifiedException("the proof has more than " + MOST_HASHES + " hashes");
        }
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode hash : node.path("hashes")) {
            hashes.add(Evidence.decoded(hash.asText("")));
        }
        return new InclusionProof(
                number(node.path("logIndex")),
                number(node.path("treeSize")),
                hashes,
                node.path("checkpoint").path("envelope").asText(""));
    }

    /**
     * Reads an entry in protobuf's binary form. Source: sigstore/protobuf-specs, rekor.v1.
     *
     * @param body what was taken, which the entry leaves out
     */
    static LogEntry read(ProtoMessage entry, byte[] body) throws UnverifiedException {
        ProtoMessage proof = entry.message(6);
        String checkpoint = new String(proof.message(5).bytes(1), StandardCharsets.UTF_8);
        if (proof.all(4).size() > MOST_HASHES) {
            throw new UnverifiedException("the proof has more than " + MOST_HASHES + " hashes");
        }
        return new LogEntry(
                HexFormat.of().formatHex(entry.message(2).bytes(1)),
                entry.number(1),
                entry.number(4),
                body,
                entry.message(5).bytes(1),
                checkpoint.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new InclusionProof(proof.number(1), proof.number(3), proof.all(4), checkpoint)));
    }

    /** Reads the JSON beside signatures of cosign's older form, which has no proof. */
    static LogEntry readOlder(JsonNode bundle) throws UnverifiedException {
        JsonNode payload = bundle.path("Payload");
        return new LogEntry(
                payload.path("logID").asText(""),
                number(payload.path("logIndex")),
                number(payload.path("integratedTime")),
                Evidence.decoded(payload.path("body").asText("")),
                Evidence.decoded(bundle.path("SignedEntryTimestamp").asText("")),
                Optional.empty());
    }

    /** Protobuf's JSON writes them as texts. */
    private static long number(JsonNode node) {
        return node.asLong(0);
    }

    /** When the log says that it took it. */
    Instant time() {
        return Instant.ofEpochSecond(Math.min(integrated, Instant.MAX.getEpochSecond()));
    }
}
