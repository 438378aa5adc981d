package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whether a log really says what an entry tells.
 *
 * @param logs that are trusted
 */
record Witness(List<TrustedLog> logs) {
    /**
     * Requires that the log promised, or proves, that it has the entry.
     *
     * @return when it took it, where it put its name to that too
     */
    Optional<Instant> require(LogEntry entry) throws UnverifiedException {
        List<TrustedLog> named =
                logs.stream().filter(log -> log.id().equals(entry.log())).toList();
        if (named.isEmpty()) {
            throw new UnverifiedException("the signature is in a log that is not trusted");
        }
        boolean promised = named.stream()
                .anyMatch(log -> log.span().holds(entry.time()) && log.key().signed(promise(entry), entry.promise()));
        if (entry.promise().length > 0 && !promised) {
            throw new UnverifiedException("the log's promise does not hold");
        }
        if (entry.proof().isPresent()) {
            requireProof(entry, entry.proof().get(), named);
        } else if (!promised) {
            throw new UnverifiedException("nothing shows that the signature is in the log");
        }
        return promised ? Optional.of(entry.time()) : Optional.empty();
    }

    /** What the log signs when it promises to take an entry. */
    private static byte[] promise(LogEntry entry) {
        String body = Base64.getEncoder().encodeToString(entry.body());
        return "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":%d}"
                .formatted(body, entry.integrated(), entry.log(), entry.index())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void requireProof(LogEntry entry, InclusionProof proof, List<TrustedLog> logs)
            throws UnverifiedException {
        Checkpoint head = Checkpoint.read(proof.checkpoint());
        if (logs.stream().noneMatch(log -> head.signedBy(log.key()))) {
            throw new UnverifiedException("the log's checkpoint is not signed by it");
        }
        if (head.size() != proof.size() || !proof.leadsTo(head.root(), entry.body())) {
            throw new UnverifiedException("the proof that the signature is in the log does not hold");
        }
    }
}
